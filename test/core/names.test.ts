import { Testing } from 'cdktf';
import { Construct } from 'constructs';
import { NAME_RULES, nameProblems, physicalName } from '../../lib/core/names';
import { CloudStack } from '../../lib/stacks/cloud-stack';

const construct = (...path: string[]) =>
  path.reduce<Construct>(
    (scope, id) => new Construct(scope, id),
    new CloudStack(new Construct(Testing.app(), 'outer'), 'shop-cloud', { region: 'cn-hangzhou' }),
  );

test('a physical name is the stack’s name and the path in the stack', () => {
  expect(physicalName(construct('network', 'nat'), NAME_RULES.network)).toBe('shop-cloud-network-nat');
  expect(physicalName(construct('network'), NAME_RULES.network, 'eip')).toBe('shop-cloud-network-eip');
});

test('a long name is cut to the rule and stays distinct by a hash of the whole', () => {
  const names = ['a', 'b'].map((last) =>
    physicalName(construct('x'.repeat(40), `${'y'.repeat(40)}${last}`), NAME_RULES.cluster),
  );
  expect(names.map((name) => name.length)).toEqual([63, 63]);
  expect(names[0]).not.toBe(names[1]);
  expect(nameProblems('name', names[0], NAME_RULES.cluster)).toEqual([]);
});

test.each([
  ['x'.repeat(64), NAME_RULES.cluster],
  ['', NAME_RULES.cluster],
  ['-shop', NAME_RULES.cluster],
  ['https://shop', NAME_RULES.network],
  ['1vpc', NAME_RULES.network],
  ['Upper', NAME_RULES.logProject],
])('the name %j is refused in words, with its length', (name, rule) => {
  const [problem] = nameProblems('name', name, rule);
  expect(problem).toMatchObject({ code: 'name-invalid', value: name });
  expect(problem!.what).toContain(`(${name.length} characters)`);
  expect(problem!.fix).toContain(rule.says);
});

test('Chinese names are fine where the cloud takes them', () => {
  expect(nameProblems('name', '生产集群', NAME_RULES.cluster)).toEqual([]);
});

test('what a rule refuses is replaced, and a hash keeps two such names apart', () => {
  const names = ['prod.eu', 'prod eu'].map((id) => physicalName(construct(id), NAME_RULES.cluster));
  expect(names).toEqual([
    expect.stringMatching(/^shop-cloud-prod-eu-[0-9a-f]{8}$/),
    expect.stringMatching(/^shop-cloud-prod-eu-[0-9a-f]{8}$/),
  ]);
  expect(names[0]).not.toBe(names[1]);
  expect(physicalName(construct('prod.eu'), NAME_RULES.network)).toBe('shop-cloud-prod.eu');
  expect(physicalName(construct('商店'), NAME_RULES.network)).toBe('shop-cloud-商店');
});
