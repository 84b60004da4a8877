import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CODES } from '../../lib/core/codes';
import { ROOT } from './fences';

test('docs/errors.md lists every code with its meaning in English and Chinese, and no other', () => {
  const rows = Object.entries(CODES).map(([code, { en, zh }]) => `| \`${code}\` | ${en} | ${zh} |`);
  const listed = readFileSync(join(ROOT, 'docs/errors.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(listed).toEqual(rows);
});
