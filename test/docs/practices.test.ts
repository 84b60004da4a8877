import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRACTICES } from '../../lib/checks/practices/catalogue';
import { practicesPage } from '../../scripts/practices-page';
import { ROOT } from './fences';

test.each([
  ['docs/practices.md', 'en'],
  ['docs/practices.zh-CN.md', 'zh'],
] as const)('%s is what the practices say', (file, language) => {
  const page = readFileSync(join(ROOT, file), 'utf8');
  expect(page).toBe(practicesPage(language));
  PRACTICES.forEach(({ id }) => expect(page).toContain(`\n### ${id}\n`));
});
