import { distinctList, oneOf } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { NAME_RULES, nameProblems } from '../../core/names';
import { billingProblems } from './billing';
import { diskProblems } from './disks';
import { imageProblems } from './image';
import { instanceTypeProblems } from './instance-types';
import { kubeletProblems } from './kubelet';
import { labelProblems } from './labels';
import { managementProblems } from './management';
import type { ResolvedNodePool } from './node-pool-defaults';
import { poolZoneProblems } from './node-pool-zones';
import { sizeProblems } from './size';

/** Everything that is wrong with the props of a node pool, at once. */
export function nodePoolProblems(p: ResolvedNodePool): Problem[] {
  const types = distinctList('instanceTypes', p.instanceTypes, '["ecs.g7.xlarge", "ecs.g8i.xlarge"]');
  return [
    ...kindProblems(p),
    ...nameProblems('name', p.name, NAME_RULES.nodePool),
    ...types,
    ...(types.length === 0 ? ofTypes(p) : []),
    ...sizeProblems(p.size),
    ...poolZoneProblems(p.cluster.network, p.zones),
    ...diskProblems(p.systemDisk, p.dataDisks),
    ...labelProblems(p.labels, p.taints),
    ...managementProblems(p.management),
    ...(p.kubelet === undefined ? [] : kubeletProblems(p.kubelet)),
    ...oneOf('deploymentSet.kind', p.deploymentSet?.kind, ['new', 'existing']),
  ];
}

function ofTypes(p: ResolvedNodePool): Problem[] {
  return [
    ...instanceTypeProblems(p.instanceTypes, p.allowSmallNodes),
    ...imageProblems(p.image, p.instanceTypes),
    ...billingProblems(p.billing, p.instanceTypes),
  ];
}

function kindProblems({ cluster }: ResolvedNodePool): Problem[] {
  if (cluster.kind !== 'serverless') {
    return [];
  }
  const what = `cluster ${quote(cluster.node.path)} is serverless: it has no nodes, every Pod is on ECI`;
  return [{ code: 'cluster-kind', what, value: cluster.kind, fix: 'leave the node pool out, or use a ManagedCluster' }];
}
