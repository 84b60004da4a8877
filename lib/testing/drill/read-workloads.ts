import type { WrittenResource } from '../../core/written/written';
import type { ModelDaemon, ModelPart, ModelWorkload } from './model';
import type { ReadCluster } from './read-clusters';
import type { PlacedObject } from './read-objects';
import type { ReadParts } from './read-parts';
import { placeOf } from './read-place';
import { apartOf, requestsOf, selectOf, templateOf, type Data } from './read-pod';
import { replicasOf, rolloutOf } from './read-scale';
import { boundBy } from './read-volumes';
import type { Vswitches } from './read-vswitches';
import type { WrittenIndex } from './written-index';

/** What is read of an App before its workloads. */
export interface Around {
  readonly index: WrittenIndex;
  readonly clusters: readonly ReadCluster[];
  readonly objects: readonly PlacedObject[];
  readonly parts: ReadParts;
  readonly vswitches: Vswitches;
}

const KINDS = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'CronJob', 'CloneSet', 'Pod'];
const ECI_VSWITCH = 'k8s.aliyun.com/eci-vswitch';

export function readWorkloads(around: Around): {
  readonly workloads: readonly ModelWorkload[];
  /** Claims of which it is not known what keeps them. */
  readonly claims: readonly ModelPart[];
  readonly unknown: readonly string[];
} {
  const found = around.objects
    .filter(({ object }) => KINDS.includes(object.kind) && object.spec?.suspend !== true)
    .map((one) => workloadOf(one, around));
  return {
    workloads: found.map(({ workload }) => workload).sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    claims: found.flatMap(({ claims }) => claims),
    unknown: found.flatMap(({ unknown }) => unknown),
  };
}

/** DaemonSets of the program; those of ACK are in what a node has no room for. */
export function readDaemons(
  clusters: readonly ReadCluster[],
  objects: readonly PlacedObject[],
): readonly ModelDaemon[] {
  return objects
    .filter(({ object }) => object.kind === 'DaemonSet')
    .map((one) => {
      const template = templateOf(one.object);
      return {
        id: idOf(one, clusters),
        cluster: one.cluster,
        each: requestsOf(template, limitRangeOf(one, objects)),
        selects: selectOf(template),
        hostNetwork: template.spec.hostNetwork === true,
      };
    });
}

/** What always runs gets its place before what runs now and then. */
const order = ({ kind, id }: ModelWorkload): string => `${kind === 'CronJob' ? 1 : 0} ${id}`;

/** What people call a workload: with its cluster where there are several. */
export function idOf({ namespace, name, cluster }: PlacedObject, clusters: readonly ReadCluster[]): string {
  return `${clusters.length > 1 ? `${cluster} ` : ''}${namespace}/${name}`;
}

const NO_CLASS = 'its storage class is not made here';

function workloadOf(one: PlacedObject, around: Around) {
  const { clusters, objects } = around;
  const id = idOf(one, clusters);
  const cluster = clusters.find((candidate) => candidate.id === one.cluster);
  const template = templateOf(one.object);
  const many = ['count', 'for_each'].some((name) => name in one.resource.attributes);
  const { least, most } = many ? {} : replicasOf(one, objects);
  const selects = selectOf(template);
  const bound = boundBy(one, template, objects);
  const stateful = one.object.kind === 'StatefulSet';
  const annotated = around.vswitches.behind(
    around.index.linksAt(one.resource).filter(({ at }) => at.endsWith(ECI_VSWITCH)),
  );
  const eciVswitches = [...annotated, ...around.vswitches.inText(template.annotations[ECI_VSWITCH] ?? '')];
  const claims = bound.unknown.map((claim): ModelPart => ({
    id: `claim ${claim} of ${id}`,
    kind: 'files',
    type: 'PersistentVolumeClaim',
    where: { kind: 'unknown', note: NO_CLASS },
  }));
  const workload: ModelWorkload = {
    id,
    namespace: one.namespace,
    kind: one.object.kind,
    cluster: one.cluster,
    each: requestsOf(template, limitRangeOf(one, objects)),
    least,
    most,
    ...(one.object.kind === 'CronJob' ? { surge: 0, unavailable: 0, ending: 0 } : rolloutOf(one, most ?? 0)),
    place: placeOf(one, template, selects, cluster?.kind, objects, most ?? 0),
    selects,
    hostNetwork: template.spec.hostNetwork === true,
    clusterDns: [undefined, 'ClusterFirst', 'ClusterFirstWithHostNet'].includes(template.spec.dnsPolicy as string),
    ...apartOf(template),
    zonal: bound.zonal,
    oneDisk: bound.oneDisk,
    alone: one.object.kind === 'Pod',
    members: stateful,
    needs: [
      ...needsOf([one.resource, ...bound.named.map(({ resource }) => resource)], around),
      ...claims.map((claim) => claim.id),
    ],
    ...(eciVswitches.length > 0 && { eciVswitches }),
    eciOrdered: template.annotations['k8s.aliyun.com/eci-schedule-strategy'] === 'VSwitchOrdered',
  };
  const count = least === undefined || most === undefined;
  return {
    workload,
    claims,
    unknown: [
      ...(count ? [`how many Pods ${id} has`] : []),
      ...(cluster === undefined ? [`what nodes ${id} runs on: its cluster is not made here`] : []),
      ...bound.unknown.map((claim) => `what keeps the claim ${claim} of ${id}: ${NO_CLASS}`),
    ],
  };
}

function limitRangeOf(one: PlacedObject, objects: readonly PlacedObject[]): Readonly<Record<string, string>> {
  const range = objects.find(
    ({ object, cluster, namespace }) =>
      object.kind === 'LimitRange' && cluster === one.cluster && namespace === one.namespace,
  );
  const limits = (range?.object.spec?.limits ?? []) as readonly Data[];
  return (limits.find(({ type }) => type === 'Container')?.defaultRequest ?? {}) as Readonly<Record<string, string>>;
}

/** Attributes by which a resource belongs to the service behind it, such as a mount target to its file system. */
const BELONGS = ['file_system_id', 'instance_id', 'db_instance_id', 'db_cluster_id', 'master_db_instance_id'];

/** The parts that resources take something from. */
function needsOf(resources: readonly WrittenResource[], { index, parts }: Around): readonly string[] {
  const reached = resources
    .flatMap((resource) => index.linksAt(resource))
    .flatMap(({ to }) => [to, ...BELONGS.flatMap((at) => index.linksAt(to, at).map((link) => link.to))]);
  return [...new Set(reached.flatMap((resource) => parts.of(resource) ?? []))].sort();
}
