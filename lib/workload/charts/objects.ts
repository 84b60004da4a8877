import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';
import type { PlainData } from './values-text';

/** A Kubernetes object as it is written in a manifest. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly [key: string]: PlainData | undefined;
  };
  readonly [key: string]: PlainData | undefined;
}

const API_VERSION = /^(?:[a-z0-9][a-z0-9.-]*\/)?v[0-9][a-z0-9]*$/;
const KIND = /^[A-Z][A-Za-z0-9]*$/;
/** Names of objects: parts in the form of DNS labels, joined by dots; some kinds of RBAC have colons too. */
const NAME = /^[a-z0-9](?:[a-z0-9.:-]{0,251}[a-z0-9])?$/;

/** Where an object stands in what the user wrote, for errors: `objects[2]`, `line 14`. */
export type Where = (index: number) => string;

/** Everything that is wrong with objects that shall be put into a namespace. */
export function objectProblems(objects: readonly unknown[], namespace: string, where: Where): Problem[] {
  const each = objects.flatMap((object, index) => oneObject(object, namespace, where(index)));
  return each.length > 0 ? each : duplicates(objects as KubernetesObject[], where);
}

function oneObject(value: unknown, namespace: string, at: string): Problem[] {
  if (!isRecord(value)) {
    return [invalid(at, `is ${quote(value)}`, 'write an object with apiVersion, kind and metadata', value)];
  }
  const metadata = isRecord(value.metadata) ? value.metadata : {};
  return [
    ...named(at, 'apiVersion', value.apiVersion, API_VERSION, 'apps/v1'),
    ...named(at, 'kind', value.kind, KIND, 'Deployment'),
    ...named(at, 'metadata.name', metadata.name, NAME, 'web'),
    ...noSecret(at, value),
    ...sameNamespace(at, metadata.namespace, namespace),
    ...plainProblems(at, value),
  ];
}

function named(at: string, key: string, value: unknown, pattern: RegExp, example: string): Problem[] {
  // A name may be known at apply only; what kind of object it is may not.
  const known = key === 'metadata.name' && isToken(value);
  return known || (typeof value === 'string' && pattern.test(value))
    ? []
    : [invalid(at, `has ${key} ${quote(value)}`, `write ${key}: ${example}`, value)];
}

function noSecret(at: string, { apiVersion, kind }: Readonly<Record<string, unknown>>): Problem[] {
  if (kind !== 'Secret' || apiVersion !== 'v1') {
    return [];
  }
  const what = `${at} is a Secret; a chart’s values are kept in clear in the state and in every plan`;
  const fix = "take it out and write new Secret(space, 'name', { values: { key: password.result } })";
  return [{ code: 'secret-manifest', what, value: kind, fix }];
}

function sameNamespace(at: string, given: unknown, namespace: string): Problem[] {
  if (given === undefined || given === namespace) {
    return [];
  }
  const what = `${at} has metadata.namespace ${quote(given)} and is put into ${quote(namespace)}`;
  const fix = 'leave metadata.namespace out, or create it in the Namespace that it names';
  return [{ code: 'object-namespace', what, value: given, fix }];
}

/** Values that no manifest can hold, or that helm would change on the way. */
export function plainProblems(at: string, value: unknown): Problem[] {
  if (
    value === undefined ||
    value === null ||
    isToken(value) ||
    typeof value === 'string' ||
    typeof value === 'boolean'
  ) {
    return [];
  }
  if (typeof value === 'number') {
    const exact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
    return exact ? [] : [invalid(at, `is ${value}, which does not survive as a number`, 'write it as text', value)];
  }
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => plainProblems(`${at}[${index}]`, one));
  }
  return isRecord(value)
    ? Object.entries(value).flatMap(([key, one]) => plainProblems(`${at}.${key}`, one))
    : [invalid(at, `is ${quote(value)}`, 'write plain data: text, numbers, true or false, lists, objects', value)];
}

function duplicates(objects: readonly KubernetesObject[], where: Where): Problem[] {
  const first = new Map<string, string>();
  return objects.flatMap((object, index) => {
    const key = `${object.apiVersion.split('/').slice(0, -1).join('/')} ${object.kind} ${object.metadata.name}`;
    const other = first.get(key);
    first.set(key, other ?? where(index));
    const what = `${where(index)} is the ${object.kind} ${quote(object.metadata.name)} once more, after ${other}`;
    return other === undefined
      ? []
      : [{ code: 'object-duplicate' as const, what, value: object.metadata.name, fix: 'keep one of the two' }];
  });
}

function invalid(at: string, is: string, fix: string, value: unknown): Problem {
  return { code: 'object-invalid', what: `${at} ${is}`, value, fix };
}

/** A plain object: no list, and nothing that a class made. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value))
  );
}

/** Objects that define kinds, and all others: helm looks every kind up before it creates the first object. */
export function byPhase(objects: readonly KubernetesObject[]) {
  const definesKinds = ({ kind }: KubernetesObject) => kind === 'CustomResourceDefinition';
  return {
    definitions: objects.filter(definesKinds),
    others: objects.filter((object) => !definesKinds(object)),
  };
}
