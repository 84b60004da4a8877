import { isObj, type Obj } from '../cty/value';

const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of the `timeouts` block for a change; `undefined` when it says nothing. */
export function timeoutFor(values: Obj, on: string): number | undefined {
  const timeouts = isObj(values.timeouts) ? values.timeouts[on] : undefined;
  const parts = typeof timeouts === 'string' ? [...timeouts.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)] : [];
  return parts.length === 0
    ? undefined
    : parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit!]!, 0);
}
