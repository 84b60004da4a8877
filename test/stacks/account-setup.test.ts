import { App } from 'cdktf';
import { needRoles, rolesNeeded, type RoleNeeded } from '../../lib/core/roles';
import { AccountSetup, type AccountSetupProps } from '../../lib/stacks/account-setup';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { billOf, dataSourcesOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { problemsOf } from '../support/problems';

const ROLES: readonly RoleNeeded[] = [
  { name: 'AliyunCSManagedKubernetesRole', kind: 'ack-role', why: 'the control plane works in the account' },
  { name: 'AliyunOOSLifecycleHook4CSRole', kind: 'ack-role', why: 'nodes are drained' },
  { name: 'eci.aliyuncs.com', kind: 'service-linked-role', why: 'Pods run on ECI' },
];

const setup = (props: Partial<AccountSetupProps> = {}) =>
  new AccountSetup(new App(), 'account', { region: 'cn-hangzhou', roles: ROLES, ...props });

test('every role has its system policy; service-linked roles bring their own', () => {
  expect(billOf(setup())).toEqual([
    'alicloud_ram_role x2',
    'alicloud_ram_role_policy_attachment x2',
    'alicloud_resource_manager_service_linked_role x1',
  ]);
});

test('a role of ACK trusts cs.aliyuncs.com and has the policy of its name', () => {
  const stack = setup();
  const role = resourceOf(stack, 'alicloud_ram_role', { role_name: 'AliyunCSManagedKubernetesRole' });
  expect(JSON.parse(role.attributes.assume_role_policy_document)).toEqual({
    Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: ['cs.aliyuncs.com'] } }],
    Version: '1',
  });
  expect(
    resourceOf(stack, 'alicloud_ram_role_policy_attachment', { policy_name: 'AliyunCSManagedKubernetesRolePolicy' })
      .attributes,
  ).toMatchObject({ role_name: `\${${role.address}.role_name}`, policy_type: 'System' });
});

test('the life cycle hook trusts oos.aliyuncs.com', () => {
  const role = resourceOf(setup(), 'alicloud_ram_role', { role_name: 'AliyunOOSLifecycleHook4CSRole' });
  expect(role.attributes.assume_role_policy_document).toContain('"oos.aliyuncs.com"');
});

test('a role found by a data source is destroyed by the next apply: nothing is looked up', () => {
  const { data } = synthesized(setup());
  expect(data).toBeUndefined();
  expect(resourcesOf(setup(), 'alicloud_ram_role').every(({ attributes }) => !('count' in attributes))).toBe(true);
});

test('roles that the account has already are imported with their policy', () => {
  const imports = synthesized(setup({ existing: ['AliyunCSManagedKubernetesRole'] })).import!;
  expect(imports.map(({ id }) => id)).toEqual([
    'AliyunCSManagedKubernetesRole',
    'role:AliyunCSManagedKubernetesRolePolicy:System:AliyunCSManagedKubernetesRole',
  ]);
});

test('a service-linked role that the account has already is imported by service and role', () => {
  const imports = synthesized(setup({ existing: ['eci.aliyuncs.com:AliyunServiceRoleForECI'] })).import!;
  expect(imports.map(({ id }) => id)).toEqual(['eci.aliyuncs.com:AliyunServiceRoleForECI']);
});

test('services are opened while Terraform plans: only those that are named', () => {
  const stack = setup({ activate: ['ack', 'log'] });
  expect(dataSourcesOf(stack, 'alicloud_ack_service')[0]!.attributes).toMatchObject({
    enable: 'On',
    type: 'propayasgo',
  });
  expect(dataSourcesOf(stack, 'alicloud_log_service')[0]!.attributes).toMatchObject({ enable: 'On' });
  expect(dataSourcesOf(stack, 'alicloud_nas_service')).toEqual([]);
});

test('it takes what rolesNeeded collects from an App, each role once', () => {
  const app = new App();
  const stack = new CloudStack(app, 'shop', { region: 'cn-hangzhou' });
  needRoles(stack, ROLES);
  needRoles(stack, ROLES.slice(0, 1));
  const account = new AccountSetup(new App(), 'account', { region: 'cn-hangzhou', roles: rolesNeeded(app) });
  expect(billOf(account)).toContain('alicloud_ram_role x2');
});

test.each<[string, Partial<AccountSetupProps>, object]>([
  ['a role named twice', { roles: [ROLES[0]!, ROLES[0]!] }, { code: 'list-duplicate', value: ROLES[0]!.name }],
  ['no role and no service', { roles: [] }, { code: 'list-empty', fix: 'write roles: rolesNeeded(app)' }],
  ['an existing role that is not in the list', { existing: ['Admin'] }, { code: 'choice-invalid', value: 'Admin' }],
  ['a service nobody knows', { activate: ['ecs' as never] }, { code: 'choice-invalid', value: 'ecs' }],
])('%s is refused', (_, props, expected) => {
  expect(problemsOf(() => setup(props))).toMatchObject([{ path: 'account', ...expected }]);
});
