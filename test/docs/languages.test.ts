import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './fences';

const FOLDER = join(ROOT, 'lib/architectures');

/** Folders that hold the construct of their name; the others hold parts. */
const architectures = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, `${name}.ts`)));

test('every architecture has its README in English and in Chinese', () => {
  expect(architectures).toContain('wordpress-on-eci-burst');
  architectures.forEach((name) => {
    const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((file) =>
      readFileSync(join(FOLDER, name, file), 'utf8'),
    ) as [string, string];
    expect(chinese.match(/\p{Script=Han}/gu)!.length).toBeGreaterThan(500);
    expect(english.match(/\p{Script=Han}/gu)?.length ?? 0).toBeLessThan(50);
    // Each leads to the other.
    expect(english).toContain('](README.zh-CN.md)');
    expect(chinese).toContain('](README.md)');
  });
});
