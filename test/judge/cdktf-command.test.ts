import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../docs/fences';

const work = mkdtempSync(join(tmpdir(), 'cdktf-'));
mkdirSync(join(work, 'project'));
const rehearse = require.resolve('alicloud-constructs-rehearsal/dist/bin/alicloud-rehearse.js');

/** Runs cdktf's own command on the starter's stack, attached to a simulated cloud that stays between runs. */
function cdktf(...args: string[]): Promise<{ code: number | null; output: string }> {
  const command = ['exec', '--work', join(work, 'cloud'), '--', 'npx', 'cdktf', ...args, 'my-cloud'];
  const options = ['--skip-provider-lock', '--output', join(work, 'project/cdktf.out')];
  const env = { ...process.env, CI: '1', CHECKPOINT_DISABLE: '1', FORCE_COLOR: '0' };
  const child = spawn(process.execPath, [rehearse, ...command, ...options], { cwd: ROOT, env });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

test('npx cdktf diff, deploy and destroy work on a simulated cloud, with no account and no download', async () => {
  const steps = [
    await cdktf('diff'),
    await cdktf('deploy', '--auto-approve'),
    await cdktf('diff'),
    await cdktf('destroy', '--auto-approve'),
  ];
  expect(steps.map(({ code, output }) => (code === 0 ? 0 : output))).toEqual([0, 0, 0, 0]);
  const [first, deployed, second, destroyed] = steps.map(({ output }) => output);
  expect(first).toMatch(/30 to add/);
  expect(deployed).toMatch(/30 added, 0 changed, 0 destroyed/);
  expect(second).toMatch(/No changes/);
  expect(destroyed).toMatch(/30 destroyed/);
}, 300_000);
