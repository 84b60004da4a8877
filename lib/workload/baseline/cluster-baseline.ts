import { ConfigMapV1Data } from '@cdktf/provider-kubernetes/lib/config-map-v1-data';
import { Construct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import { reject, type Problem } from '../../core/errors';
import { formProblems } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { addTreeCheck } from '../../core/tree';
import { workplaceOf } from '../../core/workplace';
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
 * configured: the component owns the ConfigMap, so only its keys are set. Nothing where there is nothing to do. Free.
 *
 * @throws InputError `baseline-duplicate` for the second one of a cluster, and for wrong props
 */
export class ClusterBaseline extends Construct {
  readonly cluster: ICluster;
  /** The keys of `kube-system/eci-profile`; absent when none is set. */
  readonly eciProfile?: ConfigMapV1Data;
  /** What has to be in the cluster before its workloads. */
  readonly ready: readonly { readonly fqn: string }[];

  constructor(scope: Construct, id: string, props: ClusterBaselineProps = {}) {
    super(scope, checkedId(scope, id));
    const { cluster } = workplaceOf(this);
    reject(this, formProblems(props, BASELINE_FORMS));
    reject(this, [...second(this, cluster), ...eciProblems(cluster, props.eci)]);
    Object.defineProperty(cluster, BASELINE, { value: this });
    this.cluster = cluster;
    const data = eciProfile(cluster, props.eci);
    this.eciProfile = Object.keys(data).length > 0 ? this.patch('eci-profile', data) : undefined;
    this.ready = this.eciProfile ? [this.eciProfile] : [];
    const node = cluster.virtualNode;
    addTreeCheck(this, () => (cluster.virtualNode === node ? [] : [late(this, cluster)]));
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
