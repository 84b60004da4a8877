import type { WrittenStack } from '../../core/written/written';
import { addressOf, partsOf } from './instances';

/** A `moved` block: what is known under one address in the state is from now on known under another. */
export interface Moved {
  readonly from: string;
  readonly to: string;
}

/** The blocks of one kind that a stack has; Terraform's JSON takes one as well as a list. */
export function blocksOf<T>(stack: WrittenStack | undefined, kind: string): readonly T[] {
  const blocks = stack?.json[kind] as T | readonly T[] | undefined;
  return blocks === undefined ? [] : Array.isArray(blocks) ? (blocks as readonly T[]) : [blocks as T];
}

/** An address as it stands in a block, be that bare or as an expression. */
export const bare = (address: string): string => address.replace(/^\$\{\s*(.*?)\s*\}$/s, '$1');

/** Whether a `removed` block lets Terraform forget one of these addresses rather than destroy what is there. */
export const isForgotten = (stack: WrittenStack | undefined, ...addresses: readonly string[]): boolean =>
  blocksOf<{ from: string; lifecycle?: unknown }>(stack, 'removed').some(
    ({ from, lifecycle }) =>
      addresses.includes(bare(from)) && /"destroy":"?false/.test(JSON.stringify(lifecycle ?? {})),
  );

/**
 * The address that each instance in the state has from now on: after `moved` blocks, one after the other, and after
 * `count` or `for_each` that came or went, which Terraform follows by itself.
 */
export function newAddresses(
  old: readonly string[],
  now: ReadonlySet<string>,
  moved: readonly Moved[],
): ReadonlyMap<string, string> {
  const taken = new Set(old);
  return new Map(
    old.map((address) => {
      const said = follow(address, moved, taken);
      return [address, said === address && !now.has(address) ? byItself(address, now, taken) : said] as const;
    }),
  );
}

function follow(address: string, moved: readonly Moved[], taken: ReadonlySet<string>): string {
  let here = address;
  // Each block leads on at most once, so that a circle ends.
  for (const left = new Set(moved); left.size > 0;) {
    const step = [...left].find((block) => ledBy(here, block) !== undefined);
    const next = step === undefined ? undefined : ledBy(here, step);
    if (step === undefined || next === undefined || (taken.has(next) && !moved.some((one) => ledBy(next, one)))) {
      return here;
    }
    left.delete(step);
    here = next;
  }
  return here;
}

/** Where a block leads an address; a block without a key leads all instances. */
function ledBy(address: string, moved: Moved): string | undefined {
  const [from, to] = [bare(moved.from), bare(moved.to)];
  if (from === address) {
    return to;
  }
  const { block, key } = partsOf(address);
  return from === block && partsOf(to).key === undefined ? addressOf(to, key) : undefined;
}

/** `x` becomes `x[0]` when it gets a count, and the other way round. */
function byItself(address: string, now: ReadonlySet<string>, taken: ReadonlySet<string>): string {
  const { block, key } = partsOf(address);
  const other = key === undefined ? addressOf(block, 0) : key === 0 ? block : undefined;
  return other !== undefined && now.has(other) && !taken.has(other) ? other : address;
}
