import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';
import { describeFailures, rehearse, startCloud, warningsOf } from 'alicloud-constructs-rehearsal';
import { aProgram } from './a-program';

test('Terraform accepts, applies, plans again without a change, and destroys both stacks', async () => {
  const rehearsal = await rehearse(aProgram().app);
  expect(describeFailures(rehearsal)).toBe('');
  expect(rehearsal.ok).toBe(true);
  expect(warningsOf(rehearsal)).toEqual([]);
}, 120_000);

describe.each(['json', 'hcl'])('the %s form', (form) => {
  const outdir = mkdtempSync(join(tmpdir(), `${form}-`));
  const variable = 'SYNTH_HCL_OUTPUT';

  test('is accepted by Terraform, and the chart is where the releases look for it', async () => {
    const before = process.env[variable];
    process.env[variable] = String(form === 'hcl');
    aProgram(new App({ outdir })).app.synth();
    process.env[variable] = before ?? 'false';
    const folder = join(outdir, 'stacks/shop-apps');
    expect(existsSync(join(folder, form === 'hcl' ? 'cdk.tf' : 'cdk.tf.json'))).toBe(true);
    expect(existsSync(join(folder, 'assets/objects-chart/1.0.0/Chart.yaml'))).toBe(true);
    const cloud = await startCloud();
    try {
      const terraform = (...args: string[]) =>
        execFileSync('terraform', args, { cwd: folder, env: { ...process.env, ...cloud.env }, encoding: 'utf8' });
      terraform('init', '-input=false', '-no-color');
      expect(terraform('validate', '-no-color')).toContain('Success! The configuration is valid');
    } finally {
      await cloud.stop();
    }
  });
});
