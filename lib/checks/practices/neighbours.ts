import { besides, type PlacedObject } from './objects';
import type { Picture } from './picture';
import type { Data, Pod } from './pods';
import { isLater, isPlain, numberIn } from './reading';

/** Whether labels that are asked for are all there. No label asked for is nobody, as for a Service without a selector. */
function fits(asked: unknown, labels: Readonly<Record<string, string>>): boolean {
  const pairs = isPlain(asked) ? Object.entries(asked) : [];
  return pairs.length > 0 && pairs.every(([key, value]) => labels[key] === value);
}

/** Services that send connections to the Pods. */
export function servicesOf({ owner, labels }: Pod, picture: Picture): readonly PlacedObject[] {
  return picture
    .objects('Service')
    .filter((service) => besides(service, owner) && fits((service.object.spec as Data | undefined)?.selector, labels));
}

/** Budgets that say how many of the Pods may be away at once. */
export function budgetsOf({ owner, labels }: Pod, picture: Picture): readonly PlacedObject[] {
  return picture.objects('PodDisruptionBudget').filter((budget) => {
    const { matchLabels, matchExpressions } = (budget.object.spec as Data | undefined)?.selector ?? {};
    // Expressions are not read: a budget that has them may be meant.
    return besides(budget, owner) && (fits(matchLabels, labels) || Array.isArray(matchExpressions));
  });
}

/** Kinds that set how many Pods a workload has, and the field with the least. */
const SCALERS: Readonly<Record<string, string>> = {
  HorizontalPodAutoscaler: 'minReplicas',
  AdvancedHorizontalPodAutoscaler: 'minReplicas',
  ScaledObject: 'minReplicaCount',
};

/** Autoscalers of a workload. */
export function scalersOf(owner: PlacedObject, picture: Picture): readonly PlacedObject[] {
  return [...Object.keys(SCALERS), 'CronHorizontalPodAutoscaler']
    .flatMap((kind) => picture.objects(kind))
    .filter((scaler) => {
      const { kind = 'Deployment', name } = ((scaler.object.spec as Data | undefined)?.scaleTargetRef ?? {}) as Data;
      return besides(scaler, owner) && kind === owner.kind && picture.nameIn(scaler.element, name) === owner.name;
    });
}

/** The least Pods that a workload has, by itself or by its autoscalers; `undefined` when nobody knows. */
export function leastReplicas(owner: PlacedObject, picture: Picture): number | undefined {
  const scalers = scalersOf(owner, picture);
  if (scalers.length === 0) {
    const { replicas } = (owner.object.spec ?? {}) as Data;
    return isLater(replicas) ? undefined : (numberIn(replicas) ?? 1);
  }
  const least = scalers.map(({ kind, object }) => {
    const field = SCALERS[kind];
    const value: unknown = field === undefined ? undefined : (object.spec as Data)[field];
    // What a schedule sets, and a scaler that says nothing, is not known; an autoscaler's own default is one.
    return field === undefined || isLater(value) ? undefined : (numberIn(value) ?? (kind === 'ScaledObject' ? 0 : 1));
  });
  return least.includes(undefined) ? undefined : Math.min(...(least as number[]));
}

/** Ports by which Services send to a container’s port, by number or name. */
export function servicePortsTo(pod: Pod, picture: Picture): readonly Data[] {
  return servicesOf(pod, picture).flatMap(({ object }) => [object.spec?.ports ?? []].flat() as Data[]);
}
