import type { IConstruct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import { quote, type Problem } from '../../core/errors';
import { byKey, perTree } from '../../core/tree';
import type { IWorkload } from '../../core/workload';
import { tryWorkplaceOf } from '../../core/workplace';
import { isChanged } from '../dns/node-cache-problems';
import { CACHE_LABEL } from '../dns/pod-dns';
import { ECI_LABEL } from './eci-use';

/** A resource of the kubernetes or helm provider, as far as it is read here. */
interface Resource extends IConstruct {
  readonly terraformResourceType: string;
  readonly metadataInput?: { readonly name?: string; readonly namespace?: string; readonly labels?: object };
  readonly specInput?: Readonly<Record<string, unknown>>;
  readonly storageClassName?: string;
  readonly volumeBindingModeInput?: string;
  readonly chartInput?: string;
  readonly nameInput?: string;
}

const WAITS = 'WaitForFirstConsumer';
/** Storage classes of ACK that wait for a Pod to be scheduled. */
const WAITING_CLASSES = Object.freeze(['alicloud-disk-topology', 'alicloud-disk-topology-alltype']);
const UNMAINTAINED = 'virtual-kubelet-autoscaler';

const byType = perTree((all) =>
  byKey(all, ({ terraformResourceType }: Partial<Resource> & IConstruct) => terraformResourceType),
);

function resources(all: readonly IConstruct[], type: string): readonly Resource[] {
  return (byType(all).get(type) ?? []) as readonly Resource[];
}

/** Whether no construct of ours made it, which checks what it makes itself. */
function isRaw({ node }: IConstruct): boolean {
  return node.id !== 'Resource';
}

/** Problems with DaemonSets, made without a construct of ours, in a cluster without nodes. */
export function daemonProblems(cluster: ICluster, all: readonly IConstruct[]): Problem[] {
  const found = ['kubernetes_daemon_set_v1', 'kubernetes_daemonset'].flatMap((type) => resources(all, type));
  return cluster.kind !== 'serverless'
    ? []
    : found
        .filter((one) => isRaw(one) && belongs(one, cluster))
        .map((one) => ({
          code: 'daemon-on-eci' as const,
          what: `DaemonSet ${quote(one.metadataInput?.name)} in cluster "${cluster.node.path}", which has no nodes: no Pod of it would ever run`,
          value: one.metadataInput?.name,
          fix: 'put the agent beside the application, in sidecars',
          path: one.node.path,
        }));
}

/** Whether Pods of a workload are told to ask the DNS cache of their node. */
export function usesNodeDnsCache({ namespace, pod }: IWorkload): boolean {
  const { resource } = namespace as { readonly resource?: Resource };
  const labels = resource?.metadataInput?.labels as Readonly<Record<string, string>> | undefined;
  return labels?.[CACHE_LABEL] === 'enabled' && isChanged(pod.data);
}

/**
 * Problems with disks that wait for their Pod to be scheduled, of Pods that the label sends to ECI past the scheduler: one
 * waits for the other for ever.
 */
export function claimProblems(workload: IWorkload, all: readonly IConstruct[]): Problem[] {
  const { pod, namespace, workloadName } = workload;
  if (pod.data.labels[ECI_LABEL] !== 'true' && !namespace.everythingOnEci) {
    return [];
  }
  const names = pod.data.volumes.flatMap(({ source }) => (source.kind === 'claim' ? [source.claimName] : []));
  const waiting = waitingClasses(all);
  return resources(all, 'kubernetes_persistent_volume_claim_v1')
    .filter((one) => isRaw(one) && belongs(one, workload.cluster))
    .filter(
      ({ metadataInput: meta }) => names.includes(meta?.name ?? '') && meta?.namespace === namespace.namespaceName,
    )
    .filter(({ specInput }) => waiting.includes(specInput?.storageClassName as string))
    .map(({ metadataInput, specInput }) => ({
      code: 'claim-on-eci' as const,
      what: `claim ${quote(metadataInput?.name)} of "${workloadName}" has the class ${quote(specInput?.storageClassName)}, whose disks wait until a Pod is scheduled; the label ${ECI_LABEL} sends the Pods past the scheduler, so both wait for ever`,
      value: metadataInput?.name,
      fix: 'take a class with volumeBindingMode Immediate, a NAS file system, or Burst.afterEcs(n, eci)',
    }));
}

function waitingClasses(all: readonly IConstruct[]): readonly string[] {
  const own = resources(all, 'kubernetes_storage_class_v1').filter((one) => one.volumeBindingModeInput === WAITS);
  return [...WAITING_CLASSES, ...own.map(({ metadataInput }) => metadataInput?.name ?? '')];
}

/** Problems with Services that wait on ports of nodes for Pods that are on none. */
export function nodePortProblems(workload: IWorkload, all: readonly IConstruct[]): Problem[] {
  const { workloadName, namespace, eci } = workload;
  return eci !== 'all'
    ? []
    : resources(all, 'kubernetes_service_v1')
        .filter((one) => belongs(one, workload.cluster))
        .filter(({ metadataInput, specInput }) => {
          const here = metadataInput?.namespace === namespace.namespaceName;
          return here && specInput?.type === 'NodePort' && finds(specInput.selector, workload);
        })
        .map(({ metadataInput }) => ({
          code: 'eci-unsupported' as const,
          what: `Service ${quote(metadataInput?.name)} of type NodePort finds Pods of "${workloadName}", all of which are on ECI; ports of nodes do not lead there`,
          value: 'NodePort',
          fix: 'write type ClusterIP, or expose(...) it behind a balancer',
        }));
}

function finds(selector: unknown, { pod, selector: own }: IWorkload): boolean {
  const wanted = Object.entries((selector ?? {}) as Record<string, string>);
  const labels: Readonly<Record<string, string>> = { ...pod.data.labels, ...own };
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}

/** Problems with charts and components that bring the old scheduler of Pods to ECI. */
export function chartProblems(cluster: ICluster, all: readonly IConstruct[]): Problem[] {
  const named = ({ chartInput, nameInput }: Resource) =>
    `${chartInput ?? ''} ${nameInput ?? ''}`.includes(UNMAINTAINED);
  const found = [...resources(all, 'helm_release'), ...resources(all, 'alicloud_cs_kubernetes_addon')];
  return found
    .filter((one) => named(one) && belongs(one, cluster))
    .map((one) => ({
      code: 'burst-unmaintained' as const,
      what: `${UNMAINTAINED} is installed in cluster "${cluster.node.path}": nobody maintains it, and ACK asks to remove it`,
      value: UNMAINTAINED,
      fix: 'leave it out and write Burst.afterEcs(n, eci) for the workload',
      path: one.node.path,
    }));
}

function belongs({ node }: Resource, cluster: ICluster): boolean {
  const place = node.scopes.map(tryWorkplaceOf).find((one) => one !== undefined);
  return place ? place.cluster === cluster : node.scopes.includes(cluster);
}
