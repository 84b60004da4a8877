import type { IConstruct } from 'constructs';
import type { WrittenStack } from '../../core/written/written';
import { writtenStacks } from '../written-app';
import { changeOf } from './change';
import type { ChangeAction, Counts, Diff, ResourceChange, SuggestedMove } from './diff-data';
import { moduleChanges } from './modules';
import type { Moved } from './moved';
import { notesOn } from './notes';
import { Plan } from './plan';
import { suggestedMoves } from './suggest';

/**
 * What would happen to what exists if it were made by one program and then applied from another: what is added, changed in
 * place, replaced (and for which attribute, and what else goes down with it), destroyed, or merely has another address.
 *
 * Nothing is asked of a cloud and no state is read: the old program is taken to be applied as it is. Each of the two is an
 * App, whatever is a tree of stacks, or an output folder (`cdktf.out`).
 *
 * @throws InputError when a program is wrong; Error when a folder holds no manifest
 */
export function diffOf(old: IConstruct | string, now: IConstruct | string): Diff {
  return diffOfStacks(writtenStacks(old), writtenStacks(now));
}

/** The same for stacks that were read before. */
export function diffOfStacks(old: readonly WrittenStack[], now: readonly WrittenStack[]): Diff {
  const plan = new Plan(old, now, NO_MOVES);
  const changes = changesOf(plan);
  const moves = suggestedMoves(old, now, plan);
  const inside = moves.filter(({ from, to }) => from.stack === to.stack);
  const moved = inside.length === 0 ? undefined : changesOf(new Plan(old, now, byStack(inside)));
  return Object.freeze({
    changes,
    counts: countsOf(changes),
    lost: changes.filter(loses),
    moves,
    ...(moved ? { withMoves: { counts: countsOf(moved), lost: moved.filter(loses) } } : {}),
    notes: notesOn(old, now, changes),
  });
}

const NO_MOVES: ReadonlyMap<string, readonly Moved[]> = new Map();

function changesOf(plan: Plan): readonly ResourceChange[] {
  const stacks = [...plan.now.stacks, ...plan.old.stacks].map(({ name }) => name);
  return plan
    .all()
    .flatMap((planned) => changeOf(plan, planned) ?? [])
    .concat(moduleChanges(plan))
    .sort(
      (one, other) => stacks.indexOf(one.stack) - stacks.indexOf(other.stack) || (one.address < other.address ? -1 : 1),
    );
}

/** Whether data or a secret goes with it. */
export const loses = ({ holds }: ResourceChange): boolean => holds?.kind === 'data' || holds?.kind === 'secret';

/** Whether something that exists does not stay what it is. */
export const disturbs = ({ action }: ResourceChange): boolean =>
  action === 'replace' || action === 'destroy' || action === 'leave';

export const ACTIONS: readonly ChangeAction[] = [
  'add',
  'adopt',
  'change',
  'replace',
  'leave',
  'destroy',
  'forget',
  'move',
];

const countsOf = (changes: readonly ResourceChange[]): Counts =>
  Object.fromEntries(
    ACTIONS.map((action) => [action, changes.filter((one) => one.action === action).length] as const),
  ) as Counts;

/** Suggestions as if they stood in the program. */
export const byStack = (moves: readonly SuggestedMove[]): ReadonlyMap<string, readonly Moved[]> =>
  new Map(
    [...new Set(moves.map(({ to }) => to.stack))].map((stack) => [
      stack,
      moves.filter(({ to }) => to.stack === stack).map(({ from, to }) => ({ from: from.address, to: to.address })),
    ]),
  );
