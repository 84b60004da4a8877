import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearOutput } from '../../lib/stacks/output';

test('clearing the output removes what a synthesis wrote and leaves Terraform’s own files', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'output-'));
  const write = (...path: string[]) => {
    mkdirSync(join(outdir, ...path.slice(0, -1)), { recursive: true });
    writeFileSync(join(outdir, ...path), '');
  };
  write('manifest.json');
  write('stacks', 'gone', 'cdk.tf.json');
  write('stacks', 'kept', 'cdk.tf');
  write('stacks', 'kept', 'cdk.tf.json');
  write('stacks', 'kept', '.terraform.lock.hcl');
  clearOutput(outdir);
  expect(existsSync(join(outdir, 'manifest.json'))).toBe(false);
  expect(readdirSync(join(outdir, 'stacks'), { recursive: true })).toEqual([
    'kept',
    join('kept', '.terraform.lock.hcl'),
  ]);
});

test('clearing an output that was never written does nothing', () => {
  const outdir = join(mkdtempSync(join(tmpdir(), 'output-')), 'cdktf.out');
  clearOutput(outdir);
  expect(existsSync(outdir)).toBe(false);
});
