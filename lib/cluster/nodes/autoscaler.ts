import { CsAutoscalingConfig } from '@cdktf/provider-alicloud/lib/cs-autoscaling-config';
import type { Construct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import { ownFacts } from './own-cluster';

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

/**
 * Switches the autoscaler of a cluster on, once: without it a pool with limits keeps its size. ACK installs the
 * component for it. The autoscaler of an imported cluster belongs to whoever made the cluster.
 */
export function needAutoscaler(cluster: ICluster): void {
  if (ownFacts(cluster) && !cluster.node.tryFindChild('autoscaler-config')) {
    new CsAutoscalingConfig(cluster as ICluster & Construct, 'autoscaler-config', {
      clusterId: cluster.clusterId,
      ...AUTOSCALER_DEFAULTS,
    });
  }
}
