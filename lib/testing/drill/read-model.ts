import type { WrittenStack } from '../../core/written/written';
import { quantityOf } from '../../core/quantity';
import type { DrillModel, ModelBudget, ModelCluster, ModelPart, ModelQuota } from './model';
import { readClusters, type ReadCluster } from './read-clusters';
import { readObjects, type PlacedObject } from './read-objects';
import { isStrange, readParts } from './read-parts';
import { selects, templateOf, type Data } from './read-pod';
import { drawsFor, readServices } from './read-services';
import { fixedDraws, readVswitches, type KnownVswitch, type Vswitches } from './read-vswitches';
import { idOf, readDaemons, readWorkloads } from './read-workloads';
import { countOf, indexed, nameOf, type WrittenIndex } from './written-index';

/** Reads what a drill needs out of the Terraform of an App. */
export function readModel(
  stacks: readonly WrittenStack[],
  known: Readonly<Record<string, KnownVswitch>> = {},
): DrillModel {
  const index = indexed(stacks);
  const vswitches = readVswitches(index, known);
  const clusters = readClusters(index, vswitches);
  const objects = readObjects(index, clusters);
  const parts = readParts(index, clusters, vswitches);
  const services = readServices(objects, vswitches, new Set(objects.map(({ cluster }) => cluster)).size);
  const { workloads, claims, unknown } = readWorkloads({ index, clusters, objects, parts, vswitches });
  const draws = fixedDraws(index, vswitches);
  const model = {
    clusters: clusters.map((cluster) => clusterOf(cluster, eciOf(cluster, objects, index, vswitches))),
    workloads,
    daemons: readDaemons(clusters, objects),
    parts: [...parts.parts, ...services.parts, ...claims, ...charts(index, objects)].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    ),
    quotas: quotasOf(objects),
    budgets: budgetsOf(objects, clusters),
    vswitches: vswitches
      .all()
      .map((one) => ({ ...one, fixed: [...(draws.get(one.id) ?? []), ...drawsFor(one.id, services.draws)] })),
  };
  return { ...model, zones: zonesOf(model), unknown: [...unknownOf(model), ...unknown, ...unread(index, objects)] };
}

type Read = Omit<DrillModel, 'zones' | 'unknown'>;

function clusterOf({ resource: _, addons, ...cluster }: ReadCluster, eci: ModelCluster['eci']): ModelCluster {
  return { ...cluster, ...(eci && { eci }), managedDns: addons.includes('managed-coredns') };
}

const VIRTUAL_NODE = 'ack-virtual-node';

/** vSwitches for ECI: those of the ConfigMap `eci-profile`, or else those of the cluster. */
function eciOf(
  cluster: ReadCluster,
  objects: readonly PlacedObject[],
  index: WrittenIndex,
  vswitches: Vswitches,
): readonly string[] | undefined {
  const profile = objects.find(
    ({ object, name, cluster: at }) => object.kind === 'ConfigMap' && name === 'eci-profile' && at === cluster.id,
  );
  const charts = index.ofType('helm_release').some(({ attributes }) => String(attributes.chart).includes(VIRTUAL_NODE));
  if (cluster.kind !== 'serverless' && !cluster.addons.includes(VIRTUAL_NODE) && !profile && !charts) {
    return undefined;
  }
  const named = profile ? vswitches.at(profile.resource, 'data') : [];
  return named.length > 0 ? named : cluster.vswitches;
}

function quotasOf(objects: readonly PlacedObject[]): readonly ModelQuota[] {
  return objects
    .filter(({ object }) => object.kind === 'ResourceQuota')
    .map(({ object, cluster, namespace }) => {
      const hard = (object.spec?.hard ?? {}) as Readonly<Record<string, string>>;
      const cpu = quantityOf(String(hard['requests.cpu'] ?? hard.cpu));
      return {
        cluster,
        namespace,
        pods: countOf(hard.pods ?? hard['count/pods']),
        cpu: cpu === undefined ? undefined : cpu * 1000,
        memory: quantityOf(String(hard['requests.memory'] ?? hard.memory)),
      };
    });
}

function budgetsOf(objects: readonly PlacedObject[], clusters: readonly ReadCluster[]): readonly ModelBudget[] {
  return objects
    .filter(({ object }) => object.kind === 'PodDisruptionBudget')
    .flatMap((budget) =>
      objects
        .filter((one) => one.cluster === budget.cluster && one.namespace === budget.namespace)
        .filter(({ object }) => ['Deployment', 'StatefulSet', 'ReplicaSet', 'CloneSet'].includes(object.kind))
        .filter(({ object }) => selects(budget.object.spec?.selector as Data, templateOf(object).labels))
        .map((one) => ({
          id: idOf(budget, clusters),
          workload: idOf(one, clusters),
          minAvailable: budget.object.spec?.minAvailable as number | string | undefined,
          maxUnavailable: budget.object.spec?.maxUnavailable as number | string | undefined,
        })),
    );
}

/** Releases of charts that only Helm renders. */
const unreadReleases = (index: WrittenIndex, objects: readonly PlacedObject[]) =>
  index.ofType('helm_release').filter((release) => objects.every(({ resource }) => resource !== release));

/** What such a chart runs may be lost with any zone. */
const charts = (index: WrittenIndex, objects: readonly PlacedObject[]): readonly ModelPart[] =>
  unreadReleases(index, objects).map((release) => ({
    id: nameOf(release),
    kind: 'other',
    type: 'helm_release',
    where: { kind: 'unknown', note: `what the chart ${String(release.attributes.chart)} runs is not known` },
  }));

/** What holds more than is read here: charts of others, and resources that Terraform multiplies. */
function unread(index: WrittenIndex, objects: readonly PlacedObject[]): readonly string[] {
  const all = index.stacks.flatMap(({ resources }) => resources.filter(({ kind }) => kind === 'resource'));
  return [
    ...unreadReleases(index, objects).map(
      (release) => `what the chart ${String(release.attributes.chart)} of ${nameOf(release)} runs`,
    ),
    ...all
      .filter(({ attributes }) => 'count' in attributes || 'for_each' in attributes)
      .map((resource) => `how many there are of ${nameOf(resource)}: one was counted`),
    ...all.filter(isStrange).map((resource) => `what becomes of ${nameOf(resource)} (${resource.type})`),
  ];
}

function zonesOf({ vswitches, parts }: Read): readonly string[] {
  const ofParts = parts.flatMap(({ where }) => ('zones' in where ? (where.zones ?? []) : []));
  return [...new Set([...vswitches.flatMap(({ zone }) => zone ?? []), ...ofParts])].sort();
}

function unknownOf({ vswitches, clusters, parts }: Read): readonly string[] {
  const used = new Set(clusters.flatMap((cluster) => [...(cluster.eci ?? []), ...cluster.podVswitches]));
  return [
    ...vswitches.flatMap(({ id, zone, addresses }) => [
      ...(zone === undefined ? [`in which zone vSwitch ${id} is`] : []),
      ...(zone !== undefined && addresses === undefined ? [`how many addresses vSwitch ${id} has`] : []),
    ]),
    ...clusters.flatMap(({ id, eci, pools }) => [
      ...(eci?.length === 0 ? [`from which vSwitches Pods on ECI of ${id} get their addresses`] : []),
      ...pools.flatMap((pool) => [
        ...(pool.nodes === undefined ? [`how many nodes ${pool.id} has`] : []),
        ...(pool.vswitches.length === 0 ? [`in which zones the nodes of ${pool.id} are`] : []),
        ...(pool.room === undefined ? [`what nodes of ${pool.id} have room for: ${pool.types.join(', ')}`] : []),
      ]),
    ]),
    ...parts.flatMap(({ id, kind, type, where }) =>
      where.kind === 'unknown' && !saidElsewhere(kind, type) ? [`where ${id} is: ${where.note}`] : [],
    ),
    ...(used.size === 0 && clusters.length === 0 ? ['what runs Pods: no cluster is made here'] : []),
  ];
}

/** What is among what was not read already. */
const saidElsewhere = (kind: string, type: string): boolean =>
  type === 'PersistentVolumeClaim' || (kind === 'other' && type !== 'module');
