import type { WrittenResource } from '../../core/written/written';
import { isList, isObject, type Fields, type Value } from './terms';

/** What tells the instances of one block apart; `undefined` for a block without `count` and `for_each`, `*` when unknown. */
export type InstanceKey = string | number | undefined;

/** One of the objects that a block of Terraform makes. */
export interface Instance {
  readonly resource: WrittenResource;
  readonly key: InstanceKey;
  /** Address with its key: `alicloud_vpc.main["a"]`. */
  readonly address: string;
  /** What `each.value` is. */
  readonly each?: Value;
}

export const addressOf = (address: string, key: InstanceKey): string =>
  key === undefined ? address : `${address}[${typeof key === 'number' || key === '*' ? key : JSON.stringify(key)}]`;

/** An address in two: the block and the key of the instance. */
export function partsOf(address: string): { readonly block: string; readonly key: InstanceKey } {
  const [, block, inner] = /^([^[]*)(?:\[(.*)\])?$/s.exec(address) ?? [];
  const key = inner === undefined ? undefined : /^\d+$/.test(inner) ? Number(inner) : unquoted(inner);
  return { block: block ?? address, key };
}

const unquoted = (text: string): string => (text.startsWith('"') ? (JSON.parse(text) as string) : text);

/** The instances of a block; one that stands for all where their number is not in the program. */
export function instancesOf(resource: WrittenResource, resolve: (value: unknown) => Value): readonly Instance[] {
  const { count, for_each: each } = resource.attributes;
  const one = (key: InstanceKey, value?: Value): Instance => ({
    resource,
    key,
    address: addressOf(resource.address, key),
    each: value,
  });
  if (count !== undefined) {
    const number = numberOf(resolve(count));
    return number !== undefined ? Array.from({ length: number }, (_, at) => one(at)) : [one('*')];
  }
  if (each !== undefined) {
    const keys = keysOf(resolve(each));
    return keys === undefined ? [one('*')] : Object.entries(keys).map(([key, value]) => one(key, value));
  }
  return [one(undefined)];
}

/** A number of instances: as it is written, or as the length of a list that is known. */
function numberOf(value: Value): number | undefined {
  if (typeof value === 'boolean' || value === null || isList(value) || isObject(value)) {
    return undefined;
  }
  const code = String(value).replace(/^\$\{\s*(.*?)\s*\}$/s, '$1');
  const [, list] = /^length\((.*)\)$/s.exec(code) ?? [];
  const known = list === undefined ? undefined : parsed(list);
  const length = typeof known === 'object' && known !== null ? Object.keys(known).length : code;
  const number = Number(length);
  return Number.isInteger(number) && code !== '' ? number : undefined;
}

function parsed(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}

/** What `count` or `for_each` of a block comes to, as far as its program tells. */
export const manyOf = ({ attributes }: WrittenResource): readonly [name: string, value: unknown] | undefined =>
  attributes.count !== undefined
    ? ['count', attributes.count]
    : attributes.for_each !== undefined
      ? ['for_each', attributes.for_each]
      : undefined;

/** A map as it is; a set as a map of its values to themselves. */
function keysOf(value: Value): Fields | undefined {
  const list = isList(value) ? value : typeof value === 'string' ? setIn(value) : undefined;
  if (list !== undefined) {
    return Object.fromEntries(list.map((one) => [String(one), one] as const));
  }
  return isObject(value) ? value : undefined;
}

/** The texts in `${toset(["a", "b"])}`. */
function setIn(text: string): readonly Value[] | undefined {
  const [, list] = /^\$\{\s*toset\((\[.*\])\)\s*\}$/s.exec(text) ?? [];
  const known = list === undefined ? undefined : parsed(list);
  return isList(known) ? known : undefined;
}
