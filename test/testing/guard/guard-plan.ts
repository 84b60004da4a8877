import { writtenStack, type WrittenStack } from '../../../lib/core/written/written';
import { Plan, type Planned } from '../../../lib/testing/guard/plan';
import type { Json, RealChange } from './real-plans';

/** What the guard says of a stack, in the form of Terraform's plan. */
export function guardPlan(old: readonly WrittenStack[], stack: string, json: Json): readonly RealChange[] {
  const now = old.map((one) => (one.name === stack ? writtenStack(stack, json, one.dependencies) : one));
  return inOrder(
    new Plan(old, now, new Map())
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
