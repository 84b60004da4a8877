import { refusals } from '../../src/rules';
import { cloudOf } from '../support/cloud';

const refused = (type: string, id: string, taken: boolean, action: 'create' | 'update' = 'create'): string[] =>
  refusals({ action, type, values: { id }, config: {}, prior: null, cluster: '', taken }, cloudOf()).map(
    ({ detail }) => detail.split('\n')[0]!,
  );

test('what is made of names exists once: a role, a bucket, an account of a database, a release', () => {
  expect(refused('alicloud_ram_role', 'pods', true)).toEqual(['EntityAlreadyExists: ram_role "pods" is there already']);
  expect(refused('alicloud_rds_account', 'rm-1:web', true)).toHaveLength(1);
  expect(refused('helm_release', 'shop/web', true)).toHaveLength(1);
  expect(refused('alicloud_ram_role', 'pods', false)).toEqual([]);
  expect(refused('alicloud_ram_role', 'pods', true, 'update')).toEqual([]);
});

test('settings are set again, and the provider takes over an addon that is installed', () => {
  const types = ['alicloud_oss_bucket_acl', 'alicloud_cs_kubernetes_addon', 'alicloud_db_account_privilege'];
  expect(types.flatMap((type) => refused(type, 'x', true))).toEqual([]);
  expect(refused('alicloud_oss_bucket', 'acme-files', true)).toHaveLength(1);
});

test('a cloud may be without a rule', () => {
  const change = {
    action: 'create' as const,
    type: 'alicloud_ram_role',
    values: { id: 'pods' },
    config: {},
    prior: null,
  };

  expect(refusals({ ...change, cluster: '', taken: true }, cloudOf(), ['name-taken'])).toEqual([]);
});
