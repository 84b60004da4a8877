import { isObj, isUnknown, type Obj, type Value } from '../cty/value';
import type { Invent } from '../engine/fill';
import type { TypeFacts } from '../schema/facts';
import type { Field, Shape } from '../schema/shape';
import { inventAlicloud } from './alicloud';
import type { Asked, Inventor } from './asked';
import { inventByFacts, inventText } from './by-name';
import { inventClusterObject } from './cluster-objects';
import { inventRandom } from './random';
import type { Seed } from './seed';

/** For whom values are invented. */
export interface Subject {
  readonly type: string;
  readonly kind: 'resource' | 'data';
  readonly shape: Shape & { kind: 'object' };
  readonly facts: TypeFacts | undefined;
  /** What is known of the object: the planned state of a resource, the configuration of a data source. */
  readonly known: Obj;
  readonly seed: Seed;
  readonly region: string;
  readonly find: (id: string) => Obj | undefined;
}

const TABLES: readonly (readonly [string, Inventor])[] = [
  ['alicloud_', inventAlicloud],
  ['random_', inventRandom],
  ['kubernetes_', inventClusterObject],
  ['helm_', inventClusterObject],
];

/** Values for everything that the provider computes; each is invented once per object. */
export function inventorFor(subject: Subject): Invent {
  const made = new Map<string, Value>();
  const table = TABLES.find(([prefix]) => subject.type.startsWith(prefix))?.[1];
  const invent: Invent = (path, shape) => {
    if (!made.has(path)) {
      // Two values that ask for each other: the second gets nothing.
      made.set(path, null);
      made.set(path, make(path, shape));
    }
    return made.get(path)!;
  };
  const get = (name: string): Value => {
    const known = subject.known[name] ?? null;
    const field = subject.shape.fields.get(name);
    const open = isUnknown(known) || (subject.kind === 'data' && known === null && field?.attribute?.computed);
    return open && field ? invent(name, field.shape) : known;
  };
  const make = (path: string, shape: Shape): Value => {
    const asked: Asked = {
      type: subject.type,
      kind: subject.kind,
      path,
      name: lastName(path),
      shape,
      facts: subject.facts?.attributes?.[path.replace(/\.\d+(?=\.|$)/g, '')],
      seed: subject.seed.at(path),
      root: subject.seed,
      region: subject.region,
      get,
      find: subject.find,
    };
    return table?.(asked) ?? inventByFacts(asked) ?? inventByShape(asked, invent);
  };
  return invent;
}

/** The last part of a path that is not an index. */
const lastName = (path: string): string =>
  path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .pop() ?? path;

/** Falls back to the type: one element for lists, so that `[0]` works; empty maps; members one by one. */
function inventByShape(asked: Asked, invent: Invent): Value {
  const { shape, path } = asked;
  switch (shape.kind) {
    case 'leaf':
      return inventLeaf(asked, shape.type);
    case 'object':
      return Object.fromEntries(
        [...shape.fields].map(([name, field]) => [name, member(field, `${path}.${name}`, invent)]),
      );
    case 'tuple':
      return shape.items.map((item, at) => invent(`${path}.${at}`, item));
    case 'map':
      return {};
    default:
      return [invent(`${path}.0`, shape.of)];
  }
}

const member = (field: Field, path: string, invent: Invent): Value =>
  field.kind === 'block' || field.attribute?.write_only
    ? field.kind === 'block' && (field.shape.kind === 'list' || field.shape.kind === 'set')
      ? []
      : null
    : invent(path, field.shape);

function inventLeaf(asked: Asked, type: string): Value {
  switch (type) {
    case 'string':
      return inventText(asked);
    case 'number':
      return /port$/.test(asked.name) ? 3306 : 1;
    case 'bool':
      return false;
    default:
      return [Buffer.from('"string"'), inventText(asked)];
  }
}

/** Whether a value is an object with an id. */
export const idOf = (value: Value): string | undefined =>
  isObj(value) && typeof value.id === 'string' && value.id !== '' ? value.id : undefined;
