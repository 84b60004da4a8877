import { DataAlicloudCsClusterCredential } from '@cdktf/provider-alicloud/lib/data-alicloud-cs-cluster-credential';
import { HelmProvider } from '@cdktf/provider-helm/lib/provider';
import { KubernetesProvider } from '@cdktf/provider-kubernetes/lib/provider';
import { Fn } from 'cdktf';
import type { Construct } from 'constructs';
import type { ICluster } from '../core/cluster';

/** What a stack of in-cluster objects asks of the cluster's API server. */
export interface ClusterAccess {
  readonly cluster: ICluster;
  readonly apiServer?: 'private' | 'public';
  readonly credentialMinutes: number;
}

/**
 * Labels that the cloud's controllers write on objects of ours, and that a plan must not take away again. Dots stand in
 * brackets, since the framework writes a backslash into Terraform's own language as it is.
 */
const LABELS_OF_THE_CLOUD = Object.freeze(['^service[.]beta[.]kubernetes[.]io/hash$', '^service[.]k8s[.]alibaba/']);

/**
 * Lets the stack talk to a cluster: a credential that every plan and apply asks for anew, and the kubernetes and helm
 * providers that use it.
 */
export function reachCluster(stack: Construct, { cluster, apiServer, credentialMinutes }: ClusterAccess): void {
  const credential = new DataAlicloudCsClusterCredential(stack, 'credential', {
    clusterId: cluster.clusterId,
    temporaryDurationMinutes: credentialMinutes,
  });
  const { certificateAuthority: keys } = credential;
  const access = {
    host: (apiServer && cluster.apiServer?.[apiServer]) ?? namedAddress(credential),
    clusterCaCertificate: Fn.base64decode(Fn.lookup(keys, 'cluster_cert')),
    clientCertificate: Fn.base64decode(Fn.lookup(keys, 'client_cert')),
    clientKey: Fn.base64decode(Fn.lookup(keys, 'client_key')),
  };
  new KubernetesProvider(stack, 'kubernetes', { ...access, ignoreLabels: [...LABELS_OF_THE_CLOUD] });
  attributesNotBlocks(new HelmProvider(stack, 'helm', { kubernetes: access }));
}

/** The address that the credential names: the only one that a Serverless cluster tells. */
function namedAddress(credential: DataAlicloudCsClusterCredential): string {
  return Fn.lookupNested(Fn.yamldecode(credential.kubeConfig), ['clusters', 0, 'cluster', 'server']) as string;
}

/** What one attribute is in Terraform's own language. */
interface HclAttribute {
  readonly value: unknown;
  readonly isBlock: boolean;
}
type Hcl = { synthesizeHclAttributes(): Readonly<Record<string, HclAttribute>> };

/**
 * Writes nested objects of a provider as attributes: the helm provider has them so since its version 3, and the bindings
 * still write blocks, which Terraform refuses.
 */
function attributesNotBlocks(provider: HelmProvider): void {
  const hcl = provider as unknown as Hcl;
  const written = hcl.synthesizeHclAttributes.bind(provider);
  hcl.synthesizeHclAttributes = () =>
    Object.fromEntries(Object.entries(written()).map(([name, one]) => [name, one.isBlock ? asAttribute(one) : one]));
}

/** A block as one attribute: its members lose the description of what each of them is. */
function asAttribute(block: HclAttribute) {
  const members = Object.entries(block.value as Readonly<Record<string, HclAttribute>>);
  const value = Object.fromEntries(members.map(([name, member]) => [name, member.value]));
  return { value, isBlock: false, type: 'any', storageClassType: 'any' };
}
