import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';
import { rehearse } from 'alicloud-constructs-rehearsal';
import { EXAMPLES } from '../../examples/main';
import { FAULTS, type Fault } from './faults';

const WAYS = 10;

/** Writes an example, broken in one way, to a folder of its own; nothing when it cannot be broken so. */
function broken(name: string, { spoil }: Fault): string | undefined {
  const outdir = mkdtempSync(join(tmpdir(), 'broken-'));
  const app = new App({ outdir });
  EXAMPLES[name]!(app);
  app.synth();
  const spoilt = readdirSync(join(outdir, 'stacks')).map((stack) => {
    const file = join(outdir, 'stacks', stack, 'cdk.tf.json');
    // A stack of nothing but what exists has no resources.
    const json = { resource: {}, ...JSON.parse(readFileSync(file, 'utf8')) };
    const did = spoil(json);
    writeFileSync(file, JSON.stringify(json, null, 2));
    return did;
  });
  return spoilt.includes(true) ? outdir : undefined;
}

/** Faults of an example, each time others, so that all are tried over the examples. */
function chosen(name: string): readonly (readonly [string, Fault, string])[] {
  const turn = Object.keys(EXAMPLES).indexOf(name) * 3;
  const turned = [...FAULTS.slice(turn), ...FAULTS.slice(0, turn)];
  return turned
    .flatMap((fault) => {
      const outdir = broken(name, fault);
      return outdir === undefined ? [] : [[fault.title, fault, outdir] as const];
    })
    .slice(0, WAYS);
}

describe.each(Object.keys(EXAMPLES))('the judge refuses %s with', (name) => {
  const faults = chosen(name);

  test('ten faults', () => {
    expect(faults.length).toBe(WAYS);
  });

  test.each(faults)(
    '%s',
    async (_title, { says }, outdir) => {
      const rehearsal = await rehearse(outdir, { extent: 'apply' });
      expect(rehearsal.ok).toBe(false);
      const errors = rehearsal.steps.flatMap(({ messages }) => messages.filter(({ severity }) => severity === 'error'));
      expect(errors.map(({ summary, detail }) => `${summary}: ${detail}`).join('\n')).toMatch(says);
    },
    60_000,
  );
});
