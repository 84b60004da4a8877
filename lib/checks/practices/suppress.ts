import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { nearestOf } from '../nearest';
import { quote, reject, type Problem } from '../../core/errors';
import { PRACTICES } from './catalogue';
import { noteSuppression, type Suppression } from './notes';

/** Suppressions of what stands above stacks, kept at the root until the stacks are there. */
const ABOVE = Symbol.for('alicloud-constructs/practicesAbove');
type Root = { [ABOVE]?: Suppression[] };

/**
 * Lets a construct and all below it break one practice, and says why. The reason stands in every report, and in the file
 * of the stack, where the command `alicloud-practices` finds it. A suppression without anything to suppress is a warning,
 * so that it does not outlive its reason.
 *
 * @param construct what may break the practice: a resource, a construct, a stack, the App
 * @param practice id of the practice, as in `docs/practices.md`
 * @param why the reason, which must not be empty
 * @throws InputError `practice-unknown`, `practice-reason`
 */
export function suppressPractice(construct: IConstruct, practice: string, why: { readonly reason: string }): void {
  const { reason } = Object(why) as typeof why;
  reject(construct, [...idProblems(practice), ...reasonProblems(practice, reason)]);
  const suppression = Object.freeze({ path: construct.node.path, practice, reason: reason.trim() });
  const stack = construct.node.scopes.find((one) => TerraformStack.isStack(one));
  if (stack) {
    noteSuppression(stack as TerraformStack, suppression);
    return;
  }
  const root = construct.node.root as Root;
  if (!root[ABOVE]) {
    Object.defineProperty(root, ABOVE, { value: [] });
  }
  root[ABOVE]!.push(suppression);
}

/** Writes what is suppressed above stacks into the stacks. */
export function settleSuppressions(root: IConstruct, stacks: readonly TerraformStack[]): void {
  for (const suppression of (root as Root)[ABOVE] ?? []) {
    stacks
      .filter((stack) => covers(suppression, stack.node.path))
      .forEach((stack) => noteSuppression(stack, suppression));
  }
}

/** Suppressions above stacks, which cover nothing when no stack is below. */
export function suppressionsAbove(root: IConstruct): readonly Suppression[] {
  return (root as Root)[ABOVE] ?? [];
}

/** Whether a suppression is about what has this path. */
export function covers({ path }: Pick<Suppression, 'path'>, of: string): boolean {
  return path === '' || of === path || of.startsWith(`${path}/`);
}

function idProblems(practice: string): Problem[] {
  const ids = PRACTICES.map(({ id }) => id);
  if (ids.includes(practice)) {
    return [];
  }
  const meant = typeof practice === 'string' ? nearestOf(practice, ids) : undefined;
  const what = `practice ${quote(practice)} does not exist`;
  const fix = meant === undefined ? 'write one of the ids in docs/practices.md' : `write ${quote(meant)}`;
  return [{ code: 'practice-unknown', what, value: practice, fix }];
}

function reasonProblems(practice: string, reason: unknown): Problem[] {
  if (typeof reason === 'string' && reason.trim() !== '') {
    return [];
  }
  const what = `practice ${quote(practice)} is suppressed without a reason`;
  return [{ code: 'practice-reason', what, value: reason, fix: 'write why: { reason: "..." }' }];
}
