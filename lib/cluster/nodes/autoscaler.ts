import { CsAutoscalingConfig } from '@cdktf/provider-alicloud/lib/cs-autoscaling-config';
import type { Construct } from 'constructs';
import type { ICluster } from '../../core/cluster';

const OWNS_AUTOSCALER = Symbol.for('alicloud-constructs/ownsAutoscaler');
type Owner = { [OWNS_AUTOSCALER]?: true };

/** How the autoscaler decides. What ACK would choose by itself, written out. */
export const AUTOSCALER_DEFAULTS = Object.freeze({
  coolDownDuration: '10m',
  unneededDuration: '10m',
  utilizationThreshold: '0.5',
  gpuUtilizationThreshold: '0.5',
  scanInterval: '30s',
  scaleDownEnabled: true,
  expander: 'least-waste',
});

/** Says that this program owns the autoscaler of a cluster: of one that it creates, not of one that it imports. */
export function ownAutoscaler(cluster: ICluster & Construct): void {
  Object.defineProperty(cluster, OWNS_AUTOSCALER, { value: true });
}

/**
 * Switches the autoscaler of a cluster on, once: without it a pool with limits keeps its size. ACK installs the
 * component for it.
 */
export function needAutoscaler(cluster: ICluster): void {
  if ((cluster as Owner)[OWNS_AUTOSCALER] && !cluster.node.tryFindChild('autoscaler')) {
    new CsAutoscalingConfig(cluster as ICluster & Construct, 'autoscaler', {
      clusterId: cluster.clusterId,
      ...AUTOSCALER_DEFAULTS,
    });
  }
}
