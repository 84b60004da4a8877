import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rehearse } from 'alicloud-constructs-rehearsal';
import { App, Testing, type TerraformElement } from 'cdktf';
import { cloudElement } from '../../lib/checks/attributes';
import { CODES } from '../../lib/core/codes';
import { CloudStack, type CloudStackProps } from '../../lib/stacks/cloud-stack';
import { synthesized } from '../../lib/testing';
import { problemsOf } from '../support/problems';
import { rehearsed } from './in-rehearsal';
import { WRONG } from './wrong-programs';

const stackOf = (app: App, constraints: CloudStackProps['constraints']) =>
  new CloudStack(app, 'shop', { region: 'cn-hangzhou', constraints });

const rows = WRONG.map((row, index) => [typeOf(index), ...row] as const);

/** Type of the L1 that a program makes. */
function typeOf(index: number): string {
  return cloudElement(WRONG[index]![3](stackOf(Testing.app(), 'off'), 'wrong'))!.type;
}

test('there are at least sixty wrong programs, over forty types', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60);
  expect(new Set(rows.map(([type]) => type)).size).toBeGreaterThanOrEqual(40);
});

describe.each(rows)('%s: %s at %s', (type, code, attribute, fix, program) => {
  test('is refused at synth, with path, attribute and edit, before a file is written', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'wrong-'));
    const app = new App({ outdir });
    program(stackOf(app, 'error'), 'wrong');
    const problems = problemsOf(() => app.synth());
    expect(problems).toMatchObject([{ code, path: 'shop/wrong' }]);
    expect(problems[0]!.what).toContain(type);
    expect(problems[0]!.what).toContain(attribute);
    expect(problems[0]!.fix).toMatch(fix);
    expect(CODES).toHaveProperty([code]);
    const files = readdirSync(outdir, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => statSync(join(outdir, file)).isFile())).toEqual([]);
    rmSync(outdir, { recursive: true });
  });

  test('is refused by the rehearsal’s provider, and by nothing but this rule', () => {
    const stack = stackOf(Testing.app(), 'off');
    const wrong = program(stack, 'wrong') as TerraformElement;
    const said = rehearsed(synthesized(stack), cloudElement(wrong)!.kind, type, wrong.friendlyUniqueId);
    const errors = said.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    // Two attributes that exclude each other both say so.
    expect(errors.length).toBeLessThanOrEqual(code === 'constraint-conflict' ? 2 : 1);
  });
});

test('Terraform itself refuses every one of them, with the rehearsal’s provider', async () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'wrong-')) });
  const stack = stackOf(app, 'off');
  const names = WRONG.map(([, , , program], index) => {
    const wrong = program(stack, `wrong-${index}`) as TerraformElement;
    const { kind, type } = cloudElement(wrong)!;
    return `${kind === 'data' ? 'data.' : ''}${type}.${wrong.friendlyUniqueId}`;
  });
  const { ok, steps } = await rehearse(app, { extent: 'plan' });
  rmSync(app.outdir, { recursive: true });
  expect(ok).toBe(false);
  const refused = steps
    .find(({ step }) => step === 'validate')!
    .messages.filter(({ severity }) => severity === 'error')
    .map(({ address }) => address);
  expect(names.filter((name) => !refused.includes(name))).toEqual([]);
}, 120_000);
