import { SHUTDOWN_DEFAULTS } from '../../lib/workload/pod/shutdown';
import { UPDATE_DEFAULTS } from '../../lib/workload/update';
import { blocksOf, readme, shownHcl, smallestProgram } from './readme';

test('the HCL in the README is that of a web service of its smallest program', async () => {
  const made = await blocksOf(smallestProgram().apps, /^resource "kubernetes_(deployment|service|pod_disruption)/);
  expect(shownHcl(readme('workload'))).toBe(made);
});

test('the defaults in the README are those of the library', () => {
  const text = readme('workload');
  expect(text).toContain(`answers for ${SHUTDOWN_DEFAULTS.drainSeconds} s more`);
  expect(text).toContain(`then ${SHUTDOWN_DEFAULTS.graceSeconds} s to end by itself`);
  expect(text).toContain(`counts after ${UPDATE_DEFAULTS.minReadySeconds} s ready`);
});
