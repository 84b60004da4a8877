import { EXAMPLES } from '../../../examples/main';
import type { WrittenStack } from '../../../lib/core/written/written';
import { writtenStacks } from '../../../lib/testing/written-app';
import { EDITS, type Edit } from './edits';
import { guardPlan, inOrder, kindsOf } from './guard-plan';
import { AppliedProgram } from './real-plans';

describe.each(Object.entries(EDITS))('the guard and Terraform agree on %s:', (example, edits) => {
  let applied: AppliedProgram;
  let old: readonly WrittenStack[];

  beforeAll(async () => {
    applied = await AppliedProgram.of(EXAMPLES[example]!);
    old = writtenStacks(applied.folder);
  }, 120_000);

  afterAll(() => applied.end());

  test.each(edits.map((edit) => [edit.title, edit] as const))(
    '%s',
    async (_title: string, { stack, edit, does }: Edit) => {
      const json = applied.json(stack);
      edit(json);
      const real = inOrder(await applied.plan(stack, json));
      expect(kindsOf(real)).toBe(does);
      expect(guardPlan(old, stack, json)).toEqual(real);
    },
    60_000,
  );
});
