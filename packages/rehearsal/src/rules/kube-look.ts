import type { CloudView, Thing } from '../cloud/cloud';
import { isObj, text, type Obj, type Value } from '../cty/value';
import { manifestsIn } from '../values/manifests';
import { metadataOf } from '../values/cluster-objects';
import { inCluster, objectName, objectNamespace } from './cluster-look';
import { blocks, texts } from './look';

/** Types of resources that keep Pods, without version. */
export const WORKLOADS = ['deployment', 'stateful_set', 'daemon_set', 'job', 'cron_job', 'replication_controller'];

/** Patterns of the types that keep Pods, bare Pods too. */
export const POD_TYPES = [...WORKLOADS, 'pod'].map((kind) => `kubernetes_${kind}_v1`);

/** The first (only) block of a name. */
export const block = (owner: Obj, name: string): Obj => blocks(owner[name])[0] ?? {};

/** A map of texts: labels. */
export const labelsOf = (value: Value | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(isObj(value) ? value : {}).flatMap(([key, one]) =>
      text(one) === undefined ? [] : [[key, text(one)!]],
    ),
  );

/** What a workload says of its Pods. */
export interface PodsOf {
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: Obj;
  readonly containers: readonly Obj[];
  readonly initContainers: readonly Obj[];
}

/** The Pods of a workload of any kind. */
export function podsOf(type: string, values: Obj): PodsOf {
  const outer = block(values, 'spec');
  const inner = type.includes('cron_job') ? block(block(outer, 'job_template'), 'spec') : outer;
  const template = type.includes('kubernetes_pod') ? values : block(inner, 'template');
  const spec = block(template, 'spec');
  return {
    labels: labelsOf(metadataOf(template).labels),
    spec,
    containers: blocks(spec.container),
    initContainers: blocks(spec.init_container),
  };
}

/** The kind of a type: `kubernetes_stateful_set_v1` is `stateful_set`. */
export const kindOf = (type: string): string => type.replace(/^kubernetes_/, '').replace(/_v\d$/, '');

/** Objects of some kinds in one namespace of a cluster. */
export const inNamespace = (
  cloud: CloudView,
  kinds: readonly string[],
  cluster: string | undefined,
  namespace: string | undefined,
): readonly Thing[] =>
  kinds
    .flatMap((kind) => inCluster(cloud, kind, cluster))
    .filter((thing) => objectNamespace(thing.type, thing.values) === namespace);

/** The object of a name, in a namespace. */
export const named = (
  cloud: CloudView,
  kind: string,
  cluster: string | undefined,
  namespace: string | undefined,
  name: string,
): Thing | undefined =>
  inNamespace(cloud, [kind], cluster, namespace).find((thing) => objectName(thing.values) === name);

/**
 * Whether all that is in a namespace is known here: it was made in this rehearsal, and no chart that only Helm can read
 * was installed in it.
 */
export function isOurs(cloud: CloudView, cluster: string | undefined, namespace: string | undefined): boolean {
  const made = inCluster(cloud, 'namespace', cluster).some((thing) => objectName(thing.values) === namespace);
  return (
    made &&
    !cloud
      .all('helm_release')
      .some(
        (thing) =>
          thing.cluster === cluster &&
          objectNamespace(thing.type, thing.values) === namespace &&
          manifestsIn(thing.values).length === 0,
      )
  );
}

/** Whether labels fulfil the `match_labels` and `match_expressions` of a selector block; an empty one matches all. */
export function matches(selector: Obj, labels: Readonly<Record<string, string>>): boolean {
  const wanted = Object.entries(labelsOf(selector.match_labels));
  return (
    wanted.every(([key, value]) => labels[key] === value) &&
    blocks(selector.match_expressions).every((one) => holds(one, labels))
  );
}

function holds(expression: Obj, labels: Readonly<Record<string, string>>): boolean {
  const value = labels[text(expression.key) ?? ''];
  const values = texts(expression.values);
  switch (text(expression.operator)) {
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

/** Whether all labels of a plain selector are there; a Service without a selector finds nothing. */
export const finds = (selector: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>>): boolean =>
  Object.keys(selector).length > 0 && Object.entries(selector).every(([key, value]) => labels[key] === value);

/** The values that come twice. */
export const repeated = (values: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(values.filter((one, at): one is string => one !== undefined && values.indexOf(one) !== at)),
];
