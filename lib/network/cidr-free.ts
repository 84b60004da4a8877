import { cidrAt, type Cidr } from './cidr';
import { PRIVATE } from './cidr-rules';

/** Most ranges looked at in one private block before giving up: the look-up serves an error text, not a plan. */
const TRIES = 4096;

/**
 * The first private range of a mask that meets none of the given ones, to propose in a fix; `undefined` when there is
 * none. 172.16.0.0/12 comes first for Pods and Services, because VPCs are mostly elsewhere; it takes Pods only to /16.
 */
export function freeRange(mask: number, taken: readonly Cidr[], kind: 'vpc' | 'pods' | 'services'): string | undefined {
  const [ten, oneSevenTwo, oneNineTwo] = PRIVATE as [Cidr, Cidr, Cidr];
  const cluster = kind === 'pods' && mask > 16 ? [ten, oneNineTwo] : [oneSevenTwo, oneNineTwo, ten];
  for (const block of (kind === 'vpc' ? PRIVATE : cluster).filter((candidate) => candidate.mask <= mask)) {
    const step = kind === 'vpc' ? mask : Math.min(mask, 16);
    const count = Math.min(TRIES, 2 ** (step - block.mask));
    for (let index = 0; index < count; index += 1) {
      const first = block.first + index * 2 ** (32 - step);
      const last = first + 2 ** (32 - mask) - 1;
      if (!taken.some((other) => other.first <= last && first <= other.last)) {
        return cidrAt(first, mask).text;
      }
    }
  }
  return undefined;
}
