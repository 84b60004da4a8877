import type { Shape } from '../schema/shape';

type Json = unknown;

const isMap = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Fits the JSON of a state written under an older schema: names that are gone are dropped, new ones are null (blocks
 * empty), single values and lists of one change into each other, numbers, texts and booleans are converted.
 */
export function fitState(shape: Shape, value: Json): Json {
  if (value === null || value === undefined) {
    return null;
  }
  switch (shape.kind) {
    case 'leaf':
      return fitLeaf(shape.type, value);
    case 'object':
      return fitObject(shape, Array.isArray(value) ? value[0] : value);
    case 'map':
      return isMap(value)
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fitState(shape.of, one)] as const))
        : {};
    case 'tuple':
      return Array.isArray(value) ? shape.items.map((item, at) => fitState(item, value[at])) : null;
    default:
      return (Array.isArray(value) ? value : [value]).map((one) => fitState(shape.of, one));
  }
}

function fitObject(shape: Shape & { kind: 'object' }, value: Json): Json {
  if (!isMap(value)) {
    return null;
  }
  const entries = [...shape.fields].map(([name, field]) => {
    const one = value[name];
    const emptyBlock = field.kind === 'block' && (one === undefined || one === null);
    const empty =
      field.shape.kind === 'list' || field.shape.kind === 'set' ? [] : field.shape.kind === 'map' ? {} : null;
    return [name, emptyBlock ? empty : fitState(field.shape, one)] as const;
  });
  return Object.fromEntries(entries);
}

function fitLeaf(type: string, value: Json): Json {
  switch (type) {
    case 'string':
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    case 'number':
      return typeof value === 'number' || (typeof value === 'string' && value !== '' && !Number.isNaN(Number(value)))
        ? value
        : null;
    case 'bool':
      return value === true || value === 'true' ? true : value === false || value === 'false' ? false : null;
    default:
      return value;
  }
}

/** The nested form of a state that Terraform 0.11 wrote flat: `tags.%`, `rule.#`, `rule.0.port`. */
export function unflatten(shape: Shape, flat: Readonly<Record<string, string>>, path = ''): Json {
  const join = (name: string): string => (path === '' ? name : `${path}.${name}`);
  switch (shape.kind) {
    case 'leaf':
      return flat[path] ?? null;
    case 'object':
      if (path !== '' && !Object.keys(flat).some((key) => key.startsWith(`${path}.`))) {
        return null;
      }
      return Object.fromEntries(
        [...shape.fields].map(([name, field]) => [name, unflatten(field.shape, flat, join(name))] as const),
      );
    case 'tuple':
      return shape.items.map((item, at) => unflatten(item, flat, join(String(at))));
    case 'map': {
      const prefix = `${path}.`;
      const keys = Object.keys(flat).filter((key) => key.startsWith(prefix) && key !== `${prefix}%`);
      return Object.fromEntries(keys.map((key) => [key.slice(prefix.length), flat[key]] as const));
    }
    default: {
      const prefix = `${path}.`;
      const steps = Object.keys(flat)
        .filter((key) => key.startsWith(prefix) && key !== `${prefix}#`)
        .map((key) => key.slice(prefix.length).split('.')[0]!);
      return [...new Set(steps)].map((step) => unflatten(shape.of, flat, join(step)));
    }
  }
}
