import { App, type TerraformStack } from 'cdktf';
import { ControlPlane } from '../../../lib/cluster/control-plane';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { runTreeChecks } from '../../../lib/core/tree';
import { LogProject } from '../../../lib/logs/log-project';
import { RamRole } from '../../../lib/security/ram-role';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { OssBucket } from '../../../lib/storage/oss-bucket';
import { resourceOf, resourcesOf } from '../../../lib/testing';
import { ServiceAccount, type ServiceAccountProps } from '../../../lib/workload/access/service-account';
import { Namespace } from '../../../lib/workload/namespace';
import { AnExistingNetwork } from '../../cluster/an-existing-network';
import type { Situation } from '../../cluster/a-cluster';
import { aDedicatedCluster, aServerlessCluster } from '../../cluster/other-kinds';
import { documentIn, policiesOf, policyOf } from '../../support/policies';
import { problemsOf } from '../../support/problems';
import { aWebService } from '../a-web-service';
import { aWorkplace } from '../a-workplace';

function anAccount(props?: ServiceAccountProps, situation?: Situation) {
  const made = aWorkplace(situation);
  const namespace = new Namespace(made.apps, 'shop');
  return { ...made, namespace, account: new ServiceAccount(namespace, 'uploader', props) };
}

const accountOf = (apps: TerraformStack) => resourceOf(apps, 'kubernetes_service_account_v1').attributes;

test('an account has no token, and leaves its pull secrets to the component that writes them', () => {
  const { apps, stack } = anAccount();
  expect(accountOf(apps)).toEqual({
    metadata: { name: 'uploader', namespace: 'shop' },
    automount_service_account_token: false,
    depends_on: ['kubernetes_namespace_v1', 'kubernetes_limit_range_v1', 'kubernetes_network_policy_v1'].map(
      (type) => resourceOf(apps, type).address,
    ),
    lifecycle: { ignore_changes: ['image_pull_secret'] },
  });
  expect(resourcesOf(stack, 'alicloud_ram_role')).toEqual([]);
});

test('name, token, labels and annotations are what is written', () => {
  const { apps } = anAccount({ name: 'up', apiToken: true, labels: { b: '1', a: '2' }, annotations: { note: 'x' } });
  expect(accountOf(apps)).toMatchObject({
    metadata: { name: 'up', labels: { a: '2', b: '1' }, annotations: { note: 'x' } },
    automount_service_account_token: true,
  });
});

test('the first permission makes a RAM role beside the cluster that this account alone can take', () => {
  const { stack, apps, account } = anAccount();
  const cluster = resourceOf(stack, 'alicloud_cs_managed_kubernetes').address;
  const bucket = new OssBucket(stack, 'files', { name: 'acme-files' });
  bucket.grantRead(account);
  const role = resourceOf(stack, 'alicloud_ram_role');
  expect(role.attributes.role_name).toBe('shop-cluster-rrsa-shop--uploader');
  expect(documentIn(role.attributes.assume_role_policy_document)).toEqual({
    Version: '1',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: {
          Federated: [`\${${cluster}.rrsa_metadata[0].ram_oidc_provider_arn}`],
        },
        Condition: {
          StringEquals: {
            'oidc:iss': [`\${${cluster}.rrsa_metadata[0].rrsa_oidc_issuer_url}`],
            'oidc:aud': ['sts.aliyuncs.com'],
            'oidc:sub': ['system:serviceaccount:shop:uploader'],
          },
        },
      },
    ],
  });
  expect(accountOf(apps).metadata.annotations).toEqual({
    'pod-identity.alibabacloud.com/role-name': 'shop-cluster-rrsa-shop--uploader',
  });
  expect(resourceOf(apps, 'kubernetes_namespace_v1').attributes.metadata.labels).toMatchObject({
    'pod-identity.alibabacloud.com/injection': 'on',
  });
  expect(resourcesOf(stack, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name)).toContain(
    'ack-pod-identity-webhook',
  );
});

test('what is about something in the cluster’s stack is allowed there: the workload stack needs no right in RAM', () => {
  const { stack, apps, account } = anAccount();
  const files = `\${alicloud_oss_bucket.files_6F97A25D.bucket}`;
  new OssBucket(stack, 'files', { name: 'acme-files' }).grantReadWrite(account, { prefix: 'shop/' });
  expect(policyOf(stack).Statement).toEqual([
    {
      Effect: 'Allow',
      Action: ['oss:AbortMultipartUpload', 'oss:DeleteObject', 'oss:GetObject', 'oss:ListParts', 'oss:PutObject'],
      Resource: [`acs:oss:*:*:${files}/shop/*`],
    },
    {
      Effect: 'Allow',
      Action: ['oss:ListObjects'],
      Resource: [`acs:oss:*:*:${files}`],
      Condition: { StringLike: { 'oss:Prefix': ['shop/*'] } },
    },
  ]);
  expect(policiesOf(apps)).toEqual({});
  expect(resourcesOf(apps, 'alicloud_ram_role_policy_attachment')).toEqual([]);
});

test('a log project is allowed in the same way', () => {
  const { stack, account } = anAccount();
  LogProject.fromAttributes(stack, 'logs', { projectName: 'acme-logs' }).grantWrite(account);
  expect(policyOf(stack).Statement).toEqual([
    {
      Effect: 'Allow',
      Action: ['log:PostLogStoreLogs'],
      Resource: ['acs:log:*:*:project/acme-logs/logstore/*'],
    },
  ]);
});

/** Which stacks a stack reads, or waits for. */
const before = (stack: TerraformStack) => stack.dependencies.map(({ node }) => node.id);

test.each(['a stack that comes before the cluster', 'a stack that comes after it'])(
  'what is about something in %s is allowed below the account, and nothing flows back',
  (which) => {
    const { stack: cloud, cluster, apps, account } = anAccount();
    const data = new CloudStack(cloud.node.root as App, 'data', { region: 'cn-hangzhou' });
    if (which.includes('before')) {
      cloud.addDependency(data);
    } else {
      data.addDependency(cloud);
    }
    new OssBucket(data, 'files').grantRead(account);
    const attachment = resourceOf(apps, 'alicloud_ram_role_policy_attachment').attributes;
    expect(attachment.role_name).toBe('shop-cluster-rrsa-shop--uploader');
    expect(policyOf(apps).Statement[0]!.Resource).toEqual([
      expect.stringMatching(/^acs:oss:\*:\*:\$\{data\.terraform_remote_state\./),
    ]);
    expect(policiesOf(cloud)).toEqual({});
    expect(policiesOf(data)).toEqual({});
    expect(before(apps)).toEqual(expect.arrayContaining(['shop', 'data']));
    expect([...before(cloud), ...before(data)]).not.toContain('shop-apps');
    expect(cluster.node.path).toBe('shop/cluster');
  },
);

test('the stack of the cluster reads nothing of the workload stack', () => {
  const { stack, apps, account } = anAccount();
  new OssBucket(stack, 'files').grantRead(account);
  resourceOf(apps, 'kubernetes_service_account_v1');
  expect(before(apps)).toEqual(['shop']);
  expect(before(stack)).toEqual([]);
});

test('each account has a role of its own', () => {
  const { stack, namespace, account } = anAccount();
  const bucket = new OssBucket(stack, 'files');
  const other = new ServiceAccount(namespace, 'reader');
  bucket.grantPut(account);
  bucket.grantRead(other);
  expect(resourcesOf(stack, 'alicloud_ram_role').map(({ attributes }) => attributes.role_name)).toEqual([
    'shop-cluster-rrsa-shop--reader',
    'shop-cluster-rrsa-shop--uploader',
  ]);
  expect(Object.values(policiesOf(stack)).map(({ Statement }) => Statement.length)).toEqual([2, 1]);
});

test('the Pods of a workload run as the account, after it exists', () => {
  const { apps, namespace, web } = aWebService();
  const account = new ServiceAccount(namespace, 'uploader');
  account.useIn(web);
  account.useIn(web);
  const { address } = resourceOf(apps, 'kubernetes_service_account_v1');
  expect(resourceOf(apps, 'kubernetes_deployment_v1').attributes.spec.template.spec.service_account_name).toBe(
    `\${${address}.metadata[0].name}`,
  );
});

test('Pods run as one account', () => {
  const { namespace, web } = aWebService();
  new ServiceAccount(namespace, 'uploader').useIn(web);
  expect(problemsOf(() => new ServiceAccount(namespace, 'other').useIn(web))).toMatchObject([{ code: 'pod-conflict' }]);
});

test('an account of another namespace is refused', () => {
  const { apps, web } = aWebService();
  const account = new ServiceAccount(new Namespace(apps, 'blog'), 'uploader');
  expect(problemsOf(() => account.useIn(web))).toMatchObject([
    { code: 'service-account-namespace', path: 'shop-apps/blog/uploader', value: 'shop' },
  ]);
});

test('an account that exists is only named, and uses a role that is named', () => {
  const { stack, apps, namespace, web } = aWebService();
  const role = RamRole.fromAttributes(stack, 'role', { roleName: 'acme-web' });
  const account = ServiceAccount.fromAttributes(namespace, 'account', { name: 'web', role });
  account.useIn(web);
  new OssBucket(stack, 'files').grantRead(account);
  expect(resourcesOf(apps, 'kubernetes_service_account_v1')).toEqual([]);
  expect(resourceOf(apps, 'kubernetes_deployment_v1').attributes.spec.template.spec.service_account_name).toBe('web');
  expect(resourceOf(stack, 'alicloud_ram_role_policy_attachment').attributes.role_name).toBe('acme-web');
  const unknown = ServiceAccount.fromAttributes(namespace, 'unknown', { name: 'batch' });
  expect(problemsOf(() => new OssBucket(stack, 'more').grantRead(unknown))).toMatchObject([
    { code: 'service-account-role', path: 'shop-apps/shop/unknown', fix: expect.stringContaining('role') },
  ]);
});

test('a Basic cluster has RRSA too', () => {
  const { stack, account } = anAccount({}, { controlPlane: ControlPlane.basic() });
  new OssBucket(stack, 'files').grantRead(account);
  expect(resourceOf(stack, 'alicloud_cs_managed_kubernetes').attributes).toMatchObject({
    cluster_spec: 'ack.standard',
    enable_rrsa: true,
  });
  expect(resourcesOf(stack, 'alicloud_ram_role')).toHaveLength(1);
});

test('a Serverless cluster has RRSA like a managed one', () => {
  const { stack, cluster } = aServerlessCluster();
  const space = new Namespace(new WorkloadStack(stack.node.root as App, 'shop-apps', { cluster }), 'shop');
  new OssBucket(stack, 'files').grantRead(new ServiceAccount(space, 'uploader'));
  const { assume_role_policy_document: trust } = resourceOf(stack, 'alicloud_ram_role').attributes;
  expect(documentIn(trust).Statement[0]!.Principal).toEqual({
    Federated: [expect.stringMatching(/^\$\{alicloud_cs_managed_kubernetes\..*\.ram_oidc_provider_arn\}$/)],
  });
  expect(resourcesOf(stack, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name)).toContain(
    'ack-pod-identity-webhook',
  );
});

test('a dedicated cluster has none, and is told which kinds do', () => {
  const { stack, cluster } = aDedicatedCluster();
  const space = new Namespace(new WorkloadStack(stack.node.root as App, 'shop-apps', { cluster }), 'shop');
  const account = new ServiceAccount(space, 'uploader');
  expect(problemsOf(() => new OssBucket(stack, 'files').grantRead(account))).toMatchObject([
    { code: 'rrsa-missing', fix: expect.stringContaining('ManagedCluster or a ServerlessCluster') },
  ]);
});

test('an imported cluster has to name its OIDC provider', () => {
  const app = new App();
  const cloud = new CloudStack(app, 'shop', { region: 'cn-hangzhou' });
  const network = new AnExistingNetwork(cloud);
  const importedWith = (id: string, rrsa?: { issuer: string; providerArn: string }) => {
    const clusterId = 'c0123456789abcdef0123456789abcdef';
    const cluster = ManagedCluster.fromAttributes(cloud, id, { clusterId, network, rrsa });
    const space = new Namespace(new WorkloadStack(app, `${id}-apps`, { cluster }), 'shop');
    return new ServiceAccount(space, 'uploader');
  };
  const bucket = new OssBucket(cloud, 'files');
  expect(problemsOf(() => bucket.grantRead(importedWith('silent')))).toMatchObject([
    { code: 'rrsa-missing', fix: expect.stringContaining('rrsa: { issuer, providerArn }') },
  ]);
  bucket.grantRead(importedWith('telling', { issuer: 'https://oidc.example/c1', providerArn: 'acs:ram::1:oidc/x' }));
  const { Statement } = JSON.parse(resourceOf(cloud, 'alicloud_ram_role').attributes.assume_role_policy_document);
  expect(Statement[0].Condition.StringEquals['oidc:iss']).toEqual(['https://oidc.example/c1']);
});

test('two accounts of one name are refused before Terraform finds out', () => {
  const { apps, namespace } = anAccount();
  new ServiceAccount(namespace, 'other', { name: 'uploader' });
  expect(problemsOf(() => runTreeChecks(apps))).toMatchObject([
    { code: 'service-account-duplicate', path: 'shop-apps/shop/other', what: expect.stringContaining('shop/uploader') },
  ]);
});

test.each<[string, unknown, object]>([
  ['a name in upper case', { name: 'Uploader' }, { code: 'kubernetes-name' }],
  ['a token that is a text', { apiToken: 'false' }, { code: 'type-invalid' }],
  ['a label with a space', { labels: { 'a b': 'c' } }, { code: 'label-invalid' }],
  ['a prop of Kubernetes', { automountServiceAccountToken: true }, { code: 'prop-unknown' }],
])('%s is refused', (_, props, problem) => {
  expect(problemsOf(() => anAccount(props as ServiceAccountProps))).toMatchObject([problem]);
});

test('an account outside of a namespace is refused', () => {
  expect(problemsOf(() => new ServiceAccount(aWorkplace().apps, 'uploader'))).toMatchObject([{ code: 'no-namespace' }]);
});
