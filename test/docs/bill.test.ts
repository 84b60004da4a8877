import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import { build } from '../../examples/managed-cluster';
import { billOf, stacksOf } from '../../lib/testing';
import { fencesOf, ROOT } from './fences';

test.each(['README.md', 'README.zh-CN.md'])('the resources that %s lists are those of its program', (document) => {
  const app = Testing.app();
  build(app);
  const listed = fencesOf(join(ROOT, document)).find(({ language }) => language === 'text')!.code;
  expect(
    listed
      .trim()
      .split(/\n|\s{2,}/)
      .filter(Boolean)
      .sort(),
  ).toEqual(billOf(stacksOf(app)[0]!));
});

test.each(['README.md', 'README.zh-CN.md'])(
  'the program in %s is at most fifteen lines and is the managed-cluster example',
  (document) => {
    const program = fencesOf(join(ROOT, document)).find(({ language }) => language === 'ts')!.code;
    expect(
      program
        .trim()
        .split('\n')
        .filter((line) => line.trim() !== '').length,
    ).toBeLessThanOrEqual(15);
    const example = readFileSync(join(ROOT, 'examples/managed-cluster.ts'), 'utf8');
    const essence = /instanceTypes: .*\n\s+size: .*/;
    expect(program.match(essence)![0].replace(/\s+/g, ' ')).toBe(example.match(essence)![0].replace(/\s+/g, ' '));
  },
);
