import type { ICluster } from '../../core/cluster';
import type { AutoscalerData } from './autoscaler-data';

/** What node pools know of a cluster that this program creates. */
export interface OwnCluster {
  /** Whether ACK has a time at which it may work on the cluster. */
  readonly maintained: boolean;
  /** What adds and removes nodes; absent where ACK's own settings do. */
  readonly autoscaler?: AutoscalerData;
}

const OWN = Symbol.for('alicloud-constructs/ownCluster');
type Owned = { [OWN]?: OwnCluster };

/** Says that this program creates the cluster, and so owns its autoscaler. */
export function ownCluster(cluster: ICluster, facts: OwnCluster): void {
  Object.defineProperty(cluster, OWN, { value: Object.freeze({ ...facts }) });
}

/** What is known of a cluster of this program; `undefined` for an imported one. */
export function ownFacts(cluster: ICluster): OwnCluster | undefined {
  return (cluster as Owned)[OWN];
}
