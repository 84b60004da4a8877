/** A network and a managed cluster in it whose nodes scale, by hand. */
import { CsAutoscalingConfig } from '@cdktf/provider-alicloud/lib/cs-autoscaling-config';
import type { Construct } from 'constructs';
import { controlPlane, workers, type Made } from './ack-by-hand';
import { network } from './network-by-hand';

export function cluster(scope: Construct, name: string): Made {
  const net = network(scope, name);
  const { ack, nodes } = controlPlane(scope, name, net);
  const pool = workers(scope, name, net, ack, {
    instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'],
    scalingConfig: { enable: true, minSize: 3, maxSize: 12, type: 'cpu' },
    lifecycle: { ignoreChanges: ['desired_size', 'image_id', 'runtime_version'] },
  });
  new CsAutoscalingConfig(scope, 'autoscaler', {
    clusterId: ack.id,
    coolDownDuration: '10m',
    unneededDuration: '10m',
    utilizationThreshold: '0.5',
    gpuUtilizationThreshold: '0.5',
    scanInterval: '30s',
    scaleDownEnabled: true,
    expander: 'least-waste',
  });
  return { ack, pool, vswitches: net.vswitches, nodes };
}
