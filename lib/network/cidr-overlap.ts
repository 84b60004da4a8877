import { quote, type Problem } from '../core/errors';
import { cidr, overlaps, type Cidr } from './cidr';
import { freeRange } from './cidr-free';

/** A range with the words that errors name it by. */
export interface NamedRange {
  /** `vpc`, `secondary[0]`, `reserved "office"`. */
  readonly name: string;
  readonly range: Cidr;
  /** What may be moved when it meets another: services first, what others own never. */
  readonly kind: 'reserved' | 'vpc' | 'secondary' | 'pods' | 'services';
  /** Whether it is on the air already: the earlier plan has it. */
  readonly kept?: boolean;
}

const MOVES_BEFORE = ['reserved', 'vpc', 'secondary', 'pods', 'services'] as const;

/** One problem for each two ranges that meet; reserved ranges may meet each other. */
export function overlapProblems(ranges: readonly NamedRange[]): Problem[] {
  const propose = proposer(ranges);
  return ranges.flatMap((a, index) =>
    ranges
      .slice(index + 1)
      .filter((b) => overlaps(a.range, b.range) && !(a.kind === 'reserved' && b.kind === 'reserved'))
      .map((b) => overlapProblem(a, b, propose)),
  );
}

function overlapProblem(a: NamedRange, b: NamedRange, propose: (range: NamedRange) => string): Problem {
  const [other, mover] = MOVES_BEFORE.indexOf(a.kind) < MOVES_BEFORE.indexOf(b.kind) ? [a, b] : [b, a];
  const taken = `the earlier plan uses ${mover.range.text}: give ${other.name} another range, or plan a new network`;
  return {
    code: 'cidr-overlap',
    what: `${mover.name} ${quote(mover.range.text)} overlaps ${other.name} ${quote(other.range.text)}`,
    value: mover.range.text,
    fix: mover.kept === true ? taken : propose(mover),
  };
}

/** Proposes one free range for each that has to move; proposals do not meet each other either. */
function proposer(ranges: readonly NamedRange[]): (mover: NamedRange) => string {
  const taken: Cidr[] = ranges.map(({ range }) => range);
  const proposed = new Map<NamedRange, string>();
  return (mover) => {
    const kind = mover.kind === 'pods' || mover.kind === 'services' ? mover.kind : 'vpc';
    const free = proposed.has(mover) ? undefined : freeRange(mover.range.mask, taken, kind);
    if (free !== undefined) {
      taken.push(cidr(free));
      proposed.set(mover, `write ${mover.name}: "${free}"`);
    }
    return proposed.get(mover) ?? `give ${mover.name} a smaller range that is free`;
  };
}
