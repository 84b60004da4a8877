import type { Field, Shape } from '../schema/shape';
import { isList, isObj, isUnknown, UNKNOWN, type Obj, type Value } from '../cty/value';
import { pairSet } from './pair-sets';

/** Looks up the default that the provider would put at a dotted path; only in the mode that imitates the old SDK. */
export type Defaults = (path: string, shape: Shape) => Value;

/** Strict: the plan adds nothing to what is configured. */
export const NO_DEFAULTS: Defaults = () => null;

/**
 * What an object will be: what is configured, what was there where nothing is configured, and unknown where the
 * provider will compute. Sets are paired with their prior elements; `defaults` fill what stays empty.
 */
export const planObject = (
  shape: Shape & { kind: 'object' },
  config: Obj,
  prior: Obj | null,
  defaults: Defaults = NO_DEFAULTS,
  path = '',
): Obj => {
  const planned: Obj = {};
  for (const [name, field] of shape.fields) {
    const at = path === '' ? name : `${path}.${name}`;
    planned[name] = planField(field, config[name] ?? null, prior, name, defaults, at);
  }
  return planned;
};

function planField(
  field: Field,
  config: Value,
  owner: Obj | null,
  name: string,
  defaults: Defaults,
  path: string,
): Value {
  const prior = owner === null ? null : (owner[name] ?? null);
  const attribute = field.attribute;
  if (attribute?.write_only) {
    return null;
  }
  if (isUnknown(config)) {
    return config;
  }
  if (config === null && attribute !== undefined) {
    const preset = attribute.optional ? defaults(path, field.shape) : null;
    if (preset !== null) {
      return preset;
    }
    if (!attribute.computed) {
      return null;
    }
    return owner === null ? UNKNOWN : prior;
  }
  return field.deep ? planDeep(field.shape, config, prior, defaults, path) : config;
}

/** Looks inside blocks and nested attributes: each element has its own prior. */
function planDeep(shape: Shape, config: Value, prior: Value, defaults: Defaults, path: string): Value {
  if (config === null || isUnknown(config)) {
    return config;
  }
  if (shape.kind === 'object') {
    return isObj(config) ? planObject(shape, config, isObj(prior) ? prior : null, defaults, path) : config;
  }
  if (shape.kind === 'map' && isObj(config)) {
    const before = isObj(prior) ? prior : {};
    const entries = Object.entries(config);
    return Object.fromEntries(
      entries.map(([key, one]) => [key, planDeep(shape.of, one, before[key] ?? null, defaults, path)] as const),
    );
  }
  if (isList(config) && (shape.kind === 'list' || shape.kind === 'set')) {
    const before = isList(prior) ? prior : [];
    const pairs = shape.kind === 'set' ? pairSet(shape.of, config, before) : config.map((_, at) => before[at] ?? null);
    return config.map((one, at) => planDeep(shape.of, one, pairs[at]!, defaults, path));
  }
  return config;
}
