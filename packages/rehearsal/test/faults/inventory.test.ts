import type { Thing } from '../../src/cloud/cloud';
import { disagreements, forgotten, imbalance } from '../../src/faults/inventory';
import { recordedIn, stateWithout, type Recorded, type StateJson } from '../../src/faults/state-file';
import type { Call } from '../../src/serve/log';

const thing = (type: string, id: string, cluster = ''): Thing => ({ type, id, values: { id }, cluster, order: 1 });
const record = (type: string, id: string, over: Partial<Recorded> = {}): Recorded => ({
  stack: 's',
  address: `${type}.a`,
  type,
  provider: 'aliyun/alicloud',
  id,
  tainted: false,
  deposed: false,
  ...over,
});
const call = (action: Call['action'], type: string, id?: string): Call => ({
  ...{ at: 0, provider: 'aliyun/alicloud', call: 'ApplyResourceChange', milliseconds: 0 },
  ...{ action, type, id },
});

const texts = (things: readonly Thing[], recorded: readonly Recorded[], address?: string): string[] =>
  disagreements({ things, recorded }, () => address).map(({ text }) => text);

test('cloud and states agree when each object is in both, once', () => {
  const things = [thing('alicloud_vpc', 'vpc-1'), thing('kubernetes_secret_v1', 'shop/db', 'c1')];
  const recorded = [record('alicloud_vpc', 'vpc-1'), record('kubernetes_secret_v1', 'shop/db')];
  expect(texts(things, recorded)).toEqual([]);
});

test('an object that no state has is forgotten, and named with the resource that it was made for', () => {
  expect(texts([thing('alicloud_vpc', 'vpc-1')], [], 'alicloud_vpc.net')).toEqual([
    'alicloud_vpc vpc-1 is in the cloud and in no state (made for alicloud_vpc.net)',
  ]);
});

test('two objects for one address are told: the one that the state has, and the other', () => {
  const things = [thing('alicloud_vpc', 'vpc-1'), thing('alicloud_vpc', 'vpc-2')];
  expect(texts(things, [record('alicloud_vpc', 'vpc-2')], 'alicloud_vpc.a')).toEqual([
    'alicloud_vpc vpc-1 is in the cloud and in no state (made for alicloud_vpc.a); alicloud_vpc.a was created twice and has vpc-2',
  ]);
});

test('an object that only a state has is missing', () => {
  expect(texts([], [record('alicloud_vpc', 'vpc-1')])).toEqual([
    'alicloud_vpc.a is vpc-1 in the state, and the cloud has no such thing',
  ]);
});

test('one object at two addresses would be destroyed with either', () => {
  const recorded = [record('alicloud_vpc', 'vpc-1'), record('alicloud_vpc', 'vpc-1', { address: 'alicloud_vpc.b' })];
  expect(texts([thing('alicloud_vpc', 'vpc-1')], recorded)).toEqual([
    'alicloud_vpc vpc-1 is in the state 2 times: alicloud_vpc.a, alicloud_vpc.b',
  ]);
});

test('objects of two clusters may have one name; one too many is forgotten all the same', () => {
  const things = ['c1', 'c2', 'c3'].map((cluster) => thing('kubernetes_secret_v1', 'shop/db', cluster));
  const recorded = ['one', 'two'].map((stack) => record('kubernetes_secret_v1', 'shop/db', { stack }));
  expect(forgotten({ things, recorded })).toHaveLength(1);
});

test('tainted and deposed objects are not the end', () => {
  const recorded = [
    record('alicloud_vpc', 'vpc-1', { tainted: true }),
    record('alicloud_eip_address', 'eip-1', { deposed: true }),
  ];
  expect(texts([thing('alicloud_vpc', 'vpc-1'), thing('alicloud_eip_address', 'eip-1')], recorded)).toEqual([
    'alicloud_vpc.a (vpc-1) is still tainted',
    'alicloud_eip_address.a (eip-1) is still waiting to be destroyed',
  ]);
});

test('a random value lives in the state only: nothing of it can be forgotten', () => {
  expect(texts([thing('random_password', 'x')], [])).toEqual([]);
  expect(texts([], [record('random_password', 'x', { provider: 'hashicorp/random' })])).toEqual([]);
});

test('creations minus deletions are what exists; what failed counts for nothing', () => {
  const before = [thing('alicloud_vpc', 'vpc-1')];
  const calls = [
    call('create', 'alicloud_eip_address', 'eip-1'),
    call('create', 'alicloud_eip_address'),
    call('delete', 'alicloud_vpc', 'vpc-1'),
  ];
  expect(imbalance(before, calls, [thing('alicloud_eip_address', 'eip-1')])).toEqual([]);
  expect(imbalance(before, calls, [...before, thing('alicloud_eip_address', 'eip-1')])).toEqual([
    'alicloud_vpc: 1 more than creations minus deletions',
  ]);
  expect(imbalance(before, calls, [])).toEqual(['alicloud_eip_address: 1 fewer than creations minus deletions']);
});

describe('a state file', () => {
  const state: StateJson = {
    version: 4,
    serial: 3,
    outputs: { id: { value: 'vpc-1' } },
    resources: [
      {
        ...{ mode: 'managed', type: 'alicloud_vpc', name: 'net', module: 'module.m' },
        provider: 'provider["registry.terraform.io/aliyun/alicloud"].other',
        instances: [
          { index_key: 'a', attributes: { id: 'vpc-1' }, status: 'tainted' },
          { index_key: 1, attributes: { id: 'vpc-2' }, deposed: 'x' },
        ],
      },
      {
        ...{
          mode: 'managed',
          type: 'helm_release',
          name: 'web',
          provider: 'provider["registry.terraform.io/hashicorp/helm"]',
        },
        instances: [{ attributes: { id: 'web', namespace: 'shop', chart: './web' } }],
      },
      { mode: 'data', type: 'alicloud_zones', name: 'z', provider: 'p', instances: [{ attributes: { id: 'z' } }] },
    ],
  };

  test('says what exists: addresses, providers, ids, what is tainted and deposed', () => {
    expect(recordedIn('s', state).map(({ address, provider, id }) => [address, provider, id])).toEqual([
      ['module.m.alicloud_vpc.net["a"]', 'aliyun/alicloud', 'vpc-1'],
      ['module.m.alicloud_vpc.net[1]', 'aliyun/alicloud', 'vpc-2'],
      ['helm_release.web', 'hashicorp/helm', 'shop/web'],
    ]);
    expect(recordedIn('s', state).map(({ tainted, deposed }) => [tainted, deposed])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  test('is cut back to what came earlier; data are read again, outputs come again', () => {
    const earlier = stateWithout(state, ({ id }) => id === 'vpc-1' || id === 'shop/web');
    expect(recordedIn('s', earlier).map(({ id }) => id)).toEqual(['vpc-2']);
    expect(earlier.resources).toHaveLength(1);
    expect(earlier).toMatchObject({ version: 4, serial: 3, outputs: {} });
  });
});
