import type { Data } from './read-pod';
import type { PlacedObject } from './read-objects';
import { countOf } from './written-index';

/** Pods that a workload always has, and can come to have; absent members are not known. */
export interface Replicas {
  readonly least?: number;
  readonly most?: number;
}

/** How many Pods a workload has, by what scales it. */
export function replicasOf(workload: PlacedObject, objects: readonly PlacedObject[]): Replicas {
  const { object } = workload;
  if (object.kind === 'CronJob') {
    const parallelism = countOf(object.spec?.jobTemplate?.spec?.parallelism ?? 1);
    return { least: parallelism, most: parallelism };
  }
  const written = countOf(object.spec?.replicas ?? 1);
  const scalers = objects.filter((one) => sameNamespace(one, workload) && aims(one.object.spec, workload));
  const limits = scalers.map(limitsOf).filter((one) => one !== undefined);
  if (limits.length === 0) {
    return raised({ least: written, most: written }, cronTargets(workload, objects));
  }
  const scaler = scalers.find((one) => limitsOf(one) !== undefined)!;
  return raised(limits[0]!, cronTargets(scaler, objects));
}

function sameNamespace(one: PlacedObject, other: PlacedObject): boolean {
  return one.cluster === other.cluster && one.namespace === other.namespace;
}

/** Whether `scaleTargetRef` names a workload; the kind may be left out for a Deployment. */
function aims(spec: Data | undefined, { object, name }: PlacedObject): boolean {
  const target = spec?.scaleTargetRef as Data | undefined;
  return target?.name === name && (target?.kind ?? 'Deployment') === object.kind;
}

function limitsOf({ object: { kind, apiVersion, spec } }: PlacedObject): Replicas | undefined {
  if (kind === 'HorizontalPodAutoscaler') {
    return { least: countOf(spec?.minReplicas ?? 1), most: countOf(spec?.maxReplicas) };
  }
  if (kind === 'ScaledObject' && apiVersion.startsWith('keda.sh/')) {
    return { least: countOf(spec?.minReplicaCount ?? 0), most: countOf(spec?.maxReplicaCount ?? 100) };
  }
  return undefined;
}

/** Sizes that schedules set on a workload or on its autoscaler. */
function cronTargets(target: PlacedObject, objects: readonly PlacedObject[]): readonly number[] {
  return objects
    .filter((one) => one.object.kind === 'CronHorizontalPodAutoscaler' && sameNamespace(one, target))
    .filter(({ object: { spec } }) => aims(spec as Data, target))
    .flatMap(({ object: { spec } }) => ((spec?.jobs ?? []) as readonly Data[]).map((job) => countOf(job.targetSize)))
    .filter((size) => size !== undefined);
}

function raised({ least, most }: Replicas, sizes: readonly number[]): Replicas {
  return { least, most: most === undefined ? undefined : Math.max(most, ...sizes) };
}

/** What a rolling update adds. */
export interface Rollout {
  readonly surge: number;
  readonly unavailable: number;
  readonly ending: number;
}

/**
 * Pods that an update of so many adds, and the most that end at the same time: a step goes once its Pods have been ready
 * for `minReadySeconds`, at the soonest, and those that it replaced end within their grace.
 */
export function rolloutOf({ object: { kind, spec } }: PlacedObject, most: number): Rollout {
  const strategy = spec?.strategy as Data | undefined;
  if (kind !== 'Deployment' || strategy?.type === 'Recreate') {
    return { surge: 0, unavailable: most, ending: 0 };
  }
  const { maxSurge = '25%', maxUnavailable = '25%' } = (strategy?.rollingUpdate ?? {}) as Data;
  const surge = share(maxSurge, most, Math.ceil);
  const unavailable = share(maxUnavailable, most, Math.floor);
  const step = Math.max(1, surge + unavailable);
  const grace = countOf(spec?.template?.spec?.terminationGracePeriodSeconds) ?? 30;
  const ready = Math.max(1, countOf(spec?.minReadySeconds) ?? 0);
  return { surge, unavailable, ending: Math.min(most, Math.ceil(grace / ready) * step) };
}

/** A number, or a percentage of all. */
export function share(amount: unknown, all: number, round: (number: number) => number): number {
  const [, percent] = /^(\d+)%$/.exec(String(amount)) ?? [];
  return percent === undefined ? (countOf(amount) ?? 0) : round((all * Number(percent)) / 100);
}
