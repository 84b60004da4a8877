import { FaultPlan, retriesWithin, THROTTLED, errorOf, type Fault, type Target } from '../../src/serve/faults';

const vswitch = (over: Partial<Target> = {}): Target => ({
  type: 'alicloud_vswitch',
  on: 'create',
  id: 'vsw-1',
  values: {
    vswitch_name: 'nodes',
    tags: { team: 'a', stage: 'test' },
    timeouts: null,
    port: 80n,
    rules: [{ from: 1 }],
  },
  ...over,
});

/** Which of the calls are struck. */
const struck = (fault: Fault, ...calls: readonly Target[]): number[] => {
  const plan = new FaultPlan([fault]);
  return calls.flatMap((call, at) => (plan.strike(call) ? [at] : []));
};

test('a fault without a number strikes every call that fits', () => {
  expect(struck({ on: 'create', type: 'alicloud_vswitch' }, vswitch(), vswitch(), vswitch({ on: 'delete' }))).toEqual([
    0, 1,
  ]);
});

test('the nth is counted among those that fit: of a type, of a family, of anything', () => {
  const calls = [vswitch({ type: 'alicloud_vpc' }), vswitch(), vswitch({ type: 'helm_release' }), vswitch()];
  expect(struck({ on: 'create', type: 'alicloud_vswitch', nth: 2 }, ...calls)).toEqual([3]);
  expect(struck({ on: 'create', type: 'alicloud_*', nth: 2 }, ...calls)).toEqual([1]);
  expect(struck({ on: 'create', nth: 3 }, ...calls)).toEqual([2]);
});

test.each<[object, boolean]>([
  [{ vswitch_name: 'nodes' }, true],
  [{ vswitch_name: 'pods' }, false],
  [{ tags: { team: 'a' } }, true],
  [{ tags: { team: 'b' } }, false],
  [{ port: '80' }, true],
  [{ rules: { from: '1' } }, true],
  [{ rules: [{ from: 1 }, { from: 2 }] }, false],
  [{ missing: 'x' }, false],
  [{ missing: null }, true],
])('an object is known by its attributes: %j %s', (where, fits) => {
  expect(struck({ on: 'create', where: where as Fault['where'] }, vswitch())).toEqual(fits ? [0] : []);
});

test('an object is known by its id, and a creation by the fingerprint of its configuration', () => {
  expect(
    struck({ on: 'delete', id: 'vsw-2' }, vswitch({ on: 'delete' }), vswitch({ on: 'delete', id: 'vsw-2' })),
  ).toEqual([1]);
  expect(
    struck({ on: 'create', fingerprint: 'f' }, vswitch({ fingerprint: 'e' }), vswitch({ fingerprint: 'f' })),
  ).toEqual([1]);
});

test('arming anew counts from the start', () => {
  const plan = new FaultPlan([{ on: 'create', nth: 1 }]);
  plan.strike(vswitch());
  expect([plan.struck, plan.strike(vswitch())]).toEqual([1, undefined]);
  plan.arm([{ on: 'create', nth: 1 }]);
  expect(plan.struck).toBe(0);
  expect(plan.strike(vswitch())).toBeDefined();
});

test('a throttled call passes when the provider asks again often enough within its time', () => {
  const quick = { timeouts: { create: '1m' } };
  const patient = { timeouts: { create: '10m' } };
  expect([retriesWithin(quick, 'create'), retriesWithin(patient, 'create')]).toEqual([3, 30]);
  const fault: Fault = { on: 'create', throttled: 10 };
  expect(errorOf(fault, quick)).toBe(THROTTLED);
  expect(errorOf(fault, patient)).toBeUndefined();
});

test.each<[Fault, string]>([
  [{ on: 'create', nth: 0, error: 'no' }, 'nth counts from 1, not 0'],
  [{ on: 'read', cut: 'kill' }, 'only changes can be cut'],
  [{ on: 'create', cut: 'kill', error: 'no' }, 'a call that is cut has no error of its own'],
  [{ on: 'create', made: false }, 'give cut'],
  [{ on: 'create', halfMade: true }, 'halfMade needs an error'],
])('a fault that can never do what it says is refused: %j', (fault, message) => {
  expect(() => new FaultPlan([fault])).toThrow(message);
});
