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
    const number = Number(resolve(count));
    return Number.isInteger(number) ? Array.from({ length: number }, (_, at) => one(at)) : [one('*')];
  }
  if (each !== undefined) {
    const keys = keysOf(resolve(each));
    return keys === undefined ? [one('*')] : Object.entries(keys).map(([key, value]) => one(key, value));
  }
  return [one(undefined)];
}

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
  try {
    return list === undefined ? undefined : (JSON.parse(list) as readonly Value[]);
  } catch {
    return undefined;
  }
}
