import { describePath } from '../cty/path';
import { hasUnknown, isList, isObj, isUnknown, type Obj, type Value } from '../cty/value';
import type { AttributeFacts, TypeFacts } from '../schema/facts';
import type { Shape } from '../schema/shape';
import type { Diagnostic } from '../wire/types';
import { violations } from './constraint';
import { eachField, type Place } from './walk';

/** Go's durations, as the `timeouts` block takes them. */
const DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/;

const error = (place: Place, summary: string, detail: string): Diagnostic => ({
  severity: 'error',
  summary,
  detail: `"${describePath(place.path)}": ${detail}`,
  path: place.path,
});

/** Everything that the schema and the facts say against a configuration. */
export function validateConfig(shape: Shape, facts: TypeFacts | undefined, config: Obj): Diagnostic[] {
  const found: Diagnostic[] = [];
  const groups = new Set<string>();
  if (facts?.deprecated) {
    found.push({ severity: 'warning', summary: 'Deprecated resource', detail: adviceOf(facts) });
  }
  eachField(shape, config, (place) => {
    const fact = facts?.attributes?.[place.dotted];
    const set = isSet(place.value);
    const { computed, optional, required } = place.field?.attribute ?? {};
    if (set && computed && !optional && !required) {
      found.push(error(place, 'Value for unconfigurable attribute', 'the provider alone decides this value'));
    }
    if (fact && set && !isUnknown(place.value)) {
      found.push(...violations(fact, place.value).map((detail) => error(place, 'Invalid value', detail)));
    }
    if (fact) {
      found.push(...partners(place, fact, config, set, groups));
    }
    if (set && place.field?.attribute && (place.field.attribute.deprecated || fact?.deprecated)) {
      const detail = `"${describePath(place.path)}" is deprecated. ${adviceOf(fact)}`;
      found.push({ severity: 'warning', summary: 'Deprecated attribute', detail, path: place.path });
    }
    if (/^timeouts\.\w+$/.test(place.dotted) && typeof place.value === 'string' && !DURATION.test(place.value)) {
      found.push(
        error(place, 'Invalid timeout', `expected a duration such as "30m", got ${JSON.stringify(place.value)}`),
      );
    }
  });
  return found;
}

const adviceOf = (facts: { deprecated?: AttributeFacts['deprecated'] } | undefined): string => {
  const { since, replacedBy } = facts?.deprecated ?? {};
  return `${since ? `Since version ${since}. ` : ''}${replacedBy ? `Use "${replacedBy}" instead.` : ''}`.trim();
};

/** Null, an empty list of blocks and an empty map count as absent. */
const isSet = (value: Value | undefined): boolean =>
  value !== null && value !== undefined && !(isList(value) && value.length === 0);

function partners(place: Place, fact: AttributeFacts, config: Obj, set: boolean, seen: Set<string>): Diagnostic[] {
  const found: Diagnostic[] = [];
  const look = (name: string): Value => lookUp(name, place.owner, config);
  const isOther = (name: string): boolean => withoutIndices(name) !== place.dotted;
  if (set && !isUnknown(place.value)) {
    for (const name of fact.conflictsWith?.filter(isOther) ?? []) {
      const other = look(name);
      if (isSet(other) && !isUnknown(other)) {
        found.push(error(place, 'Conflicting configuration arguments', `conflicts with ${name}`));
      }
    }
    for (const name of fact.requiredWith?.filter(isOther) ?? []) {
      if (!isSet(look(name))) {
        found.push(error(place, 'Missing required argument', `needs ${name} as well`));
      }
    }
  }
  for (const [group, exactly] of [
    [fact.exactlyOneOf, true],
    [fact.atLeastOneOf, false],
  ] as const) {
    const key = `${exactly}:${[...(group ?? [])].sort().join()}:${place.path.slice(0, -1).join()}`;
    if (group && !seen.has(key)) {
      seen.add(key);
      found.push(...oneOf(place, group, exactly, look));
    }
  }
  return found;
}

function oneOf(place: Place, group: readonly string[], exactly: boolean, look: (name: string) => Value): Diagnostic[] {
  const values = group.map(look);
  const known = values.filter((value) => isSet(value) && !isUnknown(value)).length;
  const open = values.some((value) => isUnknown(value) || (isList(value) && hasUnknown(value)));
  const names = group.join(', ');
  if (known === 0 && !open) {
    const detail = `${exactly ? 'exactly one' : 'at least one'} of ${names} must be given`;
    // Nothing is written, so there is no line to point at: the block itself is marked.
    return [{ severity: 'error', summary: 'Missing required argument', detail, path: place.path.slice(0, -1) }];
  }
  if (!exactly || known <= 1) {
    return [];
  }
  // Marked is one that is written down, whichever of the group names the rule.
  const given = group[values.findIndex((value) => isSet(value) && !isUnknown(value))]!;
  const path = isSet(place.value) || given.includes('.') ? place.path : [...place.path.slice(0, -1), given];
  return [
    error({ ...place, path }, 'Invalid combination of arguments', `only one of ${names} can be given, not ${known}`),
  ];
}

const withoutIndices = (name: string): string => name.replace(/\.\d+(?=\.|$)/g, '');

/** A partner is named from the root of the resource or, inside of a block, by its plain name. */
function lookUp(name: string, owner: Obj | null, config: Obj): Value {
  const steps = name.split('.');
  let value: Value | undefined = config;
  for (const step of steps) {
    if (isList(value)) {
      value = /^\d+$/.test(step) ? value[Number(step)] : isObj(value[0]) ? value[0][step] : undefined;
    } else {
      value = isObj(value) ? value[step] : undefined;
    }
  }
  return value ?? (steps.length === 1 ? owner?.[name] : undefined) ?? null;
}
