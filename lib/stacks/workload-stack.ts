import { AlicloudProvider } from '@cdktf/provider-alicloud/lib/provider';
import { DataAlicloudCsClusterCredential } from '@cdktf/provider-alicloud/lib/data-alicloud-cs-cluster-credential';
import { HelmProvider } from '@cdktf/provider-helm/lib/provider';
import { KubernetesProvider } from '@cdktf/provider-kubernetes/lib/provider';
import { Fn, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { cloudOf, provideCloud } from '../core/cloud';
import type { ICluster } from '../core/cluster';
import { withDefaults } from '../core/defaults';
import { checkedId } from '../core/ids';
import { provideWorkplace } from '../core/workplace';
import { State, writeBackend, type StateData } from './state';

export interface WorkloadStackProps {
  /** The cluster whose objects the stack holds, of another stack. */
  readonly cluster: ICluster;
  /** Where Terraform keeps the state of this stack. @default State.local() - a file beside `cdktf.out` */
  readonly state?: StateData;
}

export const WORKLOAD_STACK_DEFAULTS = Object.freeze({ state: State.local() });

/** A Terraform stack of objects inside one cluster, applied after the stack that holds the cluster. */
export class WorkloadStack extends TerraformStack {
  readonly cluster: ICluster;

  constructor(scope: Construct, id: string, props: WorkloadStackProps) {
    super(scope, checkedId(scope, id));
    const p = withDefaults(props, WORKLOAD_STACK_DEFAULTS);
    this.cluster = p.cluster;
    const { region, site, protection } = cloudOf(p.cluster);
    provideCloud(this, { stackName: id, stackPath: this.node.path, region, site, protection });
    provideWorkplace(this, { stack: this, cluster: p.cluster });
    new AlicloudProvider(this, 'alicloud', { region });
    writeBackend(this, p.state);
    const credential = new DataAlicloudCsClusterCredential(this, 'credential', {
      clusterId: p.cluster.clusterId,
      temporaryDurationMinutes: 60,
    });
    const { certificateAuthority: keys } = credential;
    const access = {
      host: Fn.lookupNested(Fn.yamldecode(credential.kubeConfig), ['clusters', 0, 'cluster', 'server']),
      clusterCaCertificate: Fn.base64decode(Fn.lookup(keys, 'cluster_cert')),
      clientCertificate: Fn.base64decode(Fn.lookup(keys, 'client_cert')),
      clientKey: Fn.base64decode(Fn.lookup(keys, 'client_key')),
    };
    new KubernetesProvider(this, 'kubernetes', {
      ...access,
      ignoreLabels: ['^service\\.beta\\.kubernetes\\.io/hash$', '^service\\.k8s\\.alibaba/'],
    });
    new HelmProvider(this, 'helm', { kubernetes: access });
  }
}
