import type { Field, Shape } from '../schema/shape';
import { isList, isObj, isUnknown, type Obj, type Value } from '../cty/value';
import { equalAs } from './equal';

/**
 * Finds for every configured element of a set the prior element that it continues: equal wherever something is
 * configured, anything where the provider computes. Terraform's own pairing gives up when elements hold computed
 * sets; without this the next plan would never be empty.
 */
export function pairSet(shape: Shape, config: readonly Value[], prior: readonly Value[]): (Value | null)[] {
  const free = [...prior];
  return config.map((element) => {
    const at = free.findIndex((candidate) => continues(shape, element, candidate));
    return at < 0 ? null : free.splice(at, 1)[0]!;
  });
}

function continues(shape: Shape, config: Value | undefined, prior: Value | undefined, field?: Field): boolean {
  if (isUnknown(config)) {
    return false;
  }
  if (config === null || config === undefined) {
    const attribute = field?.attribute;
    return attribute === undefined ? prior === null || prior === undefined : !!attribute.computed || prior === null;
  }
  if (field !== undefined && !field.deep) {
    return equalAs(shape, config, prior);
  }
  if (shape.kind === 'object') {
    return isObj(config) && isObj(prior) && continuesObject(shape.fields, config, prior);
  }
  if (isList(config) && isList(prior)) {
    if (config.length !== prior.length || shape.kind === 'leaf' || shape.kind === 'tuple') {
      return false;
    }
    const of = (shape as { of: Shape }).of;
    return shape.kind === 'set'
      ? pairSet(of, config, prior).every((one) => one !== null)
      : config.every((one, at) => continues(of, one, prior[at]));
  }
  if (shape.kind === 'map' && isObj(config) && isObj(prior)) {
    const keys = Object.keys(config);
    return (
      keys.length === Object.keys(prior).length && keys.every((key) => continues(shape.of, config[key], prior[key]))
    );
  }
  return equalAs(shape, config, prior);
}

const continuesObject = (fields: ReadonlyMap<string, Field>, config: Obj, prior: Obj): boolean =>
  [...fields].every(
    ([name, field]) => field.attribute?.write_only || continues(field.shape, config[name], prior[name], field),
  );
