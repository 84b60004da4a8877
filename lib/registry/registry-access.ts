import { CrInternetEndpoint } from '@cdktf/provider-alicloud/lib/cr-internet-endpoint';
import { CrVpcEndpointLinkedVpc } from '@cdktf/provider-alicloud/lib/cr-vpc-endpoint-linked-vpc';
import type { Construct } from 'constructs';
import type { IAddonHost } from '../cluster/addons/add-addon';
import { Addon } from '../cluster/addons/addon';
import { distinctList } from '../core/checks';
import type { ICluster } from '../core/cluster';
import { quote, reject, type Problem } from '../core/errors';
import { any, formProblems, needed, type Forms } from '../core/forms';
import type { INetwork } from '../core/network';
import { PURPOSES } from '../core/network';
import { CLUSTER_FORM, NETWORK_FORM } from '../core/seam-forms';
import { isToken } from '../core/tokens';
import { parseCidr } from '../network/cidr';
import type { IContainerRegistry, ImagePull } from './i-container-registry';

/** Who may reach a registry over the internet. */
export interface RegistryFromInternet {
  /** IPv4 ranges of those who push and pull from outside, at least one, such as `203.0.113.7/32`. Changed in place. */
  readonly allow: readonly string[];
}

/** Widest range that counts as known people, as with public API servers: a /8. */
const WIDEST = 8;

/** Lets a network in, once. */
export function linkNetwork(registry: IContainerRegistry, network: INetwork): void {
  reject(registry, NETWORK_FORM('network', network));
  reject(registry, regionProblems(registry, network));
  const id = `registry-${registry.registryName}`;
  if (network.node.tryFindChild(id)) {
    return;
  }
  const [vswitch] = PURPOSES.flatMap((purpose) => network.vswitches(purpose));
  if (vswitch === undefined) {
    const what = `the network "${network.node.path}" has no vSwitch to reach the registry from`;
    reject(registry, [{ code: 'vswitch-missing', what, fix: 'name its vSwitches in Network.fromAttributes' }]);
    return;
  }
  // In the stack of the network: the registry may be older than the networks that come to it.
  new CrVpcEndpointLinkedVpc(network as INetwork & Construct, id, {
    instanceId: registry.instanceId,
    vpcId: network.vpcId,
    vswitchId: vswitch.vswitchId,
    moduleName: 'Registry',
    enableCreateDnsRecordInPvzt: true,
    timeouts: { create: '10m', delete: '10m' },
    // The first one was chosen once: a zone that the network gains does not take the way to the registry away for a while.
    lifecycle: { ignoreChanges: ['vswitch_id'] },
  });
}

const PULL_FORMS: Forms<ImagePull> = {
  namespaces: needed(any, '["shop"]'),
  serviceAccounts: any,
  also: any,
};

/** Lets the Pods of a cluster pull without a password. */
export function letPull(registry: IContainerRegistry, cluster: ICluster & IAddonHost, pull: ImagePull): void {
  reject(registry, [...CLUSTER_FORM('cluster', cluster), ...formProblems(pull, PULL_FORMS)]);
  const registries = [registry, ...(pull.also ?? [])];
  reject(registry, [...namesProblems(pull), ...dedicatedProblems(cluster)]);
  registries.forEach((one) => one.allowFrom(cluster.network));
  cluster.addAddon(
    Addon.acrCredentialHelper({
      registries: registries.map(({ instanceId, region }) => ({ instanceId, region })),
      namespaces: pull.namespaces,
      serviceAccounts: pull.serviceAccounts ?? 'all',
    }),
  );
}

/** Opens a registry to ranges of the internet. */
export function openToInternet(registry: IContainerRegistry & Construct, { allow }: RegistryFromInternet): void {
  reject(registry, [...distinctList('allow', allow, '["203.0.113.7/32"]'), ...openProblems(allow)]);
  new CrInternetEndpoint(registry, 'internet', {
    instanceId: registry.instanceId,
    entries: [...allow].sort().map((entry) => ({ entry, comment: 'allow' })),
    timeouts: { create: '10m', update: '10m', delete: '10m' },
  });
}

function openProblems(allow: unknown): Problem[] {
  const ranges: readonly unknown[] = Array.isArray(allow) ? allow : [];
  return ranges.flatMap((range): Problem[] => {
    const parsed = isToken(range) ? undefined : parseCidr(range as string, 'allow');
    if (parsed === undefined || !parsed.ok) {
      return parsed === undefined ? [] : [parsed.problem];
    }
    if (parsed.cidr.mask >= WIDEST) {
      return [];
    }
    const what = `allow ${quote(range)} opens the registry to a large part of the internet`;
    return [{ code: 'registry-open', what, value: range, fix: 'name the ranges of those who push and pull' }];
  });
}

function regionProblems(registry: IContainerRegistry, network: INetwork): Problem[] {
  const { region } = network;
  if (region === registry.region || isToken(region) || isToken(registry.region)) {
    return [];
  }
  const what = `the registry is in ${registry.region} and the network "${network.node.path}" in ${region}: endpoints are for networks of the same region`;
  const fix = `let images go to a registry in ${region}: namespace.replicateTo(other), and let the network in there`;
  return [{ code: 'registry-region', what, value: region, fix }];
}

function namesProblems({ namespaces, serviceAccounts }: ImagePull): Problem[] {
  return [
    ...(namespaces === 'all' ? [] : distinctList('namespaces', namespaces, '["shop"], or "all"')),
    ...(serviceAccounts === undefined || serviceAccounts === 'all'
      ? []
      : distinctList('serviceAccounts', serviceAccounts, '["default"], or "all"')),
  ];
}

/** The component of dedicated clusters reads everything from a ConfigMap that the API has to be asked for. */
function dedicatedProblems(cluster: ICluster): Problem[] {
  if (cluster.kind !== 'dedicated') {
    return [];
  }
  const what = `"${cluster.node.path}" is a dedicated cluster, whose component for pulls takes no settings from Terraform`;
  const fix =
    'write the ConfigMap acr-configuration of kube-system in the WorkloadStack, and cluster.addAddon(Addon.acrCredentialHelper())';
  return [{ code: 'cluster-kind', what, value: cluster.kind, fix }];
}
