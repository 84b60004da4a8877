import { writtenStack, type WrittenStack } from '../../../lib/core/written/written';
import { Plan, type Planned } from '../../../lib/testing/guard/plan';
import type { Json, RealChange } from './real-plans';

/** What the guard says of a stack that is edited, in the form of Terraform's plan; `old` when others are edited too. */
export function guardPlan(
  now: readonly WrittenStack[],
  stack: string,
  json: Json,
  old: readonly WrittenStack[] = now,
): readonly RealChange[] {
  const edited = now.map((one) => (one.name === stack ? writtenStack(stack, json, one.dependencies) : one));
  return inOrder(
    new Plan(old, edited, new Map())
      .all()
      .filter((one) => (one.now ?? one.was)!.stack.name === stack)
      .map(asReal),
  );
}

const asReal = ({ action, now, was, changes }: Planned): RealChange => {
  const address = (now ?? was)!.instance.address;
  return {
    address,
    action,
    ...(now && was && was.instance.address !== address ? { previous: was.instance.address } : {}),
    paths: action === 'replace' ? changes.flatMap(({ makesNew, path }) => (makesNew ? path.join('.') : [])).sort() : [],
  };
};

export const inOrder = (changes: readonly RealChange[]): readonly RealChange[] =>
  [...changes].sort((one, other) => (one.address < other.address ? -1 : 1));

/** The kinds of actions, without what stays. */
export const kindsOf = (changes: readonly RealChange[]): string =>
  [...new Set(changes.map(({ action }) => action))]
    .filter((action) => action !== 'none')
    .sort()
    .join();
