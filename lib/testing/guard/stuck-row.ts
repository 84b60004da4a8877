import type { Fields, Value } from './terms';

/**
 * What happens to a change that the schema lets pass: `refused` (the apply fails), `limited` (it fails beyond some limit),
 * `ignored` (the state says the new value, the cloud keeps the old one), `hidden` (the provider plans nothing at all).
 */
export type StuckKind = 'refused' | 'limited' | 'ignored' | 'hidden';

/** An attribute that cannot change in place, or not in every direction, though the schema does not say so. */
export interface StuckRow {
  readonly types: readonly string[];
  /** Dotted, without places: `scaling_config.type`. */
  readonly attribute: string;
  readonly kind: StuckKind;
  readonly what: string;
  /** Which changes; every one without. */
  readonly when?: (before: Value | undefined, after: Value | undefined, was: Fields, now: Fields) => boolean;
  readonly source: string;
}

const number = (value: Value | undefined): number => Number.parseFloat(String(value));

/** A number that gets smaller. */
export const shrinks: NonNullable<StuckRow['when']> = (before, after) => number(after) < number(before);

/** Something that was on and is no longer. */
export const switchedOff: NonNullable<StuckRow['when']> = (before, after) => isOn(before) && !isOn(after);

const isOn = (value: Value | undefined): boolean => ['true', 'Enabled', 'Open', 'on', 'NAT'].includes(String(value));

/** A version that goes back; what is no version does not. */
export const goesBack: NonNullable<StuckRow['when']> = (before, after) => {
  const [old, now] = [numbersIn(before), numbersIn(after)];
  const at = old.findIndex((one, index) => now[index] !== one);
  return at >= 0 && now.length > at && now[at]! < old[at]!;
};

const numbersIn = (value: Value | undefined): readonly number[] =>
  [
    ...String(value ?? '')
      .replace(/-.*$/, '')
      .matchAll(/\d+/g),
  ].map(([digits]) => Number(digits));

/** A quantity of Kubernetes that gets smaller. */
export const quantityShrinks: NonNullable<StuckRow['when']> = (before, after) => bytes(after) < bytes(before);

const UNITS = ['', 'k', 'M', 'G', 'T', 'P', 'E'];

function bytes(value: Value | undefined): number {
  const [, digits, unit, binary] = /^([\d.]+)([kKMGTPE]?)(i?)$/.exec(String(value ?? '')) ?? [];
  const power = UNITS.findIndex((one) => one.toLowerCase() === (unit ?? '').toLowerCase());
  return Number(digits) * (binary ? 1024 : 1000) ** power;
}
