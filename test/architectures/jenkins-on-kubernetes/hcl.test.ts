import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud } from 'alicloud-constructs-rehearsal';
import { hclOf } from '../../../lib/testing';
import { aJenkins } from './a-jenkins';

test.each(['cloud', 'apps'] as const)(
  'Terraform finds the HCL form of the %s stack valid, as it does the JSON form',
  async (stack) => {
    const folder = mkdtempSync(join(tmpdir(), 'jenkins-hcl-'));
    const cloud = await startCloud();
    try {
      writeFileSync(join(folder, 'main.tf'), await hclOf(aJenkins()[stack]));
      const terraform = (...args: string[]) =>
        spawnSync('terraform', args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...cloud.env } });
      terraform('init', '-backend=false', '-no-color');
      const { stdout, stderr } = terraform('validate', '-no-color');
      expect(stderr + stdout).toBe('Success! The configuration is valid.\n\n');
    } finally {
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);
