import { Testing } from 'cdktf';
import { EXAMPLES } from '../../../examples/main';
import { practicesOf } from '../../../lib/testing';

test.each(Object.entries(EXAMPLES))('the example %s follows the practices, or says why not', (_, build) => {
  const app = Testing.app();
  build(app);
  const { findings, unused, unseen } = practicesOf(app);
  const open = findings.filter(({ severity, suppressed }) => severity !== 'note' && suppressed === undefined);
  expect(open.map(({ path, practice, what }) => `${path} ${practice}: ${what.en}`)).toEqual([]);
  expect({ unused, unseen }).toEqual({ unused: [], unseen: [] });
});
