import fc from 'fast-check';
import type { WrittenStack } from '../../../lib/core/written/written';
import { Plan } from '../../../lib/testing/guard/plan';
import { writtenStacks } from '../../../lib/testing/written-app';
import { guardPlan, inOrder } from './guard-plan';
import { HAND_WRITTEN } from './hand-written';
import { AppliedProgram, type Json } from './real-plans';
import { stackOf } from './stacks';

/** Where a text, a number or a truth stands in the resources of a stack; what is Terraform's own is left alone. */
function places(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) {
    return path.length > 3 ? [path] : [];
  }
  const own = ['lifecycle', 'count', 'for_each', 'depends_on'];
  return Object.entries(value).flatMap(([key, one]) => (own.includes(key) ? [] : places(one, [...path, key])));
}

// What a function comes to is not computed: the same text in other words counts as changed there.
const PLACES = places({ resource: HAND_WRITTEN().resource }).filter((path) => !path.includes('names'));

/** What comes in the place of a value; `undefined` takes it away. */
const VALUES = [
  undefined,
  'other',
  7,
  '${alicloud_vpc.main.id}',
  '${alicloud_vpc.main.vpc_name}',
  '${alicloud_vswitch.single.id}',
  '${alicloud_vswitch.counted[1].id}',
  '${random_password.secret.id}',
  'x-${alicloud_vswitch.mapped["a"].id}',
  '${var.owner}',
  '${join("-", local.zones)}',
];

const EDIT = fc.record({ place: fc.constantFrom(...PLACES), value: fc.constantFrom(...VALUES) });

function edited(edits: readonly { readonly place: readonly string[]; readonly value: unknown }[]): Json {
  const json = HAND_WRITTEN();
  for (const { place, value } of edits) {
    const owner = place.slice(0, -1).reduce((here, key) => here[key], json);
    if (value === undefined) {
      delete owner[place.at(-1)!];
    } else {
      owner[place.at(-1)!] = value;
    }
  }
  return json;
}

describe('of edits that nobody thought of', () => {
  let applied: AppliedProgram;
  let old: readonly WrittenStack[];

  beforeAll(async () => {
    applied = await AppliedProgram.written('hand', HAND_WRITTEN());
    old = writtenStacks(applied.folder);
  }, 120_000);

  afterAll(() => applied.end());

  test('the guard says what Terraform says, wherever Terraform takes them', async () => {
    const property = fc.asyncProperty(fc.array(EDIT, { minLength: 1, maxLength: 3 }), async (edits) => {
      const json = edited(edits);
      const real = await applied.plan('hand', json).catch(() => undefined);
      fc.pre(real !== undefined);
      expect(guardPlan(old, 'hand', json)).toEqual(inOrder(real!));
    });
    await fc.assert(property, {
      numRuns: Number(process.env.GUARD_RUNS ?? 12),
      seed: Number(process.env.GUARD_SEED ?? 20261121),
      maxSkipsPerRun: 20,
      endOnFailure: true,
    });
  }, 1_200_000);

  test('it comes to an end, whatever refers to whatever', () => {
    fc.assert(
      fc.property(fc.array(EDIT, { minLength: 1, maxLength: 6 }), (edits) => {
        const plan = new Plan([stackOf(HAND_WRITTEN().resource)], [stackOf(edited(edits).resource)], new Map());
        expect(plan.all().length).toBeGreaterThan(10);
      }),
      { numRuns: 100 },
    );
  });
});
