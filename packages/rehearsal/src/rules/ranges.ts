/** An IPv4 range as two numbers. */
export interface Range {
  readonly first: number;
  readonly last: number;
  readonly mask: number;
}

/** Reads `10.0.0.0/8`; `undefined` for anything else. */
export function rangeOf(cidr: unknown): Range | undefined {
  const parts = typeof cidr === 'string' ? /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr) : null;
  if (!parts) {
    return undefined;
  }
  const [a, b, c, d, mask] = parts.slice(1).map(Number) as [number, number, number, number, number];
  if ([a, b, c, d].some((one) => one > 255) || mask > 32) {
    return undefined;
  }
  const size = 2 ** (32 - mask);
  const first = Math.floor((((a * 256 + b) * 256 + c) * 256 + d) / size) * size;
  return { first, last: first + size - 1, mask };
}

export const overlap = (one: Range, other: Range): boolean => one.first <= other.last && other.first <= one.last;

export const contains = (outer: Range, inner: Range): boolean => outer.first <= inner.first && inner.last <= outer.last;

/** Addresses of a vSwitch that can be given away: the first and the last three belong to the system. */
export const usable = (range: Range): number => Math.max(0, 2 ** (32 - range.mask) - 4);
