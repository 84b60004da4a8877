import { warningsIn } from '../../../lib/core/warnings';
import { resourceOf, resourcesOf } from '../../../lib/testing';
import { ClusterRole } from '../../../lib/workload/access/cluster-role';
import { Role, type RoleProps } from '../../../lib/workload/access/role';
import { ServiceAccount } from '../../../lib/workload/access/service-account';
import { Subject } from '../../../lib/workload/access/subject';
import { Namespace } from '../../../lib/workload/namespace';
import { problemsOf } from '../../support/problems';
import { aWorkplace } from '../a-workplace';
import { ADA, aSituation } from './a-team';

const PODS: RoleProps = { rules: [{ resources: ['pods'], verbs: ['get', 'list', 'watch'] }] };

test('a role says what may be done in its namespace, and is bound once to all who may', () => {
  const { apps, shop, ada } = aSituation();
  const robot = new ServiceAccount(shop, 'robot', { apiToken: true });
  new Role(shop, 'observer', PODS).grantTo(robot).grantTo(ada, robot);
  const role = resourceOf(apps, 'kubernetes_role_v1');
  expect(role.attributes).toEqual({
    metadata: { name: 'observer', namespace: 'shop' },
    rule: [{ api_groups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }],
    depends_on: expect.arrayContaining([expect.stringMatching(/^kubernetes_namespace_v1\.shop/)]),
  });
  expect(resourceOf(apps, 'kubernetes_role_binding_v1').attributes).toEqual({
    metadata: { name: 'observer', namespace: 'shop' },
    role_ref: {
      api_group: 'rbac.authorization.k8s.io',
      kind: 'Role',
      name: `\${${role.address}.metadata[0].name}`,
    },
    subject: [{ kind: 'ServiceAccount', name: 'robot', namespace: 'shop' }, ADA],
  });
});

test('a role that nobody has makes no binding', () => {
  const { apps, shop } = aSituation();
  new Role(shop, 'observer', PODS);
  expect(resourcesOf(apps, 'kubernetes_role_binding_v1')).toEqual([]);
});

test('a cluster role is granted everywhere, or in one namespace', () => {
  const { apps, shop, ada } = aSituation();
  new ClusterRole(apps, 'observer', PODS).grantTo(Subject.group('auditors')).grantIn(shop, ada);
  const { address, attributes } = resourceOf(apps, 'kubernetes_cluster_role_v1');
  const role_ref = {
    api_group: 'rbac.authorization.k8s.io',
    kind: 'ClusterRole',
    name: `\${${address}.metadata[0].name}`,
  };
  expect(attributes.metadata).toEqual({ name: 'observer' });
  expect(resourceOf(apps, 'kubernetes_cluster_role_binding_v1').attributes).toEqual({
    metadata: { name: 'observer' },
    role_ref,
    subject: [{ ...ADA, kind: 'Group', name: 'auditors' }],
  });
  expect(resourceOf(apps, 'kubernetes_role_binding_v1').attributes).toMatchObject({
    metadata: { name: 'observer', namespace: 'shop' },
    role_ref,
    subject: [ADA],
  });
});

test('a cluster role that changes things is warned about when it is granted everywhere', () => {
  const { apps, shop, ada } = aSituation();
  const role = new ClusterRole(apps, 'releaser', {
    rules: [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['patch'] }],
  });
  role.grantIn(shop, ada);
  expect(warningsIn(role)).toEqual([]);
  role.grantTo(ada).grantTo(Subject.group('releasers'));
  expect(warningsIn(role)).toEqual([
    { path: 'shop-apps/releaser', text: expect.stringContaining('[rbac-everywhere]') },
  ]);
});

test('nobody, a name for somebody, and a namespace of another cluster are refused', () => {
  const { apps, shop, ada } = aSituation();
  const role = new Role(shop, 'observer', PODS);
  expect(problemsOf(() => role.grantTo())).toMatchObject([{ code: 'list-empty', path: 'shop-apps/shop/observer' }]);
  expect(problemsOf(() => role.grantTo('ada' as never))).toMatchObject([{ code: 'type-invalid' }]);
  const cluster = new ClusterRole(apps, 'observer', PODS);
  const elsewhere = new Namespace(aWorkplace().apps, 'elsewhere');
  expect(problemsOf(() => cluster.grantIn(elsewhere, ada))).toMatchObject([{ code: 'choice-conflict' }]);
});

test.each<[string, unknown, object]>([
  ['no rules', {}, { code: 'value-missing' }],
  ['rules of Kubernetes', { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] }, { code: 'rbac-wildcard' }],
  ['a rule with a typo', { rules: [{ resource: ['pods'], verbs: ['get'] }] }, { code: 'prop-unknown' }],
  ['a name with a colon', { ...PODS, name: 'cs:dev' }, { code: 'kubernetes-name' }],
])('%s are refused', (_, props, problem) => {
  const { apps, shop } = aSituation();
  expect(problemsOf(() => new Role(shop, 'r', props as RoleProps))[0]).toMatchObject(problem);
  expect(problemsOf(() => new ClusterRole(apps, 'r', props as RoleProps))[0]).toMatchObject(problem);
});
