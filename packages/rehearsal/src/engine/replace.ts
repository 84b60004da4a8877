import type { Path } from '../cty/path';
import { isList, isObj, isUnknown, type Obj, type Value } from '../cty/value';
import type { TypeFacts } from '../schema/facts';
import type { Shape } from '../schema/shape';
import { canonicalOf, equalAs } from './equal';

/**
 * The paths whose change makes Terraform replace the object: `forceNew` in the facts, and different from before.
 * A path stops at a set, whose elements have no address, and at a list whose length has changed. Of a block itself only
 * the number counts, as in the SDK that the providers are written with: what is in it has facts of its own.
 */
export function requiresReplace(shape: Shape, facts: TypeFacts | undefined, prior: Obj, planned: Obj): Path[] {
  const found = new Map<string, Path>();
  for (const [dotted, fact] of Object.entries(facts?.attributes ?? {})) {
    if (fact.forceNew) {
      changed(shape, dotted.split('.'), prior, planned, [], found);
    }
  }
  return [...found.values()];
}

type Found = Map<string, Path>;

const add = (found: Found, path: Path): void => void (path.length > 0 && found.set(JSON.stringify(path), path));

function changed(
  shape: Shape,
  names: readonly string[],
  prior: Value,
  planned: Value,
  path: Path,
  found: Found,
  block = false,
): void {
  if (names.length === 0) {
    if (block ? countOf(prior) !== countOf(planned) : !equalAs(shape, prior, planned)) {
      add(found, path);
    }
    return;
  }
  if (shape.kind === 'object') {
    const [name, ...rest] = names as [string, ...string[]];
    const field = shape.fields.get(name);
    if (!field) {
      return;
    }
    if (isObj(prior) && isObj(planned)) {
      const [before, after] = [prior[name] ?? null, planned[name] ?? null];
      changed(field.shape, rest, before, after, [...path, name], found, field.kind === 'block');
    } else if (holds(shape, names, prior) !== holds(shape, names, planned)) {
      add(found, path);
    }
    return;
  }
  if (shape.kind === 'list' && isList(prior) && isList(planned)) {
    const common = Math.min(prior.length, planned.length);
    for (let at = 0; at < common; at++) {
      changed(shape.of, names, prior[at]!, planned[at]!, [...path, at], found);
    }
    const beyond = [...prior.slice(common), ...planned.slice(common)];
    if (beyond.some((one) => holds(shape.of, names, one) !== '')) {
      add(found, path);
    }
    return;
  }
  if (holds(shape, names, prior) !== holds(shape, names, planned)) {
    add(found, path);
  }
}

/** How many blocks there are; an unknown number is like none other. */
const countOf = (value: Value): number =>
  isList(value) ? value.length : isUnknown(value) ? NaN : value === null ? 0 : 1;

/** What a value holds under a dotted path, as one text; empty when there is nothing. */
function holds(shape: Shape, names: readonly string[], value: Value | undefined): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (names.length === 0) {
    return canonicalOf(shape, value);
  }
  if (shape.kind === 'object') {
    const field = shape.fields.get(names[0]!);
    return field && isObj(value) ? holds(field.shape, names.slice(1), value[names[0]!]) : canonicalOf(shape, value);
  }
  if (shape.kind === 'list' || shape.kind === 'set' || shape.kind === 'map') {
    const elements = isList(value) ? value : isObj(value) ? Object.values(value) : [];
    const texts = elements.map((one) => holds(shape.of, names, one)).filter((text) => text !== '');
    return shape.kind === 'list' ? texts.join() : texts.sort().join();
  }
  return canonicalOf(shape, value);
}
