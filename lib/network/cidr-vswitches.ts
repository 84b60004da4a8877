import type { Problem } from '../core/errors';
import { PURPOSES, type Purpose } from '../core/network';
import { cidr, overlaps, usableAddresses, type Cidr } from './cidr';
import { rangesFor } from './cidr-layout';
import type { PlannedVswitch } from './cidr-plan-data';
import type { Wanted } from './cidr-read';
import { shortage } from './cidr-shortage';

/**
 * The vSwitches of a plan: those of the earlier plan as they are, and for each zone and purpose as many more of its own
 * ranges as the limit needs, at least one in all.
 *
 * @param living whether the VPC exists already, as an earlier plan says
 */
export function allocate(
  wanted: Wanted,
  kept: readonly PlannedVswitch[],
  living: boolean,
): { vswitches: PlannedVswitch[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const added = wanted.purposes.flatMap((purpose) =>
    wanted.zones.flatMap((zone) => {
      const grown = grow(wanted, purpose, zone, kept);
      const need = wanted.perZone[purpose] ?? 1;
      const total = sum(grown) + sum(keptOf(kept, zone, purpose));
      if (total < need) {
        problems.push(shortage(wanted, purpose, zone, { need, total, living }));
      }
      return grown;
    }),
  );
  return { vswitches: [...kept, ...added].sort(inOrder), problems };
}

/** Ranges that a zone and purpose could still take beside all vSwitches of a plan. */
export function freeRanges(
  blocks: readonly Cidr[],
  purpose: Purpose,
  zone: string,
  vswitches: readonly PlannedVswitch[],
): readonly Cidr[] {
  const taken = vswitches.map((vswitch) => cidr(vswitch.cidr));
  return rangesFor(blocks, purpose, zone).filter((range) => !taken.some((other) => overlaps(other, range)));
}

function grow(wanted: Wanted, purpose: Purpose, zone: string, kept: readonly PlannedVswitch[]): PlannedVswitch[] {
  const own = keptOf(kept, zone, purpose);
  const need = wanted.perZone[purpose] ?? 1;
  const grown: PlannedVswitch[] = [];
  let have = sum(own);
  let ordinal = Math.max(-1, ...own.map((vswitch) => vswitch.ordinal)) + 1;
  for (const range of freeRanges([wanted.vpc, ...wanted.secondary], purpose, zone, kept)) {
    if (have >= need) {
      break;
    }
    grown.push({ zone, purpose, ordinal, cidr: range.text, usable: usableAddresses(range) });
    have += usableAddresses(range);
    ordinal += 1;
  }
  return grown;
}

function keptOf(kept: readonly PlannedVswitch[], zone: string, purpose: Purpose): PlannedVswitch[] {
  return kept.filter((vswitch) => vswitch.zone === zone && vswitch.purpose === purpose);
}

function sum(vswitches: readonly PlannedVswitch[]): number {
  return vswitches.reduce((total, { usable }) => total + usable, 0);
}

function inOrder(a: PlannedVswitch, b: PlannedVswitch): number {
  const byZone = a.zone < b.zone ? -1 : a.zone > b.zone ? 1 : 0;
  return byZone || PURPOSES.indexOf(a.purpose) - PURPOSES.indexOf(b.purpose) || a.ordinal - b.ordinal;
}
