import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { aWorkloadOfConstructs } from '../support/kubernetes-constructs';
import { aWorkloadOfEverything } from '../support/kubernetes-program';

test.each([
  ['one object of every kind', aWorkloadOfEverything],
  ['every way in which our constructs keep Pods', aWorkloadOfConstructs],
])(
  'a simulated cluster takes %s, plans again without a change, and lets go of all',
  async (_title, program) => {
    const rehearsal = await rehearse(program());
    expect(describeFailures(rehearsal)).toBe('');
    expect(rehearsal.ok).toBe(true);
    expect(warningsOf(rehearsal)).toEqual([]);
  },
  120_000,
);
