import type { Amount } from '../../cluster/sizing/packing';
import { quantityOf } from '../../core/quantity';
import type { KubernetesObject } from '../../core/written/kubernetes-convert';
import type { NodeCondition, NodeSelect, Toleration } from './model';

/** Data of an object, of any form. */
export type Data = Readonly<Record<string, any>>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** The Pod template of a workload: its labels, annotations and spec. */
export interface Template {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: Data;
}

export function templateOf({ kind, spec, metadata: own }: KubernetesObject): Template {
  if (kind === 'Pod') {
    return { labels: own.labels ?? {}, annotations: own.annotations ?? {}, spec: spec ?? {} };
  }
  const { metadata, spec: pod } = ((kind === 'CronJob' ? spec?.jobTemplate?.spec : spec)?.template ?? {}) as Data;
  return { labels: metadata?.labels ?? {}, annotations: metadata?.annotations ?? {}, spec: pod ?? {} };
}

/**
 * What a Pod requests of a node: the sum of its containers, or an init container that requests more. A limit stands for a
 * request that is left out, and the namespace's LimitRange for both.
 */
export function requestsOf({ spec }: Template, limitRange: Readonly<Record<string, string>> = {}): Amount {
  const amount = (container: Data, of: 'cpu' | 'memory'): number => {
    const { requests, limits } = (container.resources ?? {}) as Data;
    return quantityOf(String(requests?.[of] ?? limits?.[of] ?? limitRange[of] ?? '0')) ?? 0;
  };
  const total = (of: 'cpu' | 'memory'): number => {
    const early = (spec.initContainers ?? []) as readonly Data[];
    const main = (spec.containers ?? []) as readonly Data[];
    return Math.max(
      0,
      main.reduce((sum, one) => sum + amount(one, of), 0),
      ...early.map((one) => amount(one, of)),
    );
  };
  return { cpu: Math.round(total('cpu') * 1000), memory: total('memory'), pods: 1 };
}

/** What a Pod asks of the node that it runs on. */
export function selectOf({ spec }: Template): NodeSelect {
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution as Data | undefined;
  const terms = (required?.nodeSelectorTerms ?? []) as readonly Data[];
  return {
    labels: (spec.nodeSelector ?? {}) as Readonly<Record<string, string>>,
    terms: terms.map(({ matchExpressions }) => ((matchExpressions ?? []) as readonly Data[]).map(conditionOf)),
    tolerations: ((spec.tolerations ?? []) as readonly Data[]).map(({ key, operator, value, effect }): Toleration => ({
      key,
      operator: operator ?? 'Equal',
      value,
      effect,
    })),
  };
}

function conditionOf({ key, operator, values }: Data): NodeCondition {
  return { key: String(key), operator: String(operator), values: (values ?? []) as readonly string[] };
}

/** Whether labels fulfil a selector of a workload, a budget or a policy. */
export function selects(selector: Data | undefined, labels: Readonly<Record<string, string>>): boolean {
  const expressions = ((selector?.matchExpressions ?? []) as readonly Data[]).map(conditionOf);
  const wanted = Object.entries((selector?.matchLabels ?? {}) as Readonly<Record<string, string>>);
  return wanted.every(([key, value]) => labels[key] === value) && expressions.every((one) => holds(one, labels));
}

/** Whether a condition holds for labels. */
export function holds(
  { key, operator, values }: NodeCondition,
  labels: Readonly<Record<string, string | undefined>>,
): boolean {
  const value = labels[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return true;
  }
}

/** How Pods keep apart: by zone, so that they wait rather than crowd, and one to a node. */
export function apartOf(template: Template): { readonly hardZones: boolean; readonly onePerNode: boolean } {
  const { spec, labels } = template;
  const hard = ((spec.topologySpreadConstraints ?? []) as readonly Data[]).filter(
    ({ whenUnsatisfiable, labelSelector }) =>
      (whenUnsatisfiable ?? 'DoNotSchedule') === 'DoNotSchedule' && selects(labelSelector as Data, labels),
  );
  const apart = (spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []) as Data[];
  return {
    hardZones: hard.some(({ topologyKey }) => topologyKey === 'topology.kubernetes.io/zone'),
    onePerNode: apart.some(
      ({ topologyKey, labelSelector }) =>
        topologyKey === 'kubernetes.io/hostname' && selects(labelSelector as Data, labels),
    ),
  };
}
