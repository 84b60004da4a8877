import { writtenStack, type WrittenStack } from '../../../lib/core/written/written';
import { diffOfStacks } from '../../../lib/testing/guard/diff';
import { writtenStacks } from '../../../lib/testing/written-app';
import { jsonOf, shop, type Shop } from './a-shop';
import { guardPlan, inOrder, kindsOf } from './guard-plan';
import { AppliedProgram } from './real-plans';

describe('the guard and Terraform agree on the cloud of a shop whose program changes in', () => {
  let applied: AppliedProgram;
  let old: readonly WrittenStack[];

  beforeAll(async () => {
    applied = await AppliedProgram.of(shop());
    old = writtenStacks(applied.folder);
  }, 120_000);

  afterAll(() => applied.end());

  test.each<[title: string, asked: Shop, does: string]>([
    ['nothing', {}, ''],
    ['one zone more', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'] }, 'add,change'],
    ['another zone', { zones: ['cn-hangzhou-h', 'cn-hangzhou-j'] }, 'add,change,destroy'],
    ['the range of Services', { serviceCidr: '172.22.0.0/20' }, 'replace'],
    ['the number of nodes', { size: 5 }, 'change'],
    ['the types of nodes', { instanceTypes: ['ecs.g8i.xlarge'] }, 'change'],
    ['its protection', { protection: 'production' }, 'change'],
    ['a tag on everything', { team: 'sales' }, 'change'],
    ['the id of a construct', { databaseId: 'mysql' }, 'add,destroy'],
    ['the name of a database', { orders: 'sales' }, 'add,change,destroy'],
  ])(
    '%s',
    async (_title, asked, does) => {
      const json = jsonOf(shop(asked))['shop-cloud'];
      const real = inOrder(await applied.plan('shop-cloud', json));
      expect(guardPlan(old, 'shop-cloud', json)).toEqual(real);
      expect(kindsOf(real)).toBe(does);
    },
    60_000,
  );
});

describe('the guard says at once what Terraform plans for the second stack once the first is applied, when', () => {
  test.each<[title: string, asked: Shop, edit: (cloud: any) => void]>([
    [
      'the mount target of the files is made anew',
      {},
      (cloud) => first(cloud.resource.alicloud_nas_mount_target, (it) => (it.network_type = 'Classic')),
    ],
    [
      'the database is made anew',
      {},
      (cloud) => first(cloud.resource.alicloud_db_instance, (it) => (it.zone_id = 'cn-hangzhou-k')),
    ],
    [
      'a password is rotated',
      {},
      (cloud) => first(cloud.resource.random_password, (it) => (it.keepers = { rotation: '7' })),
    ],
    ['only a tag changes', { team: 'sales' }, () => {}],
  ])(
    '%s',
    async (_title, asked, edit) => {
      const applied = await AppliedProgram.of(shop());
      try {
        const old = writtenStacks(applied.folder);
        const now = jsonOf(shop(asked));
        edit(now['shop-cloud']);
        await applied.apply('shop-cloud', now['shop-cloud']);
        const real = inOrder(await applied.plan('shop-apps', now['shop-apps'], true));
        expect(guardPlan(withJson(old, 'shop-cloud', now['shop-cloud']), 'shop-apps', now['shop-apps'], old)).toEqual(
          real,
        );
      } finally {
        await applied.end();
      }
    },
    120_000,
  );

  test('the cluster is made anew: everything in it is gone, and made again', async () => {
    const applied = await AppliedProgram.of(shop());
    try {
      const old = writtenStacks(applied.folder);
      const now = jsonOf(shop({ serviceCidr: '172.22.0.0/20' }));
      await applied.apply('shop-cloud', now['shop-cloud']);
      const real = await applied.plan('shop-apps', now['shop-apps'], true);
      const stacks = old.map(({ name, dependencies }) => writtenStack(name, now[name], dependencies));
      const inside = diffOfStacks(old, stacks).changes.filter(({ stack }) => stack === 'shop-apps');
      expect(new Set(inside.map(({ action }) => action))).toEqual(new Set(['replace']));
      // Terraform does not find the objects in the new cluster, so it only makes them.
      expect(inside.map(({ address }) => address).sort()).toEqual(
        real.flatMap(({ action, address }) => (action === 'add' ? [address] : [])).sort(),
      );
    } finally {
      await applied.end();
    }
  }, 120_000);
});

function first(byName: Record<string, any>, change: (resource: any) => void): void {
  change(Object.values(byName)[0]);
}

const withJson = (stacks: readonly WrittenStack[], stack: string, json: any): readonly WrittenStack[] =>
  stacks.map((one) => (one.name === stack ? writtenStack(stack, json, one.dependencies) : one));
