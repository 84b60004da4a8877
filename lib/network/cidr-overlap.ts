import { quote, type Problem } from '../core/errors';
import { overlaps, type Cidr } from './cidr';
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
  const taken = ranges.map(({ range }) => range);
  return ranges.flatMap((a, index) =>
    ranges
      .slice(index + 1)
      .filter((b) => overlaps(a.range, b.range) && !(a.kind === 'reserved' && b.kind === 'reserved'))
      .map((b) => overlapProblem(a, b, taken)),
  );
}

function overlapProblem(a: NamedRange, b: NamedRange, taken: readonly Cidr[]): Problem {
  const [other, mover] = MOVES_BEFORE.indexOf(a.kind) < MOVES_BEFORE.indexOf(b.kind) ? [a, b] : [b, a];
  return {
    code: 'cidr-overlap',
    what: `${mover.name} ${quote(mover.range.text)} overlaps ${other.name} ${quote(other.range.text)}`,
    value: mover.range.text,
    fix: fixFor(mover, other, taken),
  };
}

function fixFor(mover: NamedRange, other: NamedRange, taken: readonly Cidr[]): string {
  if (mover.kept === true) {
    return `the earlier plan uses ${mover.range.text}: give ${other.name} another range, or plan a new network`;
  }
  const free = freeRange(
    mover.range.mask,
    taken,
    mover.kind === 'pods' || mover.kind === 'services' ? mover.kind : 'vpc',
  );
  return free === undefined ? `give ${mover.name} a shorter range that is free` : `write ${mover.name}: "${free}"`;
}
