import { distance } from 'fastest-levenshtein';
import type { Problem } from '../core/errors';
import { shown } from './cidr-intent';

/** The letters of zones that have a place in every purpose's share: `a` to `p`. */
const ZONE_LETTERS = 'abcdefghijklmnop';

/** `ap-southeast-1a`: the region ends in a digit, and the letter follows at once. */
const AFTER_DIGIT = /^([a-z]{2}(?:-[a-z0-9]+)*-[a-z0-9]*\d)([a-z])$/;
/** `cn-hangzhou-h`: the region ends in a letter, and a dash stands between. */
const AFTER_DASH = /^([a-z]{2}(?:-[a-z0-9]+)*-[a-z0-9]*[a-z])-([a-z])$/;

/** Region of a zone id: `cn-hangzhou` of `cn-hangzhou-h`; `undefined` when the text is no zone id. */
export function regionOfZone(zone: unknown): string | undefined {
  return split(zone)?.region;
}

/** Place of a zone within every purpose's share, 0 to 15, from the letter of its id alone. */
export function slotOfZone(zone: string): number | undefined {
  const slot = ZONE_LETTERS.indexOf(split(zone)?.letter ?? '?');
  return slot < 0 ? undefined : slot;
}

/** Problems with one zone id of an ask: its form, its letter, and the region it belongs to. */
export function zoneProblems(zone: unknown, prop: string, region: string | undefined): Problem[] {
  const what = `${prop} ${shown(zone)}`;
  const parts = split(zone);
  if (parts === undefined) {
    return [{ code: 'zone-invalid', what: `${what} is not a zone id`, value: zone, fix: fixFor(zone) }];
  }
  if (!ZONE_LETTERS.includes(parts.letter)) {
    const fix = 'choose a zone with a letter from a to p, or give the vSwitches of this zone ranges of your own';
    return [{ code: 'zone-invalid', what: `${what} has no place in the plan`, value: zone, fix }];
  }
  if (region !== undefined && parts.region !== region) {
    const meant = `${region}${/\d$/.test(region) ? '' : '-'}${parts.letter}`;
    const typo = distance(parts.region, region) <= 2;
    const fix = typo
      ? `did you mean "${meant}"?`
      : `take zones of ${region} only, or plan ${parts.region} as a network of its own`;
    return [{ code: 'zone-region', what: `${what} belongs to ${parts.region}, not to ${region}`, value: zone, fix }];
  }
  return [];
}

function split(zone: unknown): { region: string; letter: string } | undefined {
  if (typeof zone !== 'string') {
    return undefined;
  }
  const found = AFTER_DIGIT.exec(zone) ?? AFTER_DASH.exec(zone);
  return found === null ? undefined : { region: found[1]!, letter: found[2]! };
}

function fixFor(zone: unknown): string {
  if (typeof zone !== 'string') {
    return 'write a zone id as text, such as "cn-hangzhou-h"';
  }
  const tidy = zone.trim().toLowerCase();
  const meant = [tidy, tidy.replace(/(\d)-([a-z])$/, '$1$2')].find((text) => text !== zone && split(text));
  return meant === undefined
    ? 'write a zone id such as "cn-hangzhou-h" or "ap-southeast-1a"'
    : `did you mean "${meant}"?`;
}
