import { Address4 } from 'ip-address';
import { quote, type Problem } from '../core/errors';
import { cidrProblem } from './cidr-intent';

/** An IPv4 range without host bits: a frozen plain value, so that two equal ranges are equal data. */
export interface Cidr {
  /** The range as text: `10.0.0.0/16`. */
  readonly text: string;
  /** First address as a number, 0 to 2³²−1. */
  readonly first: number;
  /** Last address as a number. */
  readonly last: number;
  /** Length of the network part, 0 to 32. */
  readonly mask: number;
}

/** What reading a text as a range gives: the range, or the problem with it. */
export type ParsedCidr = { readonly ok: true; readonly cidr: Cidr } | { readonly ok: false; readonly problem: Problem };

/**
 * Reads a range strictly: four decimal octets, a slash, a mask of 0 to 32, no host bits, no blanks and nothing after it.
 * Never throws, whatever it is given; the problem says what was probably meant.
 *
 * @param prop how the problem names the value, such as `vpc`
 */
export function parseCidr(text: unknown, prop = 'cidr'): ParsedCidr {
  const address = typeof text === 'string' && /^[^/]+\/(0|[1-9]\d?)$/.test(text) ? tryAddress(text) : undefined;
  if (address === undefined) {
    return { ok: false, problem: cidrProblem(text, prop) };
  }
  const cidr = cidrAt(valueOf(address), address.subnetMask);
  return cidr.text === text ? { ok: true, cidr } : { ok: false, problem: hostBits(text as string, cidr, prop) };
}

/**
 * Reads a range that is known to be good: a constant, or the text of a plan.
 *
 * @throws RangeError when it is not
 */
export function cidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) {
    throw new RangeError(`${parsed.problem.what}: ${parsed.problem.fix}`);
  }
  return parsed.cidr;
}

/** The range of a mask that holds an address; host bits of the address are dropped. */
export function cidrAt(address: number, mask: number): Cidr {
  const size = 2 ** (32 - mask);
  const first = Math.floor(address / size) * size;
  const octets = [24, 16, 8, 0].map((bits) => Math.floor(first / 2 ** bits) % 256);
  const text = `${octets.join('.')}/${mask}`;
  return Object.freeze({ text, first, last: first + size - 1, mask });
}

/** Whether every address of `inner` is in `outer`. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether two ranges share an address. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/**
 * The part number `index`, from 0, of a range that is cut into parts of one mask.
 *
 * @throws RangeError when the range has no such part
 */
export function subnet(parent: Cidr, mask: number, index: number): Cidr {
  if (!Number.isInteger(mask) || mask < parent.mask || mask > 32) {
    throw new RangeError(`${parent.text} has no parts of mask /${mask}`);
  }
  if (!Number.isInteger(index) || index < 0 || index >= 2 ** (mask - parent.mask)) {
    throw new RangeError(`${parent.text} has no part ${index} of mask /${mask}`);
  }
  return cidrAt(parent.first + index * 2 ** (32 - mask), mask);
}

/** Addresses of a range, first and last included. */
export function addresses(range: Cidr): number {
  return range.last - range.first + 1;
}

/**
 * Addresses of a vSwitch that resources can take: 2^(32 − mask) − 4, because Alibaba Cloud keeps the first and the last
 * three. A /24 has 252, a /29 has 4.
 */
export function usableAddresses(range: Cidr): number {
  return Math.max(0, addresses(range) - 4);
}

/** An address as a number; its octets are read already. */
function valueOf({ parsedAddress }: Address4): number {
  return parsedAddress.reduce((value, octet) => value * 256 + Number(octet), 0);
}

function tryAddress(text: string): Address4 | undefined {
  try {
    return new Address4(text);
  } catch {
    return undefined;
  }
}

function hostBits(text: string, network: Cidr, prop: string): Problem {
  const [address = ''] = text.split('/');
  const value = valueOf(new Address4(address));
  const aligned = Array.from({ length: 31 }, (_, mask) => mask).find((mask) => cidrAt(value, mask).first === value);
  const narrower = aligned === undefined ? '' : `, or "${cidrAt(value, aligned).text}"`;
  return {
    code: 'cidr-host-bits',
    what: `${prop} ${quote(text)} has host bits set`,
    value: text,
    fix: `did you mean "${network.text}"${narrower}?`,
  };
}
