import type { WrittenResource } from '../../core/written/written';
import type { ModelCluster, ModelPool, ModelTaint } from './model';
import { roomOf } from './node-room';
import type { Vswitches } from './read-vswitches';
import { blocksOf, countOf, nameOf, textOf, type WrittenIndex } from './written-index';

/** A cluster as it is written; what runs on ECI is added when the objects in it are known. */
export interface ReadCluster extends Omit<ModelCluster, 'managedDns'> {
  readonly resource: WrittenResource;
  readonly addons: readonly string[];
}

const KINDS: Readonly<Record<string, ModelCluster['kind']>> = Object.freeze({
  alicloud_cs_managed_kubernetes: 'managed',
  alicloud_cs_kubernetes: 'dedicated',
  alicloud_cs_serverless_kubernetes: 'serverless',
});

export const CLUSTER_TYPES = Object.freeze(Object.keys(KINDS));

export function readClusters(index: WrittenIndex, vswitches: Vswitches): readonly ReadCluster[] {
  return index.ofType(...CLUSTER_TYPES).map((resource) => {
    const { attributes } = resource;
    const podVswitches = vswitches.at(resource, 'pod_vswitch_ids');
    const podNetwork = textOf(attributes.pod_cidr) === undefined ? 'terway' : 'flannel';
    const own = 'master_vswitch_ids' in attributes ? 'master_vswitch_ids' : 'vswitch_ids';
    return {
      resource,
      id: nameOf(resource),
      kind: attributes.profile === 'Serverless' ? 'serverless' : KINDS[resource.type]!,
      podNetwork,
      vswitches: vswitches.at(resource, own),
      podVswitches,
      pools: pointing(index, resource, 'alicloud_cs_kubernetes_node_pool').map((pool) =>
        poolOf(pool, resource, podNetwork, vswitches),
      ),
      addons: [
        ...pointing(index, resource, 'alicloud_cs_kubernetes_addon').map(({ attributes: addon }) => addon.name),
        ...blocksOf(attributes.addons).map(({ name, disabled }) => (disabled === true ? undefined : name)),
      ].filter((name): name is string => typeof name === 'string'),
    };
  });
}

/** Resources of a type that belong to a cluster. */
function pointing(index: WrittenIndex, cluster: WrittenResource, type: string): readonly WrittenResource[] {
  return index.ofType(type).filter((one) => index.linksAt(one, 'cluster_id').some(({ to }) => to === cluster));
}

function poolOf(
  pool: WrittenResource,
  cluster: WrittenResource,
  podNetwork: ModelCluster['podNetwork'],
  vswitches: Vswitches,
): ModelPool {
  const { attributes } = pool;
  const [scaling] = blocksOf(attributes.scaling_config);
  const auto = scaling !== undefined && scaling.enable !== false;
  const fixed = countOf(attributes.desired_size) ?? countOf(attributes.node_count);
  const types = [attributes.instance_types].flat().filter((type) => typeof type === 'string');
  const [kubelet] = blocksOf(attributes.kubelet_configuration);
  return {
    id: nameOf(pool),
    vswitches: vswitches.at(pool, 'vswitch_ids'),
    nodes: auto ? countOf(scaling.max_size) : fixed,
    auto,
    spread: spreadOf(attributes.multi_az_policy),
    types,
    room: roomOf(types, {
      podNetwork,
      nodeMask: countOf(cluster.attributes.node_cidr_mask),
      maxPods: countOf(kubelet?.max_pods),
      kubeReserved: kubelet?.kube_reserved as Readonly<Record<string, string>> | undefined,
      systemReserved: kubelet?.system_reserved as Readonly<Record<string, string>> | undefined,
    }),
    labels: Object.fromEntries(
      blocksOf(attributes.labels).map(({ key, value }) => [String(key), String(value ?? '')] as const),
    ),
    taints: blocksOf(attributes.taints).map(({ key, value, effect }): ModelTaint => ({
      key: String(key),
      value: String(value ?? ''),
      effect: String(effect ?? 'NoSchedule'),
    })),
  };
}

/** The provider's default is `PRIORITY`: the first zone that has the type. */
function spreadOf(policy: unknown): ModelPool['spread'] {
  return policy === 'BALANCE' ? 'even' : policy === undefined || policy === 'PRIORITY' ? 'first' : 'unknown';
}
