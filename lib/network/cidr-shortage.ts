import { quote, type Problem } from '../core/errors';
import type { Purpose } from '../core/network';
import { cidr, cidrAt, contains, overlaps, usableAddresses, type Cidr } from './cidr';
import { freeRange } from './cidr-free';
import { longestBlock, rangesFor } from './cidr-layout';
import type { Wanted } from './cidr-read';
import { PRIVATE } from './cidr-rules';

/** The problem of a zone whose slots hold fewer addresses than it needs, with the ways to mend it. */
export function shortage(
  wanted: Wanted,
  purpose: Purpose,
  zone: string,
  { need, total, living }: { readonly need: number; readonly total: number; readonly living: boolean },
): Problem {
  const wider = living ? undefined : widerVpc(wanted, maskFor(need, purpose, zone, wanted.vpc.mask - 1));
  const more = moreBlocks(wanted, maskFor(need - total, purpose, zone, longestBlock(purpose)));
  const ways = [
    ...(more === undefined ? [] : [`secondary: ${more}`]),
    ...(wider === undefined ? [] : [`for a new network vpc: "${wider}"`]),
  ];
  if (wanted.perZone[purpose] === undefined) {
    const what = `vpc ${quote(wanted.vpc.text)} is too small for ${purpose} vSwitches in ${zone}, which need /${longestBlock(purpose)}`;
    return { code: 'cidr-mask', what, value: wanted.vpc.text, fix: `write ${ways.join(', or ')}` };
  }
  const what = `perZone.${purpose} asks for ${need} addresses in ${zone}, and ${total} fit`;
  const less = total === 0 ? [] : [`perZone: { ${purpose}: ${total} }`];
  const fix =
    [...less, ...ways].length === 0 ? `ask for fewer ${purpose}` : `write ${[...less, ...ways].join(', or ')}`;
  return { code: 'capacity-addresses', what, value: need, fix };
}

/** The longest mask, up to a given one, of a block in which a zone has room for so many addresses. */
function maskFor(need: number, purpose: Purpose, zone: string, longest: number): number | undefined {
  for (let mask = Math.min(longest, longestBlock(purpose)); mask >= 8; mask -= 1) {
    const room = rangesFor([cidrAt(0, mask)], purpose, zone).reduce((sum, range) => sum + usableAddresses(range), 0);
    if (room >= need) {
      return mask;
    }
  }
  return undefined;
}

/** The block of a mask around the VPC, or another free private one. */
function widerVpc(wanted: Wanted, mask: number | undefined): string | undefined {
  if (mask === undefined) {
    return undefined;
  }
  const around = cidrAt(wanted.vpc.first, mask);
  const taken = others(wanted);
  const free = PRIVATE.some((block) => contains(block, around)) && !taken.some((other) => overlaps(other, around));
  return free ? around.text : freeRange(mask, taken, 'vpc');
}

/** The secondary ranges as they are, and a free one of a mask. */
function moreBlocks(wanted: Wanted, mask: number | undefined): string | undefined {
  const free = mask === undefined ? undefined : freeRange(mask, [wanted.vpc, ...others(wanted)], 'vpc');
  return free && `[${[...wanted.secondary.map(({ text }) => text), free].map(quote).join(', ')}]`;
}

function others({ secondary, podNetwork, serviceCidr, reserved }: Wanted): Cidr[] {
  const pods = podNetwork.kind === 'flannel' ? [cidr(podNetwork.podCidr)] : [];
  return [...secondary, ...pods, serviceCidr, ...reserved.map((other) => cidr(other.cidr))];
}
