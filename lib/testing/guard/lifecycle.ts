import type { WrittenResource } from '../../core/written/written';
import { bare } from './moved';
import { ABSENT, at, stepsIn, type Step } from './steps';
import { isList, isObject, type Fields, type Value } from './terms';

/** What a program says about the life of a resource. */
export interface Lifecycle {
  /** Attributes whose changes are not looked at; `all` for every one. */
  readonly ignored: readonly string[] | 'all';
  readonly triggers: readonly string[];
  readonly newFirst: boolean;
  readonly kept: boolean;
}

export function lifecycleOf({ attributes }: WrittenResource): Lifecycle {
  const block = isList(attributes.lifecycle) ? attributes.lifecycle[0] : attributes.lifecycle;
  const said = isObject(block) ? block : {};
  const ignored = said.ignore_changes ?? [];
  return {
    ignored: ignored === 'all' || (isList(ignored) && ignored[0] === 'all') ? 'all' : texts(ignored),
    triggers: texts(said.replace_triggered_by).map(bare),
    newFirst: said.create_before_destroy === true || said.create_before_destroy === 'true',
    kept: said.prevent_destroy === true || said.prevent_destroy === 'true',
  };
}

const texts = (value: Value | undefined): readonly string[] => (isList(value) ? value.map(String) : []);

/** A configuration in which the ignored attributes are what they were. */
export function withIgnored(written: Fields, prior: Fields, ignored: Lifecycle['ignored']): Fields {
  return ignored === 'all'
    ? prior
    : ignored.reduce<Fields>(
        (fields, path) => put(fields, stepsIn(`.${bare(path)}`), at(prior, stepsIn(`.${bare(path)}`))) as Fields,
        written,
      );
}

/** A copy with a value at some steps, or without one. */
function put(value: Value | undefined, [step, ...rest]: readonly Step[], inner: Value | typeof ABSENT): Value {
  if (step === undefined) {
    return inner === ABSENT ? null : inner;
  }
  if (isList(value) && typeof step === 'number') {
    return value.map((one, place) => (place === step ? put(one, rest, inner) : one));
  }
  if (typeof step !== 'string' || (value !== undefined && !isObject(value))) {
    return value ?? null;
  }
  const { [step]: former, ...others } = value ?? {};
  if (inner === ABSENT && (rest.length === 0 || former === undefined)) {
    return others;
  }
  return { ...others, [step]: put(former, rest, inner) };
}
