import type { Problem } from '../core/errors';
import { PURPOSES, type Purpose } from '../core/network';
import { cidr, cidrAt, contains, overlaps, usableAddresses, type Cidr } from './cidr';
import { longestBlock, rangesFor } from './cidr-layout';
import type { PlannedVswitch } from './cidr-plan-data';
import type { Wanted } from './cidr-read';
import { PRIVATE } from './cidr-rules';

/**
 * The vSwitches of a plan: those of the earlier plan as they are, and for each zone and purpose as many more of its own
 * ranges as the limit needs, at least one in all.
 */
export function allocate(
  wanted: Wanted,
  kept: readonly PlannedVswitch[],
): { vswitches: PlannedVswitch[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const added = wanted.purposes.flatMap((purpose) =>
    wanted.zones.flatMap((zone) => {
      const grown = grow(wanted, purpose, zone, kept);
      const need = wanted.perZone[purpose] ?? 1;
      const total = sum(grown) + sum(keptOf(kept, zone, purpose));
      if (total < need) {
        problems.push(shortage(wanted, purpose, zone, need, total));
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

function shortage(wanted: Wanted, purpose: Purpose, zone: string, need: number, total: number): Problem {
  const limit = wanted.perZone[purpose];
  if (limit === undefined && total === 0) {
    const mask = longestBlock(purpose);
    const what = `vpc "${wanted.vpc.text}" is too small for ${purpose} vSwitches in ${zone}`;
    return {
      code: 'cidr-mask',
      what,
      value: wanted.vpc.text,
      fix: `write a range of /${mask} or shorter: vpc: "${wider(wanted.vpc, mask)}"`,
    };
  }
  const what = `perZone.${purpose} asks for ${need} addresses in ${zone}, and ${total} fit`;
  const fits = Array.from({ length: wanted.vpc.mask - 8 }, (_, step) => wanted.vpc.mask - 1 - step).find(
    (mask) => mask <= longestBlock(purpose) && roomIn(cidrAt(0, mask), purpose, zone) >= need,
  );
  const less = total === 0 ? [] : [`write perZone: { ${purpose}: ${total} }`];
  const more = fits === undefined ? [] : [`vpc: "${wider(wanted.vpc, fits)}"`, 'add a secondary range'];
  return { code: 'capacity-addresses', what, value: need, fix: [...less, ...more].join(', or ') };
}

function roomIn(block: Cidr, purpose: Purpose, zone: string): number {
  return rangesFor([block], purpose, zone).reduce((total, range) => total + usableAddresses(range), 0);
}

/** The block of a mask around the VPC, or in 10.0.0.0/8 when that would leave the private range it is in. */
function wider(vpc: Cidr, mask: number): string {
  const around = cidrAt(vpc.first, mask);
  return PRIVATE.some((block) => contains(block, around)) ? around.text : cidrAt(PRIVATE[0]!.first, mask).text;
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
