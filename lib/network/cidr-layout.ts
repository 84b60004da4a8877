import type { Purpose } from '../core/network';
import { subnet, type Cidr } from './cidr';
import { slotOfZone } from './cidr-zone';

/** The part of a VPC block that a purpose owns: part number `index` of 2^`bits` equal parts. */
export interface Share {
  readonly bits: number;
  readonly index: number;
  /** Longest mask of a vSwitch of this purpose. */
  readonly longest: number;
}

/**
 * The share of each purpose in every block of a VPC. The last sixteenth is never planned: it is for vSwitches made by
 * hand and for purposes to come. Changing this table moves the ranges of every network, so it never changes.
 */
export const SHARES: Readonly<Record<Purpose, Share>> = Object.freeze({
  pods: Object.freeze({ bits: 1, index: 0, longest: 25 }),
  eci: Object.freeze({ bits: 2, index: 2, longest: 29 }),
  nodes: Object.freeze({ bits: 3, index: 6, longest: 29 }),
  data: Object.freeze({ bits: 4, index: 14, longest: 29 }),
});

/** A share is cut into 16 slots, one for each letter of a zone. */
const SLOT_BITS = 4;
/** Alibaba Cloud has no vSwitch larger than /16. */
const SHORTEST = 16;

/** The last sixteenth of a block, which no plan touches. */
export function unplanned(block: Cidr): Cidr {
  return subnet(block, block.mask + 4, 15);
}

/** Longest mask of a VPC block in which a purpose still has room. */
export function longestBlock(purpose: Purpose): number {
  return SHARES[purpose].longest - SHARES[purpose].bits - SLOT_BITS - 1;
}

/** Mask of the vSwitches of a purpose in a block: half a slot, /16 at most. */
function vswitchMask(block: number, purpose: Purpose): number {
  return Math.max(SHORTEST, block + SHARES[purpose].bits + SLOT_BITS + 1);
}

/**
 * The ranges that one zone can have for one purpose, in the order in which they are taken: both halves of the zone's
 * slot in the first block (more than two where halves would be larger than /16), then those of the next block. A
 * function of block, purpose and zone id alone: what else is in the network plays no part.
 */
export function rangesFor(blocks: readonly Cidr[], purpose: Purpose, zone: string): readonly Cidr[] {
  const slot = slotOfZone(zone);
  if (slot === undefined) {
    return [];
  }
  return blocks.filter((block) => block.mask <= longestBlock(purpose)).flatMap((block) => halves(block, purpose, slot));
}

function halves(block: Cidr, purpose: Purpose, slot: number): Cidr[] {
  const { bits, index } = SHARES[purpose];
  const share = subnet(block, block.mask + bits, index);
  const range = subnet(share, share.mask + SLOT_BITS, slot);
  const mask = vswitchMask(block.mask, purpose);
  return Array.from({ length: 2 ** (mask - range.mask) }, (_, half) => subnet(range, mask, half));
}
