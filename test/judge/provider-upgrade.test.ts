import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeUpgrade, rehearse, rehearseUpgrade, type Finding } from 'alicloud-constructs-rehearsal';
import { Testing, type App } from 'cdktf';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { resourceOf } from '../../lib/testing';
import { ROOT } from '../docs/fences';
import { expectShown } from '../docs/shown';
import { SCHEMA_CHANGES, writeFacts, writeSchema } from '../support/newer-provider';

jest.setTimeout(240_000);

/** The program of the guide. */
function aShop(): App {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network, version: '1.33.3-aliyun.1', controlPlaneOnly: true });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 6 });
  return app;
}

let folder: string;
let newer: { readonly schema: string; readonly facts: string };
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'newer-'));
  newer = { schema: writeSchema(folder, SCHEMA_CHANGES), facts: writeFacts(folder) };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const gateway = (): string => {
  const app = aShop();
  return resourceOf(app.node.children[0]!, 'alicloud_nat_gateway').address;
};

const findings = (): readonly Finding[] =>
  rehearseUpgrade(aShop(), { schemaFiles: [newer.schema], factsFile: newer.facts }).findings;

test('a newer provider is said to break what it breaks, with construct, attribute and reason', () => {
  const seen = findings().map(({ kind, construct, attribute }) => `${kind} ${construct} ${attribute}`);
  const inEach = (text: string, ids: readonly string[]) => ids.map((id) => text.replace('*', id));
  const purposes = ['eci', 'nodes', 'pods'].flatMap((purpose) => inEach(`${purpose}-cn-hangzhou-*`, ['h', 'i']));
  expect([...new Set(seen)].sort()).toEqual(
    [
      'attribute-read-only shop-cloud/network vpc_name',
      ...inEach('attribute-removed shop-cloud/network/nat/address-* internet_charge_type', ['1', '2']),
      'attribute-required shop-cloud/cluster timezone',
      ...inEach('deprecated shop-cloud/network/nat/snat-* snat_ip', purposes),
      ...inEach(`reference-broken shop-cloud/network/nat/snat-* ${gateway()}.snat_table_ids`, purposes),
      ...inEach('replaces-now shop-cloud/network/vswitch-* vswitch_name', [
        ...inEach('data-cn-hangzhou-*', ['h', 'i']),
        ...purposes,
      ]),
      ...inEach('resource-removed shop-cloud/network/nat/association-* ', ['1', '2']),
      'type-changed shop-cloud/cluster/workers instance_types',
      'value-refused shop-cloud/network/nat nat_type',
    ].sort(),
  );
});

test.each(SCHEMA_CHANGES)('%s: Terraform stops where the report says so, and nowhere else', async (change) => {
  const schema = writeSchema(folder, [change]);
  const upgrade = rehearseUpgrade(aShop(), { schemaFiles: [schema] });
  expect(new Set(upgrade.findings.map(({ kind }) => kind))).toEqual(new Set([change]));
  const rehearsal = await rehearse(aShop(), { extent: 'plan', schemaFiles: [schema] });
  expect(rehearsal.ok).toBe(upgrade.ok);
});

test('the same provider breaks nothing', () => {
  const same = join(ROOT, 'packages/rehearsal/schemas/alicloud-1.289.0.json.gz');
  const upgrade = rehearseUpgrade(aShop(), { schemaFiles: [same] });
  expect(upgrade).toEqual({ ok: true, from: { 'aliyun/alicloud': '1.289.0' }, findings: [] });
  expect(describeUpgrade(upgrade)).toBe('✓ the program is to the newer schema what it is to aliyun/alicloud 1.289.0');
});

describe('the command', () => {
  let out: string;
  beforeAll(() => {
    const app = aShop();
    app.synth();
    out = app.outdir;
  });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'packages/rehearsal/bin/alicloud-rehearse.js'), 'upgrade', ...args], {
      encoding: 'utf8',
    });

  test('prints what stops an apply, and says so by its exit status', () => {
    const { status, stdout } = run('--out', out, '--schema', newer.schema, '--facts', newer.facts);
    expect(status).toBe(1);
    expectShown('docs/guides/upgrades.md', 'npx alicloud-rehearse upgrade', stdout.trim());
  });

  test('prints the same as JSON', () => {
    const { stdout } = run('--out', out, '--schema', newer.schema, '--facts', newer.facts, '--json');
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      from: { 'aliyun/alicloud': '1.289.0' },
      findings: JSON.parse(JSON.stringify(findings())) as unknown,
    });
  });

  test('needs the schema of a provider that the program can be compared with', () => {
    expect(run('--out', out)).toMatchObject({ status: 2, stderr: expect.stringContaining('--schema is needed') });
    const helm = join(ROOT, 'packages/rehearsal/schemas/random-3.7.2.json.gz');
    expect(run('--out', out, '--schema', helm).status).toBe(0);
  });
});
