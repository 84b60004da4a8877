import { CsKubernetesPermissions } from '@cdktf/provider-alicloud/lib/cs-kubernetes-permissions';
import { App } from 'cdktf';
import { AckRole, type AckRoleData } from '../../../lib/cluster/access/ack-role';
import { ClusterAccess } from '../../../lib/cluster/access/cluster-access';
import { ClusterLook, type ClusterAccessProps } from '../../../lib/cluster/access/cluster-access-props';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { runTreeChecks } from '../../../lib/core/tree';
import { RamRole } from '../../../lib/security/ram-role';
import { RamUser } from '../../../lib/security/ram-user';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { billOf, resourceOf } from '../../../lib/testing';
import { ClusterRole } from '../../../lib/workload/access/cluster-role';
import { Namespace } from '../../../lib/workload/namespace';
import { policyOf } from '../../support/policies';
import { problemsOf } from '../../support/problems';
import { aWorkplace } from '../../workload/a-workplace';
import { aStack } from '../a-cluster';
import { AnExistingNetwork } from '../an-existing-network';

const UID = '200123456789012345';
const CLUSTER = 'c0123456789abcdef0123456789abcdef';
const OTHER = 'cfedcba9876543210fedcba9876543210';

/** A stack in which a user and two existing clusters are named. */
function situation(stack: CloudStack = aStack()) {
  const network = new AnExistingNetwork(stack);
  const cluster = ManagedCluster.fromAttributes(stack, 'cluster', { clusterId: CLUSTER, network });
  const other = ManagedCluster.fromAttributes(stack, 'other', { clusterId: OTHER, network });
  const ada = RamUser.fromAttributes(stack, 'ada', { uid: UID, userName: 'ada' });
  return { stack, cluster, other, ada };
}

function anAccess(props: Partial<ClusterAccessProps> = {}) {
  const made = situation();
  return { ...made, access: new ClusterAccess(made.stack, 'access', { principal: made.ada, ...props }) };
}

const permissionsOf = (stack: CloudStack) =>
  resourceOf(stack, 'alicloud_cs_kubernetes_permissions').attributes.permissions;

test('a developer gets one permission for each namespace, and may look at the cluster', () => {
  const { stack, access, cluster } = anAccess();
  access.grant(cluster, AckRole.developer({ namespaces: ['shop', 'blog'] }));
  expect(billOf(stack)).toEqual([
    'alicloud_cs_kubernetes_permissions x1',
    'alicloud_ram_policy x1',
    'alicloud_ram_user_policy_attachment x1',
  ]);
  const row = { cluster: CLUSTER, role_type: 'namespace', role_name: 'dev', is_custom: false, is_ram_role: false };
  expect(resourceOf(stack, 'alicloud_cs_kubernetes_permissions').attributes).toEqual({
    uid: UID,
    permissions: [
      { ...row, namespace: 'blog' },
      { ...row, namespace: 'shop' },
    ],
    depends_on: [resourceOf(stack, 'alicloud_ram_user_policy_attachment').address],
  });
  expect(policyOf(stack)).toEqual({
    Version: '1',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['cs:Describe*', 'cs:Get*', 'cs:List*'],
        Resource: [`acs:cs:*:*:cluster/${CLUSTER}`],
      },
    ],
  });
  expect(resourceOf(stack, 'alicloud_ram_user_policy_attachment').attributes).toMatchObject({
    user_name: 'ada',
    policy_type: 'Custom',
  });
});

test('all permissions of one user, over clusters and calls, are one resource', () => {
  const { stack, access, cluster, other } = anAccess();
  access.grant(cluster, AckRole.operator()).grant(other, AckRole.restricted()).grant(cluster, AckRole.operator());
  expect(permissionsOf(stack)).toMatchObject([
    { cluster: CLUSTER, role_type: 'cluster', role_name: 'ops', namespace: '' },
    { cluster: OTHER, role_type: 'cluster', role_name: 'restricted', namespace: '' },
  ]);
  expect(policyOf(stack).Statement[0]!.Resource).toEqual([
    `acs:cs:*:*:cluster/${CLUSTER}`,
    `acs:cs:*:*:cluster/${OTHER}`,
  ]);
});

test.each<[string, AckRoleData, object]>([
  ['admin', AckRole.admin(), { role_type: 'cluster', role_name: 'admin', is_custom: false }],
  ['operator', AckRole.operator(), { role_type: 'cluster', role_name: 'ops', is_custom: false }],
  ['developer', AckRole.developer(), { role_type: 'cluster', role_name: 'dev', is_custom: false }],
  ['restricted', AckRole.restricted(), { role_type: 'cluster', role_name: 'restricted', is_custom: false }],
  ['custom', AckRole.custom('cs:dev'), { role_type: 'cluster', role_name: 'cs:dev', is_custom: true }],
  [
    'custom in a namespace',
    AckRole.custom('release-manager', { namespaces: ['shop'] }),
    { role_type: 'namespace', role_name: 'release-manager', namespace: 'shop', is_custom: true },
  ],
])('the role %s has the name that ACK gives it', (_, role, row) => {
  const { stack, access, cluster } = anAccess();
  access.grant(cluster, role);
  expect(permissionsOf(stack)).toMatchObject([row]);
});

test('a role in every cluster names none', () => {
  const { stack, access } = anAccess();
  access.grantEverywhere(AckRole.restricted());
  expect(permissionsOf(stack)).toMatchObject([{ cluster: '', role_type: 'all-clusters', role_name: 'restricted' }]);
  expect(policyOf(stack).Statement[0]!.Resource).toEqual(['acs:cs:*:*:cluster/*']);
});

test('grants of the props are the same as calls', () => {
  const { stack, cluster, ada } = situation();
  new ClusterAccess(stack, 'access', { principal: ada, grants: [{ cluster, role: AckRole.admin() }] });
  expect(permissionsOf(stack)).toMatchObject([{ cluster: CLUSTER, role_name: 'admin' }]);
});

test('a RAM role is told apart from a user, in ACK and in RAM', () => {
  const { stack, cluster } = situation();
  const principal = RamRole.fromAttributes(stack, 'ci', { roleName: 'acme-ci', roleId: '300123456789012345' });
  new ClusterAccess(stack, 'access', { principal }).grant(cluster, AckRole.developer());
  expect(resourceOf(stack, 'alicloud_cs_kubernetes_permissions').attributes).toMatchObject({
    uid: '300123456789012345',
    permissions: [{ is_ram_role: true }],
  });
  expect(resourceOf(stack, 'alicloud_ram_role_policy_attachment').attributes.role_name).toBe('acme-ci');
});

test('a principal that may look already gets no RAM policy', () => {
  const { stack, cluster } = situation();
  const principal = RamUser.fromAttributes(stack, 'eve', { uid: '200999999999999999' });
  new ClusterAccess(stack, 'access', { principal, look: ClusterLook.existing() }).grant(cluster, AckRole.restricted());
  expect(billOf(stack)).toEqual(['alicloud_cs_kubernetes_permissions x1']);
});

test('two owners of one user in two stacks are refused, and both are named', () => {
  const app = new App();
  const one = situation(new CloudStack(app, 'one', { region: 'cn-hangzhou' }));
  const two = situation(new CloudStack(app, 'two', { region: 'cn-shanghai' }));
  new ClusterAccess(one.stack, 'access', { principal: one.ada }).grant(one.cluster, AckRole.admin());
  new ClusterAccess(two.stack, 'ada-access', { principal: two.ada }).grant(two.other, AckRole.admin());
  expect(problemsOf(() => runTreeChecks(app))).toMatchObject([
    {
      code: 'access-duplicate',
      path: 'two/ada-access',
      value: UID,
      what: expect.stringContaining('"one/access"'),
      fix: expect.stringContaining('.grant(cluster'),
    },
  ]);
});

test('two owners of one user that this program makes are refused, too', () => {
  const { stack, cluster } = situation();
  const principal = new RamUser(stack, 'ci');
  new ClusterAccess(stack, 'access', { principal }).grant(cluster, AckRole.admin());
  new ClusterAccess(stack, 'access-2', { principal }).grant(cluster, AckRole.admin());
  expect(problemsOf(() => runTreeChecks(stack))).toMatchObject([{ code: 'access-duplicate', path: 'shop/access-2' }]);
});

test.each(['a-first', 'z-last'])('a resource that the user wrote is an owner, too: %s', (id) => {
  const { stack, cluster, ada } = situation();
  const raw = () => new CsKubernetesPermissions(stack, id, { uid: UID });
  if (id === 'a-first') {
    raw();
  }
  new ClusterAccess(stack, 'access', { principal: ada }).grant(cluster, AckRole.admin());
  if (id !== 'a-first') {
    raw();
  }
  expect(problemsOf(() => runTreeChecks(stack))).toMatchObject([
    { code: 'access-duplicate', path: 'shop/access', what: expect.stringContaining(`"shop/${id}"`) },
  ]);
});

test('owners of two users are none of one', () => {
  const { stack, cluster, ada, access } = anAccess();
  access.grant(cluster, AckRole.admin());
  const eve = RamUser.fromAttributes(stack, 'eve', { uid: '200999999999999999', userName: 'eve' });
  new ClusterAccess(stack, 'eve-access', { principal: eve }).grant(cluster, AckRole.admin());
  expect(ada.uid).toBe(UID);
  expect(() => runTreeChecks(stack)).not.toThrow();
});

test('access that gives nothing is refused', () => {
  const { stack } = anAccess();
  expect(problemsOf(() => runTreeChecks(stack))).toMatchObject([{ code: 'access-empty', path: 'shop/access' }]);
});

test('a second role for the same scope is refused, another scope is not', () => {
  const { access, cluster, other } = anAccess();
  access.grant(cluster, AckRole.developer({ namespaces: ['shop'] }));
  access.grant(other, AckRole.restricted({ namespaces: ['shop'] })).grant(cluster, AckRole.restricted());
  expect(problemsOf(() => access.grant(cluster, AckRole.restricted({ namespaces: ['shop', 'blog'] })))).toMatchObject([
    { code: 'access-conflict', path: 'shop/access', what: expect.stringContaining('namespace "shop" of shop/cluster') },
  ]);
  access.grantEverywhere(AckRole.restricted());
  expect(problemsOf(() => access.grantEverywhere(AckRole.admin()))).toMatchObject([
    { code: 'access-conflict', what: expect.stringContaining('every cluster') },
  ]);
});

test('in a workload stack it waits for the namespaces and roles that it is about', () => {
  const { apps, stack, cluster } = aWorkplace();
  const shop = new Namespace(apps, 'shop');
  const releaser = new ClusterRole(apps, 'releaser', {
    rules: [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['patch'] }],
  });
  const principal = RamUser.fromAttributes(stack, 'ada', { uid: UID, userName: 'ada' });
  const access = new ClusterAccess(apps, 'access', { principal });
  access.grant(cluster, AckRole.developer({ namespaces: [shop, 'default'] }));
  access.grant(cluster, AckRole.custom(releaser));
  const { permissions, depends_on } = resourceOf(apps, 'alicloud_cs_kubernetes_permissions').attributes;
  expect(permissions).toMatchObject([
    { role_name: 'dev', namespace: 'default' },
    { role_name: 'dev', namespace: 'shop' },
    { role_name: 'releaser', role_type: 'cluster', is_custom: true },
  ]);
  expect(depends_on).toEqual([
    resourceOf(apps, 'alicloud_ram_user_policy_attachment').address,
    resourceOf(apps, 'kubernetes_namespace_v1').address,
    resourceOf(apps, 'kubernetes_limit_range_v1').address,
    resourceOf(apps, 'kubernetes_network_policy_v1').address,
    resourceOf(apps, 'kubernetes_cluster_role_v1').address,
  ]);
});

test('in the stack of the cluster, a namespace that comes later is refused, by name and as itself', () => {
  const { apps, stack, cluster } = aWorkplace();
  const shop = new Namespace(apps, 'shop');
  new Namespace(apps, 'blog');
  const principal = RamUser.fromAttributes(stack, 'ada', { uid: UID, userName: 'ada' });
  const access = new ClusterAccess(stack, 'access', { principal });
  access.grant(cluster, AckRole.developer({ namespaces: [shop, 'blog', 'default'] }));
  expect(problemsOf(() => runTreeChecks(stack.node.root))).toMatchObject([
    { code: 'access-order', path: 'shop/access', value: 'shop-apps/shop' },
    { code: 'access-order', path: 'shop/access', fix: expect.stringContaining('"shop-apps"') },
  ]);
});

test('a namespace that exists already is no reason to wait, one of another cluster is refused', () => {
  const { apps, stack, cluster } = aWorkplace();
  const principal = RamUser.fromAttributes(stack, 'ada', { uid: UID, userName: 'ada' });
  const access = new ClusterAccess(stack, 'access', { principal });
  const imported = Namespace.fromAttributes(apps, 'legacy', { name: 'legacy' });
  access.grant(cluster, AckRole.developer({ namespaces: [imported] }));
  expect(() => runTreeChecks(stack.node.root)).not.toThrow();
  const elsewhere = new Namespace(aWorkplace().apps, 'elsewhere');
  expect(problemsOf(() => access.grant(cluster, AckRole.developer({ namespaces: [elsewhere] })))).toMatchObject([
    { code: 'choice-conflict', what: expect.stringContaining('"elsewhere"') },
  ]);
});

test.each<[string, unknown, object]>([
  ['no principal', {}, { code: 'value-missing', what: 'principal is missing' }],
  ['a uid for a principal', { principal: UID }, { code: 'type-invalid' }],
  ['a grant without a cluster', { grants: [{ role: AckRole.admin() }] }, { code: 'value-missing' }],
  ['a grant of a name', { look: 'none' }, { code: 'choice-invalid' }],
])('%s is refused', (_, props, problem) => {
  const { stack, ada } = situation();
  const given = _ === 'no principal' ? props : { principal: ada, ...(props as object) };
  expect(problemsOf(() => new ClusterAccess(stack, 'access', given as ClusterAccessProps))).toMatchObject([
    { path: 'shop/access', ...problem },
  ]);
});

test('what is not known of a principal is asked for', () => {
  const { stack } = situation();
  const role = RamRole.fromAttributes(stack, 'ci', { roleName: 'acme-ci' });
  expect(problemsOf(() => new ClusterAccess(stack, 'a', { principal: role }))).toMatchObject([
    { code: 'value-missing', fix: expect.stringContaining('roleId') },
  ]);
  const user = RamUser.fromAttributes(stack, 'eve', { uid: UID });
  expect(problemsOf(() => new ClusterAccess(stack, 'b', { principal: user }))).toMatchObject([
    { code: 'value-missing', fix: expect.stringContaining('ClusterLook.existing()') },
  ]);
});

test.each<[string, unknown, object]>([
  ['a role of the API', 'dev', { code: 'choice-invalid' }],
  ['a role that there is not', { kind: 'owner' }, { code: 'choice-invalid' }],
  ['an administrator of a namespace', { kind: 'admin', namespaces: ['shop'] }, { code: 'prop-unknown' }],
  ['no namespace', AckRole.developer({ namespaces: [] }), { code: 'list-empty' }],
  ['one namespace twice', AckRole.developer({ namespaces: ['a', 'a'] }), { code: 'list-duplicate', value: 'a' }],
  ['a namespace in upper case', AckRole.developer({ namespaces: ['Shop'] }), { code: 'kubernetes-name' }],
  ['a role with a slash', AckRole.custom('a/b'), { code: 'kubernetes-name' }],
  ['a custom role without a name', { kind: 'custom' }, { code: 'value-missing' }],
])('%s is refused in a grant', (_, role, problem) => {
  const { access, cluster } = anAccess();
  expect(problemsOf(() => access.grant(cluster, role as AckRoleData))).toMatchObject([problem]);
});

test('namespaces in every cluster, and a cluster that is its id, are refused', () => {
  const { access } = anAccess();
  const role = AckRole.developer({ namespaces: ['shop'] });
  expect(problemsOf(() => access.grantEverywhere(role as never))).toMatchObject([{ code: 'choice-conflict' }]);
  expect(problemsOf(() => access.grant(CLUSTER as never, AckRole.admin()))).toMatchObject([{ code: 'type-invalid' }]);
});
