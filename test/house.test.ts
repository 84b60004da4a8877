import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './docs/fences';

/** Messages of the linter about a file that would stand at this path. */
function lint(path: string, code: string): string[] {
  const eslint = join(ROOT, 'node_modules/eslint/bin/eslint.js');
  const args = [eslint, '--stdin', '--stdin-filename', path, '--format', 'json'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, input: code, encoding: 'utf8' });
  return JSON.parse(stdout)[0].messages.map(({ message }: { message: string }) => message);
}

test('a folder of lib imports only folders above it, bindings by their deep path, files and no barrels', () => {
  const messages = lint(
    'lib/network/wrong.ts',
    `import { Vpc } from '@cdktf/provider-alicloud';
import { resolve } from 'cdktf/lib/tokens';
import { CloudStack } from '../stacks/cloud-stack';
import { Network } from '..';
export const all = [Vpc, resolve, CloudStack, Network];
`,
  );
  expect(messages).toEqual([
    expect.stringContaining('by their deep path'),
    expect.stringContaining('Only the public entry of the framework'),
    expect.stringContaining('network may import only core'),
    expect.stringContaining('Import the file, not the barrel'),
  ]);
});

test('synthesis reads no clock, no chance and no environment, and tests no class identity', () => {
  const messages = lint(
    'lib/network/wrong.ts',
    'export const x = [Math.random(), process.env.X, new Date(), {} instanceof Object];\n',
  );
  expect(messages).toEqual([
    expect.stringContaining('deterministic'),
    expect.stringContaining('environment'),
    expect.stringContaining('clock'),
    expect.stringContaining('Two copies of a class'),
  ]);
});
