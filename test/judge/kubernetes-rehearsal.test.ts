import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { aWorkloadOfEverything } from '../support/kubernetes-program';

test('a simulated cluster takes one object of every kind, plans again without a change, and lets go of all', async () => {
  const rehearsal = await rehearse(aWorkloadOfEverything());
  expect(describeFailures(rehearsal)).toBe('');
  expect(rehearsal.ok).toBe(true);
  expect(warningsOf(rehearsal)).toEqual([]);
}, 120_000);
