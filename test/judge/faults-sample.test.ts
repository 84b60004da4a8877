import { Testing } from 'cdktf';
import { describeFaults, rehearseFaults, seedOfCommit } from 'alicloud-constructs-rehearsal';
import { stacksIn } from '../support/stacks-in';
import { FAULT_PROGRAMS } from './fault-programs';

/** All faults of all programs take the better part of an hour: `npm run rehearse:full`. Each commit has its own few. */
const SEED = process.env.FAULT_SEED ?? seedOfCommit(__dirname);
const SIZE = 8;

/** One stack that has resources, by the commit, where a program has many: each is first built without a fault. */
const MANY = 2;
const oneOf = (stacks: readonly string[]): readonly string[] =>
  stacks.length <= MANY ? stacks : [stacks[parseInt(SEED.slice(0, 6), 36) % stacks.length]!];

test.each(Object.keys(FAULT_PROGRAMS))(
  'after a fault at any of its changes, %s comes to its end: nothing is made twice, nothing forgotten',
  async (name) => {
    const app = Testing.app();
    FAULT_PROGRAMS[name]!(app);
    const faults = await rehearseFaults(app, {
      stacks: oneOf(stacksIn(app)),
      sample: { size: SIZE, seed: SEED },
    });
    expect(faults.ok ? '' : `seed ${SEED}\n${describeFaults(faults)}`).toBe('');
    expect(faults.trials).toHaveLength(SIZE);
    expect(faults.possible).toBeGreaterThan(100);
  },
  300_000,
);
