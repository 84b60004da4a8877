import type { Shape } from '../schema/shape';
import { isList, isObj, isUnknown, type Obj, type Value } from '../cty/value';

/** Invents a computed value: the path holds names and indices, such as `certificate_authority.0.cluster_cert`. */
export type Invent = (path: string, shape: Shape) => Value;

/** Replaces every unknown by an invented value; what is known stays as it is. */
export function fillUnknown(shape: Shape, value: Value, invent: Invent, path = ''): Value {
  if (isUnknown(value)) {
    return invent(path, shape);
  }
  const join = (name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);
  if (shape.kind === 'object' && isObj(value)) {
    const filled: Obj = {};
    for (const [name, one] of Object.entries(value)) {
      const field = shape.fields.get(name);
      filled[name] = field ? fillUnknown(field.shape, one, invent, join(name)) : one;
    }
    return filled;
  }
  if (isList(value) && (shape.kind === 'list' || shape.kind === 'set')) {
    return value.map((one, at) => fillUnknown(shape.of, one, invent, join(at)));
  }
  if (shape.kind === 'map' && isObj(value)) {
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([key, one]) => [key, fillUnknown(shape.of, one, invent, join(key))] as const),
    );
  }
  return value;
}

/** A data source's result: what was asked for, and something invented where nothing was. */
export function answerQuery(shape: Shape & { kind: 'object' }, config: Obj, invent: Invent, path = ''): Obj {
  const answer: Obj = {};
  for (const [name, field] of shape.fields) {
    const asked = config[name] ?? null;
    const at = path === '' ? name : `${path}.${name}`;
    if (asked === null) {
      answer[name] = field.attribute?.computed ? invent(at, field.shape) : null;
    } else {
      answer[name] = field.deep ? answerDeep(field.shape, asked, invent, at) : asked;
    }
  }
  return answer;
}

function answerDeep(shape: Shape, asked: Value, invent: Invent, path: string): Value {
  if (shape.kind === 'object' && isObj(asked)) {
    return answerQuery(shape, asked, invent, path);
  }
  if (isList(asked) && (shape.kind === 'list' || shape.kind === 'set')) {
    return asked.map((one, at) => answerDeep(shape.of, one, invent, `${path}.${at}`));
  }
  if (shape.kind === 'map' && isObj(asked)) {
    const entries = Object.entries(asked);
    return Object.fromEntries(
      entries.map(([key, one]) => [key, answerDeep(shape.of, one, invent, `${path}.${key}`)] as const),
    );
  }
  return asked;
}
