import type { WrittenStack } from '../../../lib/core/written/written';
import { writtenStacks } from '../../../lib/testing/written-app';
import { guardPlan, inOrder, kindsOf } from './guard-plan';
import { HAND_EDITS, HAND_WRITTEN } from './hand-written';
import { AppliedProgram } from './real-plans';

describe('the guard and Terraform agree on a stack written by hand:', () => {
  let applied: AppliedProgram;
  let old: readonly WrittenStack[];

  beforeAll(async () => {
    applied = await AppliedProgram.written('hand', HAND_WRITTEN());
    old = writtenStacks(applied.folder);
  }, 120_000);

  afterAll(() => applied.end());

  test.each(HAND_EDITS)(
    '%s',
    async (_title, does, edit) => {
      const json = applied.json('hand');
      edit(json);
      const real = inOrder(await applied.plan('hand', json));
      expect(guardPlan(old, 'hand', json)).toEqual(real);
      expect(kindsOf(real)).toBe(does);
    },
    60_000,
  );
});
