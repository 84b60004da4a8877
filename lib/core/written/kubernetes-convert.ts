import {
  BY_KIND,
  FREE_MAPS,
  KINDS,
  LISTS,
  NOT_OF_THE_OBJECT,
  NUMBERS,
  NUMBERS_OR_TEXT,
  OCTALS,
  SPELLINGS,
  WRAPPERS,
} from './kubernetes-names';
import { OLD_TYPES } from './kubernetes-old-types';
import type { Attributes } from './written';

/** A Kubernetes object as a manifest writes it. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name?: string;
    readonly generateName?: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

type Plain = { [name: string]: unknown };

const PREFIX = 'kubernetes_';

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names in camel case; there are few, and they are asked for often. */
const camels = new Map<string, string>();

function camel(name: string): string {
  let made = camels.get(name);
  if (made === undefined) {
    made = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    camels.set(name, made);
  }
  return made;
}

const inTable = (table: Readonly<Record<string, string>>, parent: string, name: string): string | undefined =>
  table[`${parent}.${name}`] ?? table[name];

/** Text that Terraform keeps for a number; what is no number (a name, a percentage, an expression) stays. */
function scalar(name: string, parent: string, value: unknown): unknown {
  if (typeof value !== 'string') {
    return value;
  }
  const at = `${parent}.${name}`;
  if (OCTALS.has(name) && /^0?[0-7]{1,4}$/.test(value)) {
    return parseInt(value, 8);
  }
  const numeric = NUMBERS.has(name) || NUMBERS_OR_TEXT.has(name) || NUMBERS_OR_TEXT.has(at);
  return numeric && /^-?\d+$/.test(value) ? Number(value) : value;
}

/** The members of a block under their Kubernetes names. */
function members(block: Plain, parent: string, kind: string): Plain {
  const object: Plain = {};
  for (const [name, value] of Object.entries(block)) {
    if (value === null || value === undefined || (parent === 'top' && NOT_OF_THE_OBJECT.has(name))) {
      continue;
    }
    if (WRAPPERS.has(name)) {
      Object.assign(object, members(firstOf(value), name, kind));
      continue;
    }
    const list = isBlocks(value) ? inTable(LISTS, parent, name) : undefined;
    if (list !== undefined) {
      object[list] = [value].flat().map((one) => members(one as Plain, name, kind));
      continue;
    }
    object[fieldName(name, parent, kind)] = field(name, parent, kind, value);
  }
  return object;
}

/** The name of a field that is no list of blocks. */
function fieldName(name: string, parent: string, kind: string): string {
  const own = BY_KIND[kind]?.[parent === 'top' ? name : `${parent}.${name}`];
  return own ?? inTable(SPELLINGS, parent, name) ?? camel(name);
}

function field(name: string, parent: string, kind: string, value: unknown): unknown {
  if (isBlocks(value) && !isFreeMap(name, parent, value)) {
    return members(firstOf(value), name, kind);
  }
  return Array.isArray(value) ? value.map((one) => scalar(name, parent, one)) : scalar(name, parent, value);
}

/** Blocks: an object, or a list of objects. */
const isBlocks = (value: unknown): value is Plain | Plain[] =>
  isPlain(value) || (Array.isArray(value) && value.length > 0 && value.every(isPlain));

const firstOf = (value: unknown): Plain => ((Array.isArray(value) ? value[0] : value) ?? {}) as Plain;

/** `selector` and `parameters` are a map of labels for some kinds and a block for others. */
const isFreeMap = (name: string, parent: string, value: Plain | Plain[]): boolean =>
  !Array.isArray(value) &&
  (name === 'selector'
    ? !('match_labels' in value || 'match_expressions' in value)
    : name === 'parameters'
      ? parent === 'top'
      : FREE_MAPS.has(name));

/** The kind of object that a resource of the kubernetes provider makes; `undefined` where only its attributes tell. */
export function kindOf(type: string): string | undefined {
  return kindAndVersion(type)?.[1];
}

function kindAndVersion(type: string): (typeof KINDS)[string] | undefined {
  const name = type.startsWith(PREFIX) ? type.slice(PREFIX.length) : '';
  return KINDS[OLD_TYPES[name] ?? name];
}

/**
 * The Kubernetes object that a resource of the kubernetes provider makes; `undefined` for resources that change objects
 * of others (labels, annotations, taints), for tokens, and for API versions that clusters no longer serve.
 */
export function objectOf(type: string, attributes: Attributes): KubernetesObject | undefined {
  if (type === 'kubernetes_manifest') {
    const { manifest } = attributes;
    return isPlain(manifest) && isPlain(manifest.metadata) ? (manifest as unknown as KubernetesObject) : undefined;
  }
  const [apiVersion, kind] = kindAndVersion(type) ?? [];
  if (apiVersion === undefined || kind === undefined) {
    return undefined;
  }
  const { metadata, ...fields } = members(attributes, 'top', kind) as Plain & { metadata?: Plain };
  return corrected({ apiVersion, kind, metadata: metadata ?? {}, ...fields });
}

/** What the provider does on the way that no name tells: it sends no claim's empty class. */
function corrected(object: KubernetesObject): KubernetesObject {
  const spec: unknown = object.spec;
  if (object.kind !== 'PersistentVolumeClaim' || !isPlain(spec) || spec.storageClassName !== '') {
    return object;
  }
  const { storageClassName: _, ...sent } = spec;
  return { ...object, spec: sent };
}
