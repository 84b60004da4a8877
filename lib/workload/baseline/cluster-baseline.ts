import { ConfigMapV1Data } from '@cdktf/provider-kubernetes/lib/config-map-v1-data';
import { Construct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import { withDefaults } from '../../core/defaults';
import { reject, type Problem } from '../../core/errors';
import { formProblems } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { literal } from '../../core/literal';
import { addTreeCheck } from '../../core/tree';
import { workplaceOf } from '../../core/workplace';
import { CORE_DNS_DEFAULTS, type CoreDnsSettings, type DnsSettings } from '../dns/core-dns-props';
import { dnsProblems } from '../dns/core-dns-problems';
import { scaleCoreDns } from '../dns/core-dns-scaling';
import { corefileText, serverBlocks } from '../dns/corefile';
import { NODE_CACHE } from '../dns/node-cache';
import { BASELINE_FORMS, type ClusterBaselineProps } from './cluster-baseline-props';
import { eciProblems, eciProfile } from './eci-profile';

/** Name under which the API server knows who owns the keys of a patched ConfigMap. */
const FIELD_MANAGER = 'alicloud-constructs';

const BASELINE = Symbol.for('alicloud-constructs/baseline');
type HasBaseline = { [BASELINE]?: ClusterBaseline };

/** The baseline that a cluster has in this program. */
export function baselineOf(cluster: ICluster): ClusterBaseline | undefined {
  return (cluster as HasBaseline)[BASELINE];
}

/**
 * What exists once in a cluster and belongs to no workload. The first `WorkloadStack` of a cluster makes it; `baseline` of
 * that stack is this construct.
 *
 * Creates `kubernetes_config_map_v1_data` for `kube-system/eci-profile` where the cluster has a virtual node or ECI is
 * configured: the component owns the ConfigMap, so only its keys are set; the same for `kube-system/coredns` where `dns.coreDns`
 * is written, and with `replicas` a controller of one Pod, with what it may. Nothing where there is nothing to do. Free.
 *
 * @throws InputError `baseline-duplicate` for the second one of a cluster, and for wrong props
 */
export class ClusterBaseline extends Construct {
  readonly cluster: ICluster;
  /** The keys of `kube-system/eci-profile`; absent when none is set. */
  readonly eciProfile?: ConfigMapV1Data;
  /** The configuration of CoreDNS; absent when the component keeps its own. */
  readonly coreDns?: ConfigMapV1Data;
  /** Whether Pods of namespaces ask the cache of their node unless those say otherwise. */
  readonly nodeDnsCache: boolean;
  /** What has to be in the cluster before its workloads. */
  readonly ready: readonly { readonly fqn: string }[];

  constructor(scope: Construct, id: string, props: ClusterBaselineProps = {}) {
    super(scope, checkedId(scope, id));
    const { cluster } = workplaceOf(this);
    reject(this, formProblems(props, BASELINE_FORMS));
    reject(this, [
      ...second(this, cluster),
      ...eciProblems(cluster, props.eci),
      ...dnsProblems(cluster, props.dns ?? {}),
    ]);
    Object.defineProperty(cluster, BASELINE, { value: this });
    this.cluster = cluster;
    const data = eciProfile(cluster, props.eci);
    this.eciProfile = Object.keys(data).length > 0 ? this.patch('eci-profile', data) : undefined;
    this.nodeDnsCache = this.cacheOnNodes(props.dns);
    this.coreDns = this.configure(props.dns?.coreDns);
    this.ready = [this.eciProfile, this.coreDns].filter((one) => one !== undefined);
    const node = cluster.virtualNode;
    addTreeCheck(this, () => (cluster.virtualNode === node ? [] : [late(this, cluster)]));
  }

  private cacheOnNodes({ nodeCache = false }: DnsSettings = {}): boolean {
    if (nodeCache) {
      this.cluster.requireAddon(NODE_CACHE, 'the DNS cache of the nodes');
    }
    return nodeCache;
  }

  /** Writes the file of CoreDNS, and has somebody see to the number of its Pods. */
  private configure(settings: CoreDnsSettings | undefined): ConfigMapV1Data | undefined {
    if (settings === undefined) {
      return undefined;
    }
    const p = withDefaults(settings, CORE_DNS_DEFAULTS);
    if (p.replicas) {
      scaleCoreDns(this, p.replicas);
    }
    return this.patch('coredns', { Corefile: literal(corefileText(serverBlocks(p))) });
  }

  /** Sets keys of a ConfigMap that a component owns; the others stay as they are. */
  private patch(name: string, data: Readonly<Record<string, string>>): ConfigMapV1Data {
    return new ConfigMapV1Data(this, name, {
      metadata: { name, namespace: 'kube-system' },
      data: { ...data },
      force: true,
      fieldManager: FIELD_MANAGER,
    });
  }
}

function second(own: ClusterBaseline, cluster: ICluster): Problem[] {
  const first = baselineOf(cluster);
  if (first === undefined) {
    return [];
  }
  const what = `cluster "${cluster.node.path}" has the baseline "${first.node.path}" already; "${own.node.path}" would be a second owner of the same settings`;
  const fix = `write the settings in baseline of the stack "${workplaceOf(first).stack.node.path}", or baseline: false there`;
  return [{ code: 'baseline-duplicate', what, value: first.node.path, fix }];
}

function late(baseline: ClusterBaseline, cluster: ICluster): Problem {
  const what = `cluster "${cluster.node.path}" got its virtual node "${cluster.virtualNode?.node.path}" after "${baseline.node.path}" was made, which would not tell ECI its vSwitches`;
  const fix = 'call cluster.addVirtualNode() before new WorkloadStack(app, ..., { cluster })';
  return { code: 'virtual-node-late', what, value: cluster.virtualNode?.node.path, fix };
}
