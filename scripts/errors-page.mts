/** Writes docs/errors.md from the table of codes: `npx tsx scripts/errors-page.mts`. */
import { writeFileSync } from 'node:fs';
import { CODES } from '../lib/core/codes';

const rows = Object.entries(CODES).map(([code, { en, zh }]) => `| \`${code}\` | ${en} | ${zh} |`);
writeFileSync(
  new URL('../docs/errors.md', import.meta.url),
  [
    '# Errors and warnings · 错误与警告',
    '',
    'Wrong input ends in one `InputError` before any file is written. It carries `problems`, each with a `code` from this',
    'table, the construct’s `path`, the `value` and the `fix`. A code never changes its meaning.',
    '',
    '输入有误时，在写入任何文件之前抛出一个 `InputError`，其中 `problems` 列出全部问题：代码、构造路径、取值与修改方法。代码含义不会改变。',
    '',
    '<!-- prettier-ignore -->',
    '| Code | Meaning | 含义 |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n'),
);
