import { distinctList, oneOf } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { NAME_RULES, nameProblems } from '../../core/names';
import { isToken } from '../../core/tokens';
import { billingProblems } from './billing';
import { diskProblems } from './disks';
import { imageProblems } from './image';
import { instanceTypeProblems } from './instance-types';
import { kubeletProblems } from './kubelet';
import { labelProblems } from './labels';
import { managementProblems } from './management';
import type { ResolvedNodePool } from './node-pool-defaults';
import { poolZoneProblems } from './node-pool-zones';
import { rotationProblems } from './rotation';
import { isAuto, sizeProblems } from './size';

/** Import ids of pools. */
const POOL_IMPORT_ID = /^c[0-9a-f]+:np[0-9a-f]+$/;

/** Everything that is wrong with the props of a node pool, at once. */
export function nodePoolProblems(p: ResolvedNodePool): Problem[] {
  const types = distinctList('instanceTypes', p.instanceTypes, '["ecs.g7.xlarge", "ecs.g8i.xlarge"]');
  return [
    ...kindProblems(p),
    ...nameProblems('name', p.name, NAME_RULES.nodePool),
    ...adoptedPoolProblems(p.adopt),
    ...rotationProblems(p.rotation, p.cluster.version),
    ...types,
    ...(types.length === 0 ? ofTypes(p) : []),
    ...sizeProblems(p.size),
    ...poolZoneProblems(p.cluster.network, p.zones),
    ...diskProblems(p.systemDisk, p.dataDisks),
    ...labelProblems(p.labels, p.taints),
    ...managementProblems(p.management),
    ...(p.kubelet === undefined ? [] : kubeletProblems(p.kubelet)),
    ...podsOfNodeProblems(p),
    ...renewalProblems(p),
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

/** The provider crashes on the id of a pool alone. */
function adoptedPoolProblems(id: string | undefined): Problem[] {
  if (id === undefined || isToken(id) || POOL_IMPORT_ID.test(id)) {
    return [];
  }
  const what = `adopt ${quote(id)} is not "<cluster id>:<pool id>", and the provider crashes on anything else`;
  const fix = 'write adopt: NodePool.importId("c1f2...", "np3a4b...")';
  return [{ code: 'resource-id-invalid', what, value: id, fix }];
}

/** Subscription nodes cannot be given back, which is what an autoscaler does. */
function renewalProblems({ billing, size }: ResolvedNodePool): Problem[] {
  if (billing.kind !== 'subscription' || !isAuto(size)) {
    return [];
  }
  const what = 'billing subscription: the autoscaler of size { min, max } cannot remove nodes that are paid for ahead';
  const fix = 'write size as a number, or billing: Billing.payAsYouGo()';
  return [{ code: 'choice-conflict', what, value: billing.kind, fix }];
}

/** With Flannel a node has the addresses of its part of the Pod range, and no more. */
function podsOfNodeProblems({ cluster, kubelet }: ResolvedNodePool): Problem[] {
  const { podNetwork } = cluster.network;
  const value = kubelet?.maxPods;
  if (podNetwork.kind !== 'flannel' || typeof value !== 'number' || isToken(value)) {
    return [];
  }
  const room = 2 ** (32 - podNetwork.nodeMask) - 1;
  const what = `kubelet.maxPods ${value}: the network's nodeMask ${podNetwork.nodeMask} gives each node addresses for ${room} Pods`;
  const fix = `write kubelet: { maxPods: ${room} }, or plan a new network with a shorter nodeMask`;
  return value <= room ? [] : [{ code: 'capacity-addresses', what, value, fix }];
}

function kindProblems({ cluster }: ResolvedNodePool): Problem[] {
  if (cluster.kind !== 'serverless') {
    return [];
  }
  const what = `cluster ${quote(cluster.node.path)} is serverless: it has no nodes, every Pod is on ECI`;
  return [{ code: 'cluster-kind', what, value: cluster.kind, fix: 'leave the node pool out, or use a ManagedCluster' }];
}
