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

test('the pages say what cannot be seen: how many processes a container has', () => {
  const said = ['docs/practices.md', 'docs/practices.zh-CN.md'].map((file) => readFileSync(join(ROOT, file), 'utf8'));
  expect(said[0]).toMatch(/## What cannot be seen\n\n- \*\*One process per container\.\*\*/);
  expect(said[1]).toMatch(/## 无法检查的内容\n\n- \*\*一个容器一个进程\*\*/);
});
