import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeDiff } from '../../lib/testing/guard/describe';
import { diffOf } from '../../lib/testing/guard/diff';
import { ERASING } from '../../lib/testing/guard/erased';
import { HOLDINGS } from '../../lib/testing/guard/holdings';
import { STUCK_ROWS } from '../../lib/testing/guard/stuck';
import { EDITS } from '../testing/guard/edits';
import { HAND_EDITS } from '../testing/guard/hand-written';
import { ROOT } from './fences';
import { release } from './guard-program';

const guide = readFileSync(join(ROOT, 'docs/guides/replacement-guard.md'), 'utf8');

test('the guide shows what the guard says', () => {
  expect(guide).toContain(
    `\`\`\`text\n${describeDiff(diffOf(release('Performance', 'database'), release('Capacity', 'orders')))}\n\`\`\``,
  );
});

test('the guide’s figures are those of the tables and of the tests', () => {
  const edits = Object.values(EDITS).flat().length;
  expect(edits).toBeGreaterThanOrEqual(40);
  expect(guide).toContain(`${edits} edits of two examples and ${HAND_EDITS.length} of a stack written by hand`);
  expect(guide).toContain(`\`ERASING\`, ${ERASING.length} rows`);
  expect(guide).toContain(`${STUCK_ROWS.length} rows`);
  expect(guide).toContain(`${HOLDINGS.flatMap(({ types }) => types).length} types`);
});
