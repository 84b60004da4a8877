import { gzipSync } from 'node:zlib';
import { Release } from '@cdktf/provider-helm/lib/release';
import type { Construct, IConstruct } from 'constructs';
import { adopt, adoptedName } from '../../core/adopt';
import { reject, type Problem } from '../../core/errors';
import type { Dependable } from '../../core/network';
import { secretsIn } from '../../core/references';
import { waitFor } from '../../core/wait-for';
import { tryNamespaceOf } from '../../core/workload';
import { workplaceOf } from '../../core/workplace';
import { provideCarried } from './carried-objects';
import type { KubernetesObject } from './objects';
import { objectsChart, OBJECTS_CHART_VERSION } from './objects-chart';
import { releaseName } from './release-name';
import { valuesText, type PlainData } from './values-text';

/** Seconds that helm waits for what a release creates. */
export const RELEASE_TIMEOUT = 600;
/** Revisions that helm keeps in the cluster, each a Secret of the namespace. */
export const REVISIONS = 5;

/** Where what a chart creates goes, and what has to be there first. */
export interface Destination {
  readonly namespace: string;
  /** What release names are short for. */
  readonly above: IConstruct;
  readonly ready: readonly Dependable[];
}

/** The namespace of a construct, or the one that it names when it is in none. */
export function destinationOf(construct: IConstruct, named: string | undefined): Destination {
  const { stack } = workplaceOf(construct);
  const namespace = tryNamespaceOf(construct);
  return namespace
    ? { namespace: namespace.namespaceName, above: namespace, ready: namespace.ready }
    : { namespace: named ?? 'default', above: stack, ready: [] };
}

/** Problem with a namespace that is named although the scope is one. */
export function destinationProblems(construct: IConstruct, named: string | undefined): Problem[] {
  const holder = tryNamespaceOf(construct);
  if (named === undefined || holder === undefined || named === holder.namespaceName) {
    return [];
  }
  const what = `namespace "${named}" inside the Namespace "${holder.node.path}"`;
  return [{ code: 'choice-conflict', what, value: named, fix: 'leave namespace out, or create it in the stack' }];
}

/** One helm release of the constant chart. */
export function objectsRelease(
  scope: Construct,
  id: string,
  objects: readonly KubernetesObject[],
  { namespace, above, ready }: Destination,
  after: readonly Dependable[],
  adopted?: string,
): Release {
  const values = valuesText({ resources: objects as unknown as PlainData });
  reject(scope, [...sizeProblems(values, objects.length), ...secretProblems(scope, objects)]);
  const release = new Release(scope, id, {
    name: adoptedName(adopted) ?? releaseName(scope, above, id === 'Resource' ? undefined : id),
    namespace,
    chart: objectsChart(scope),
    version: OBJECTS_CHART_VERSION,
    values: [values],
    timeout: RELEASE_TIMEOUT,
    atomic: true,
    maxHistory: REVISIONS,
    dependsOn: waitFor(scope, [...ready, ...after]),
  });
  adopt(release, adopted);
  provideCarried(release, objects);
  return release;
}

/** Most that a Secret of Kubernetes holds; helm keeps a release in one: values and result, compressed, in base64. */
const MAX_BYTES = 1024 * 1024;

/** Characters that fit without being compressed. */
const SURELY_FITS = MAX_BYTES / 4;

function sizeProblems(values: string, count: number): Problem[] {
  if (values.length < SURELY_FITS) {
    return [];
  }
  const size = Math.ceil((gzipSync(values + values).length * 4) / 3);
  const what = `${count} objects take ${size} bytes in the Secret that helm keeps them in; a Secret holds ${MAX_BYTES}`;
  return size <= MAX_BYTES
    ? []
    : [{ code: 'object-too-large', what, value: size, fix: 'split them into several Manifests' }];
}

/** Problems with secrets on their way into values, which are kept in clear. */
export function secretProblems(at: IConstruct, data: unknown): Problem[] {
  return [...new Set(secretsIn(at, data))].map((identifier) => ({
    code: 'secret-in-text' as const,
    what: `${identifier} is a secret; a chart’s values are kept in clear in the state and in every plan`,
    value: identifier,
    fix: 'put it into a Secret and let the chart name that: new Secret(space, ...).secretName',
  }));
}
