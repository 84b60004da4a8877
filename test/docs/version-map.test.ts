import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { versionMapPage } from '../../scripts/version-map-page';
import { ROOT } from './fences';

test('docs/version-map.md says what the packages bind and what the library takes', () => {
  expect(readFileSync(join(ROOT, 'docs/version-map.md'), 'utf8')).toBe(versionMapPage());
});

test('every provider is rehearsed with the schema that its bindings were made from', () => {
  const rows = versionMapPage()
    .split('\n')
    .filter((line) => /^\| (?:aliyun|hashicorp)\//.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(rows).toHaveLength(4);
  rows.forEach(([, , version, , schema]) => expect(schema).toBe(version));
});
