import { TerraformOutput } from 'cdktf';
import { warningsIn } from '../../lib/core/warnings';
import { RamRole } from '../../lib/security/ram-role';
import { RAM_ROLE_DEFAULTS, type RamRoleProps } from '../../lib/security/ram-role-props';
import { Trust } from '../../lib/security/ram-trust';
import { OssBucket } from '../../lib/storage/oss-bucket';
import { LogProject } from '../../lib/logs/log-project';
import { billOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { aCloud } from '../support/cloud';
import { policiesOf, policyOf } from '../support/policies';
import { problemsOf } from '../support/problems';

const ECS = Trust.service('ecs.aliyuncs.com');
const OIDC = { issuer: 'https://oidc.example/c1', providerArn: 'acs:ram::1234567890123456:oidc-provider/ack-rrsa-c1' };

function aRole(props: Partial<RamRoleProps> = {}) {
  const cloud = aCloud();
  return { cloud, role: new RamRole(cloud, 'worker', { trust: ECS, ...props }) };
}

const trustOf = (props: Partial<RamRoleProps>) =>
  JSON.parse(resourceOf(aRole(props).cloud, 'alicloud_ram_role').attributes.assume_role_policy_document);

test('a role is one resource, named after its stack and path, with sessions of an hour', () => {
  const { cloud, role } = aRole({ description: 'what Pods on ECI may do' });
  expect(billOf(cloud)).toEqual(['alicloud_ram_role x1']);
  expect(role.roleName).toBe('shop-worker');
  expect(RAM_ROLE_DEFAULTS.maxSessionHours).toBe(1);
  expect(resourceOf(cloud, 'alicloud_ram_role').attributes).toEqual({
    role_name: 'shop-worker',
    description: 'what Pods on ECI may do',
    max_session_duration: 3600,
    assume_role_policy_document: expect.any(String),
  });
});

test('a service takes a role that trusts it', () => {
  expect(trustOf({ trust: ECS })).toEqual({
    Version: '1',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: ['ecs.aliyuncs.com'] } }],
  });
});

test('other accounts are trusted by their ids', () => {
  expect(trustOf({ trust: Trust.accounts('1234567890123456') }).Statement[0].Principal).toEqual({
    RAM: ['acs:ram::1234567890123456:root'],
  });
});

test('a service account is trusted by issuer, audience and its exact name', () => {
  expect(trustOf({ trust: Trust.serviceAccounts(OIDC, { namespace: 'shop', name: 'web' }) }).Statement).toEqual([
    {
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { Federated: ['acs:ram::1234567890123456:oidc-provider/ack-rrsa-c1'] },
      Condition: {
        StringEquals: {
          'oidc:iss': ['https://oidc.example/c1'],
          'oidc:aud': ['sts.aliyuncs.com'],
          'oidc:sub': ['system:serviceaccount:shop:web'],
        },
      },
    },
  ]);
});

test('a system policy is attached by its name', () => {
  const { cloud } = aRole({ systemPolicies: ['AliyunContainerRegistryReadOnlyAccess'] });
  expect(resourceOf(cloud, 'alicloud_ram_role_policy_attachment').attributes).toEqual({
    role_name: '${alicloud_ram_role.worker_28EA3E30.role_name}',
    policy_name: 'AliyunContainerRegistryReadOnlyAccess',
    policy_type: 'System',
  });
});

test('what a role is granted is one policy for each thing, however often it is asked for', () => {
  const { cloud, role } = aRole();
  const files = OssBucket.fromAttributes(cloud, 'files', { bucketName: 'acme-files' });
  const logs = LogProject.fromAttributes(cloud, 'logs', { projectName: 'acme-logs' });
  files.grantRead(role);
  files.grantRead(role);
  files.grantPut(role, { prefix: 'in/' });
  logs.grantWrite(role, 'web');
  expect(Object.keys(policiesOf(cloud))).toEqual([
    expect.stringMatching(/^shop-worker-policy-shop-files-[0-9a-f]{8}$/),
    expect.stringMatching(/^shop-worker-policy-shop-logs-[0-9a-f]{8}$/),
  ]);
  expect(Object.values(policiesOf(cloud))).toEqual([
    {
      Version: '1',
      Statement: [
        { Effect: 'Allow', Action: ['oss:GetObject'], Resource: ['acs:oss:*:*:acme-files/*'] },
        { Effect: 'Allow', Action: ['oss:ListObjects'], Resource: ['acs:oss:*:*:acme-files'] },
        {
          Effect: 'Allow',
          Action: ['oss:AbortMultipartUpload', 'oss:ListParts', 'oss:PutObject'],
          Resource: ['acs:oss:*:*:acme-files/in/*'],
        },
      ],
    },
    {
      Version: '1',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['log:PostLogStoreLogs'],
          Resource: ['acs:log:*:*:project/acme-logs/logstore/web'],
        },
      ],
    },
  ]);
  for (const { attributes } of resourcesOf(cloud, 'alicloud_ram_role_policy_attachment')) {
    expect(attributes).toMatchObject({ policy_type: 'Custom', policy_name: expect.stringMatching(/policy_name\}$/) });
  }
});

test('a changed policy drops its oldest version, since RAM keeps five', () => {
  const { cloud, role } = aRole();
  OssBucket.fromAttributes(cloud, 'files', { bucketName: 'acme-files' }).grantRead(role);
  expect(resourceOf(cloud, 'alicloud_ram_policy').attributes.rotate_strategy).toBe(
    'DeleteOldestNonDefaultVersionWhenLimitExceeded',
  );
});

test('a role that exists elsewhere gets its policies here', () => {
  const cloud = aCloud();
  const role = RamRole.fromAttributes(cloud, 'worker', { roleName: 'acme-worker' });
  OssBucket.fromAttributes(cloud, 'files', { bucketName: 'acme-files' }).grantPut(role);
  expect(billOf(cloud)).toEqual(['alicloud_ram_policy x1', 'alicloud_ram_role_policy_attachment x1']);
  expect(resourceOf(cloud, 'alicloud_ram_role_policy_attachment').attributes.role_name).toBe('acme-worker');
  expect(policyOf(cloud).Statement).toHaveLength(1);
});

test('a role that exists can be taken over by its name', () => {
  const { cloud } = aRole({ adopt: 'acme-worker' });
  const { address, attributes } = resourceOf(cloud, 'alicloud_ram_role');
  expect(attributes.role_name).toBe('acme-worker');
  expect(synthesized(cloud).import).toEqual([{ id: 'acme-worker', to: address }]);
});

test('id and ARN are what Terraform reads', () => {
  const { cloud, role } = aRole();
  new TerraformOutput(cloud, 'role', { value: `${role.roleId} ${role.arn}` });
  expect(synthesized(cloud).output).toMatchObject({
    role: { value: expect.stringMatching(/^\$\{alicloud_ram_role\.\w+\.role_id\} \$\{alicloud_ram_role\.\w+\.arn\}$/) },
  });
});

test('more custom policies than a role can have by default are said', () => {
  const { cloud, role } = aRole();
  for (let index = 1; index <= 11; index++) {
    OssBucket.fromAttributes(cloud, `files-${index}`, { bucketName: `acme-files-${index}` }).grantRead(role);
  }
  expect(warningsIn(cloud)).toEqual([{ path: 'shop/worker', text: expect.stringContaining('[policy-count]') }]);
});

test('a policy that RAM would refuse for its length is refused', () => {
  const { cloud, role } = aRole();
  const files = OssBucket.fromAttributes(cloud, 'files', { bucketName: 'acme-files' });
  const grantAll = () => {
    for (let index = 0; index < 60; index++) {
      files.grantPut(role, { prefix: `department-${index}/` });
    }
  };
  expect(problemsOf(grantAll)).toMatchObject([{ code: 'policy-size', fix: expect.stringContaining('prefix') }]);
});

test.each<[string, unknown, object]>([
  ['no trust', { trust: undefined }, { code: 'value-missing', what: 'trust is missing' }],
  ['a trust of no kind', { trust: { kind: 'everybody' } }, { code: 'choice-invalid' }],
  ['a service of another cloud', { trust: Trust.service('ec2.amazonaws.com') }, { code: 'choice-invalid' }],
  ['an account that is a name', { trust: Trust.accounts('acme') }, { code: 'resource-id-invalid', value: 'acme' }],
  ['no account', { trust: Trust.accounts() }, { code: 'list-empty' }],
  ['no service account', { trust: Trust.serviceAccounts(OIDC) }, { code: 'list-empty' }],
  [
    'every service account of a namespace',
    { trust: Trust.serviceAccounts(OIDC, { namespace: 'shop', name: '*' }) },
    { code: 'kubernetes-name', value: '*' },
  ],
  ['a name with a slash', { name: 'acme/worker' }, { code: 'name-invalid' }],
  ['a session of a day', { maxSessionHours: 24 }, { code: 'number-invalid', fix: expect.stringContaining('12') }],
  ['one system policy twice', { systemPolicies: ['A', 'A'] }, { code: 'list-duplicate', value: 'A' }],
  ['another name than the adopted one', { name: 'a', adopt: 'b' }, { code: 'choice-conflict' }],
])('%s is refused', (_, props, problem) => {
  expect(problemsOf(() => aRole(props as RamRoleProps))).toMatchObject([{ path: 'shop/worker', ...problem }]);
});

test('a role id that is a name is refused', () => {
  const act = () => RamRole.fromAttributes(aCloud(), 'worker', { roleName: 'acme', roleId: 'acme' });
  expect(problemsOf(act)).toMatchObject([{ code: 'resource-id-invalid', value: 'acme' }]);
});
