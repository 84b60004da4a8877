import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents, fencesOf, ROOT } from './fences';

const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts as Record<string, string>;
const own = documents().filter((file) => !file.includes('starter'));
const commands = own.flatMap(fencesOf).filter(({ language }) => ['sh', 'bash', 'shell'].includes(language));

test('every npm script that a document names exists', () => {
  const named = commands.flatMap(({ at, code }) =>
    [...code.matchAll(/npm run ([\w:-]+)(?![\w:-])(?! -w)/g)].map((match) => ({ at, script: match[1]! })),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ script }) => !(script in scripts))).toEqual([]);
});

test('the README’s two commands are what the pipeline runs', () => {
  const pipeline = readFileSync(join(ROOT, '.ci/run'), 'utf8');
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  expect(readme).toContain('npm ci && npm run synth');
  expect(readme).toContain('npm test');
  ['npm ci', 'npm run synth', 'npm test'].forEach((command) => expect(pipeline).toContain(command));
});
