import { join } from 'node:path';
import { fencesOf, ROOT } from '../docs/fences';
import { expectShown } from '../docs/shown';
import { SimulatedCloud, sumOf, type Thing } from '../support/simulated-cloud';

jest.setTimeout(400_000);

const GUIDE = 'docs/guides/side-by-side.md';
const program = fencesOf(join(ROOT, GUIDE)).find(({ language }) => language === 'ts')!.code;

/** Attributes under which a person or the cloud finds a thing. */
const NAMES = /^(?:.*_name|name|bucket|description)$/;
/** Names of what has an instance, a zone or a VPC of its own around it, or that Terraform only asks for. */
const INSIDE = /^alicloud_(?:db_database|rds_account|db_account_privilege|cs_kubernetes_addon|security_group_rule)$/;

/** The names of a thing that the program gave it. */
const namesOf = ({ type, values }: Thing): readonly string[] =>
  INSIDE.test(type) || !type.startsWith('alicloud_')
    ? []
    : Object.entries(values)
        .filter(([attribute, value]) => NAMES.test(attribute) && /shop-|^[a-z]+-shop/.test(String(value)))
        .map(([attribute, value]) => `${type}.${attribute} ${String(value)}`);

const belongsTo = (stage: string, all: readonly Thing[]): readonly Thing[] =>
  all.filter(({ values }) => JSON.stringify(values).includes(`shop-${stage}`));

test('both stages live in one account, and one goes without the other', async () => {
  const cloud = await SimulatedCloud.start();
  try {
    await cloud.apply('shop', program);
    const all = await cloud.things();

    // A name of one stage says so, and is no name of the other.
    const [staging, production] = ['staging', 'production'].map((stage) => belongsTo(stage, all).flatMap(namesOf));
    expect(staging!.length).toBeGreaterThan(20);
    // Production has more of them: its bucket keeps old versions.
    expect(production!.length).toBeGreaterThan(staging!.length);
    expect(staging!.filter((name) => production!.includes(name))).toEqual([]);
    const unique = ['ram_role', 'ram_policy', 'oss_bucket', 'log_project', 'nas_access_group', 'vpc', 'db_instance'];
    const counted = unique.map((type) => all.filter((one) => one.type === `alicloud_${type}`).length);
    expect(counted).toEqual([2, 2, 2, 2, 2, 2, 2]);

    // A state knows of one stage only.
    const states = cloud.states('shop');
    expect(Object.keys(states).sort()).toEqual([
      'shop-production-apps',
      'shop-production-cloud',
      'shop-staging-apps',
      'shop-staging-cloud',
    ]);
    for (const [stack, state] of Object.entries(states)) {
      expect(state).not.toContain(stack.includes('staging') ? 'shop-production' : 'shop-staging');
    }

    const gone = [await cloud.destroy('shop', 'shop-staging-apps'), await cloud.destroy('shop', 'shop-staging-cloud')];
    const kept = [];
    for (const stack of ['shop-production-cloud', 'shop-production-apps']) {
      kept.push(`${stack}: ${sumOf(await cloud.plan('shop', stack, program))}`);
    }
    const destroyed = gone.map(({ text }) => /^Destroy complete!.*/m.exec(text)?.[0]);
    expectShown(
      GUIDE,
      'A test applies both stages',
      [`shop-staging-apps: ${destroyed[0]}`, `shop-staging-cloud: ${destroyed[1]}`, ...kept].join('\n'),
    );
    expect(belongsTo('staging', await cloud.things())).toEqual([]);
    expect(belongsTo('production', await cloud.things())).toEqual(belongsTo('production', all));
  } finally {
    await cloud.stop();
  }
});
