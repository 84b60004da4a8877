import type { DrillModel, ModelBudget, ModelCluster, ModelPart, ModelWorkload } from './model';
import { share } from './read-scale';

/** Kinds of single points. */
export type SinglePointKind =
  'one-zone' | 'weak-quorum' | 'one-node' | 'one-replica' | 'even-members' | 'zonal-volume' | 'blocking-budget';

/** One thing whose loss stops something, or that stands in the way when a node is to go. */
export interface SinglePoint {
  readonly kind: SinglePointKind;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** The single points of a model, by what they are of. */
export function singlePoints(model: DrillModel): readonly SinglePoint[] {
  const zoneOf = (id: string) => model.vswitches.find((one) => one.id === id)?.zone;
  return [
    ...model.parts.flatMap(ofPart),
    ...model.clusters.flatMap((cluster) => ofCluster(cluster, zoneOf)),
    ...model.workloads.flatMap(ofWorkload),
    ...model.budgets.flatMap((budget) => ofBudget(budget, model.workloads)),
  ].sort((a, b) => (`${a.what} ${a.kind}` < `${b.what} ${b.kind}` ? -1 : 1));
}

const ZONE_FIXES: Readonly<Record<ModelPart['kind'], string>> = Object.freeze({
  database: 'give it a standby in another zone',
  cache: 'give it a secondary zone',
  files: 'keep a copy in another zone, or files where several zones keep them (OSS with ZRS)',
  balancer: 'give it a second zone',
  egress: 'leave availability_mode out: the cloud keeps the gateway in two zones',
  vpn: 'give it a second vSwitch in another zone',
  'control-plane': 'put a master into each of three zones',
  other: 'see what its product offers over several zones',
});

function ofPart({ id, kind, where }: ModelPart): readonly SinglePoint[] {
  const zones = 'zones' in where ? [...new Set(where.zones ?? [])] : [];
  const fix = ZONE_FIXES[kind];
  if (zones.length === 1) {
    return [{ kind: 'one-zone', what: id, why: `is in ${zones[0]} only`, fix }];
  }
  if (where.kind !== 'voters') {
    return [];
  }
  const heavy = zones.find((zone) => 2 * where.zones.filter((one) => one === zone).length >= where.zones.length);
  return heavy === undefined
    ? []
    : [
        {
          kind: 'weak-quorum',
          what: id,
          why: `has no majority of its ${where.zones.length} members without ${heavy}`,
          fix,
        },
      ];
}

function ofCluster(cluster: ModelCluster, zoneOf: (id: string) => string | undefined): readonly SinglePoint[] {
  const oneZone = (ids: readonly string[]): string | undefined => {
    const zones = new Set(ids.map(zoneOf));
    const [zone] = zones;
    return zones.size === 1 ? zone : undefined;
  };
  const { id, pools, eci } = cluster;
  const inOne = (what: string, zone: string | undefined, fix: string): readonly SinglePoint[] =>
    zone === undefined ? [] : [{ kind: 'one-zone', what, why: `is in ${zone} only`, fix }];
  return [
    ...pools.flatMap((pool): readonly SinglePoint[] => [
      ...inOne(pool.id, oneZone(pool.vswitches), 'give the pool a vSwitch in another zone'),
      ...(pool.nodes === 1
        ? [{ kind: 'one-node', what: pool.id, why: 'has one node', fix: 'two nodes or more' } as const]
        : []),
      ...(pool.spread === 'first' && new Set(pool.vswitches.map(zoneOf)).size > 1
        ? [
            {
              kind: 'one-zone',
              what: pool.id,
              why: 'may have all nodes in the first of its zones that has the type (multi_az_policy PRIORITY)',
              fix: 'write multi_az_policy BALANCE',
            } as const,
          ]
        : []),
    ]),
    ...(eci ? inOne(`${id} ECI`, oneZone(eci), 'name vSwitches of several zones in eci-profile') : []),
  ];
}

function ofWorkload({ id, kind, least, zonal, oneDisk, members, most, alone }: ModelWorkload): readonly SinglePoint[] {
  const steady = kind !== 'CronJob';
  const found: (SinglePoint | false)[] = [
    steady &&
      least === 1 && {
        kind: 'one-replica',
        what: id,
        why: alone
          ? 'is a Pod that no controller makes anew'
          : most === 1
            ? 'is one Pod: it is away until it runs elsewhere'
            : 'may be down to one Pod',
        fix: alone ? 'write a Deployment or a StatefulSet' : 'two replicas or more, where it bears a second one',
      },
    members &&
      least !== undefined &&
      least >= 2 &&
      least % 2 === 0 && {
        kind: 'even-members',
        what: id,
        why: `has ${least} members: should they vote, half of them are no majority`,
        fix: `${least - 1} or ${least + 1} members`,
      },
    (zonal || oneDisk) && {
      kind: 'zonal-volume',
      what: id,
      why: oneDisk ? 'keeps its data on one disk, in one zone' : 'keeps the data of each Pod on a disk in its zone',
      fix: 'a disk of several zones (cloud_regional_disk_auto), files, or a copy at another member',
    },
  ];
  return found.filter((one): one is SinglePoint => one !== false);
}

/** A budget that lets no Pod go while there are as few as there can be. */
function ofBudget(budget: ModelBudget, workloads: readonly ModelWorkload[]): readonly SinglePoint[] {
  const { id, workload, minAvailable, maxUnavailable } = budget;
  const least = workloads.find((one) => one.id === workload)?.least;
  if (least === undefined || least === 0) {
    return [];
  }
  const mayGo =
    maxUnavailable === undefined
      ? least - share(minAvailable ?? 1, least, Math.ceil)
      : share(maxUnavailable, least, Math.ceil);
  return mayGo > 0
    ? []
    : [
        {
          kind: 'blocking-budget',
          what: id,
          why: `lets none of the ${least} Pods of ${workload} go, so no node with one is ever drained`,
          fix: 'write maxUnavailable: 1',
        },
      ];
}
