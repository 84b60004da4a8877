import { warningsIn } from '../../../lib/core/warnings';
import { RamRole } from '../../../lib/security/ram-role';
import { RamUser } from '../../../lib/security/ram-user';
import { billOf, resourceOf, resourcesOf } from '../../../lib/testing';
import { May, type DutyData } from '../../../lib/workload/access/duty';
import { ServiceAccount } from '../../../lib/workload/access/service-account';
import { Subject } from '../../../lib/workload/access/subject';
import { Team, type TeamProps } from '../../../lib/workload/access/team';
import { Namespace } from '../../../lib/workload/namespace';
import { problemsOf } from '../../support/problems';
import { aWorkplace } from '../a-workplace';
import { ADA, aSituation } from './a-team';

function aTeam(may: DutyData, props: Partial<TeamProps> = {}) {
  const made = aSituation();
  const team = new Team(made.apps, 'payments', {
    members: [made.ada],
    namespaces: [made.shop, made.blog],
    may,
    ...props,
  });
  return { ...made, team };
}

const rulesOf = (may: DutyData): readonly Record<string, readonly string[]>[] =>
  resourcesOf(aTeam(may).apps, 'kubernetes_role_v1')[0]!.attributes.rule;

/** Whether rules allow something. */
const allowed = (rules: ReturnType<typeof rulesOf>, group: string, resource: string, verb: string) =>
  rules.some(
    ({ api_groups, resources, verbs }) =>
      api_groups!.includes(group) && resources!.includes(resource) && verbs!.includes(verb),
  );

test('a team that looks is bound to the role of Kubernetes, once in each namespace', () => {
  const { apps } = aTeam(May.view());
  expect(billOf(apps)).not.toContainEqual(expect.stringContaining('kubernetes_role_v1'));
  const bindings = resourcesOf(apps, 'kubernetes_role_binding_v1').map(({ attributes }) => attributes);
  expect(bindings).toEqual(
    ['blog', 'shop'].map((namespace) => ({
      metadata: { name: 'payments', namespace },
      role_ref: { api_group: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
      subject: [ADA],
      depends_on: expect.arrayContaining([expect.stringContaining(`kubernetes_namespace_v1.${namespace}`)]),
    })),
  );
});

test('administrators of namespaces have the role of Kubernetes, too', () => {
  const { apps } = aTeam(May.admin());
  expect(resourcesOf(apps, 'kubernetes_role_binding_v1')[0]!.attributes.role_ref.name).toBe('admin');
});

test('who deploys changes workloads and what leads to them', () => {
  const rules = rulesOf(May.deploy());
  for (const [group, resource] of [
    ['apps', 'deployments'],
    ['apps', 'deployments/scale'],
    ['batch', 'cronjobs'],
    ['autoscaling', 'horizontalpodautoscalers'],
    ['networking.k8s.io', 'ingresses'],
    ['policy', 'poddisruptionbudgets'],
    ['', 'services'],
    ['', 'configmaps'],
  ] as const) {
    expect([resource, allowed(rules, group, resource, 'patch')]).toEqual([resource, true]);
  }
  expect(allowed(rules, '', 'pods/log', 'get')).toBe(true);
});

test('who deploys sees no Secret, opens no shell, and changes neither rights nor bounds', () => {
  const rules = rulesOf(May.deploy());
  for (const [group, resource, verb] of [
    ['', 'secrets', 'get'],
    ['', 'pods/exec', 'create'],
    ['', 'serviceaccounts/token', 'create'],
    ['', 'resourcequotas', 'update'],
    ['networking.k8s.io', 'networkpolicies', 'update'],
    ['rbac.authorization.k8s.io', 'roles', 'create'],
  ] as const) {
    expect([resource, allowed(rules, group, resource, verb)]).toEqual([resource, false]);
  }
  expect(JSON.stringify(rules)).not.toContain('*');
});

test('Secrets and shells are there when asked for', () => {
  const rules = rulesOf(May.deploy({ secrets: true, shell: true }));
  expect(allowed(rules, '', 'secrets', 'update')).toBe(true);
  expect(allowed(rules, '', 'pods/exec', 'create') && allowed(rules, '', 'pods/exec', 'get')).toBe(true);
});

test('rules of one’s own become a role in each namespace, bound by reference', () => {
  const { apps } = aTeam(
    May.rules([{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'patch'], names: ['web'] }]),
  );
  const roles = resourcesOf(apps, 'kubernetes_role_v1');
  expect(roles.map(({ attributes }) => attributes.metadata)).toEqual([
    { name: 'payments', namespace: 'blog' },
    { name: 'payments', namespace: 'shop' },
  ]);
  expect(roles[0]!.attributes.rule).toEqual([
    { api_groups: ['apps'], resources: ['deployments'], verbs: ['get', 'patch'], resource_names: ['web'] },
  ]);
  expect(resourcesOf(apps, 'kubernetes_role_binding_v1').map(({ attributes }) => attributes.role_ref)).toEqual(
    roles.map(({ address }) => ({
      api_group: 'rbac.authorization.k8s.io',
      kind: 'Role',
      name: `\${${address}.metadata[0].name}`,
    })),
  );
});

test('RAM users and roles are known by their ids, service accounts by namespace and name', () => {
  const made = aSituation();
  const account = new ServiceAccount(made.shop, 'robot');
  const role = RamRole.fromAttributes(made.stack, 'ci', { roleName: 'acme-ci', roleId: '300123456789012345' });
  const members = [made.ada, role, account, Subject.group('developers'), Subject.user('jane'), made.ada];
  new Team(made.apps, 'payments', { members, namespaces: [made.shop], may: May.view() });
  expect(resourceOf(made.apps, 'kubernetes_role_binding_v1').attributes.subject).toEqual([
    ADA,
    { ...ADA, name: '300123456789012345' },
    { kind: 'ServiceAccount', name: 'robot', namespace: 'shop' },
    { ...ADA, kind: 'Group', name: 'developers' },
    { ...ADA, name: 'jane' },
  ]);
});

test('a user that the cloud stack makes is known by the id that it gets there', () => {
  const made = aSituation();
  const ci = new RamUser(made.stack, 'ci');
  new Team(made.apps, 'robots', { members: [ci], namespaces: [made.shop], may: May.deploy() });
  expect(resourceOf(made.apps, 'kubernetes_role_binding_v1').attributes.subject[0].name).toMatch(
    /^\$\{data\.terraform_remote_state\./,
  );
});

test('a team of the whole cluster is bound once, and warned about when it changes things', () => {
  const { apps, team } = aTeam(May.view(), { namespaces: 'all', name: 'auditors' });
  expect(team.teamName).toBe('auditors');
  expect(resourceOf(apps, 'kubernetes_cluster_role_binding_v1').attributes).toEqual({
    metadata: { name: 'auditors' },
    role_ref: { api_group: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
    subject: [ADA],
  });
  const warningsOf = (may: DutyData) => warningsIn(aTeam(may, { namespaces: 'all' }).team).map(({ text }) => text);
  expect(warningsOf(May.view())).toEqual([]);
  expect(warningsOf(May.deploy())).toEqual([expect.stringContaining('[rbac-everywhere]')]);
  expect(warningsOf(May.rules([{ resources: ['nodes'], verbs: ['list'] }]))).toEqual([]);
  expect(warningsOf(May.rules([{ resources: ['nodes'], verbs: ['patch'] }]))).toEqual([
    expect.stringContaining('[rbac-everywhere]'),
  ]);
});

test('rules that show every Secret are warned about', () => {
  const { team } = aTeam(May.rules([{ resources: ['secrets'], verbs: ['list'] }]));
  expect(warningsIn(team)).toEqual([{ path: 'shop-apps/payments', text: expect.stringContaining('[rbac-secrets]') }]);
  const one = aTeam(May.rules([{ resources: ['secrets'], verbs: ['get'], names: ['tls'] }]));
  expect(warningsIn(one.team)).toEqual([]);
});

test.each<[string, Partial<Record<keyof TeamProps, unknown>>, object]>([
  ['nobody', { members: [] }, { code: 'list-empty' }],
  ['a member that is a name', { members: ['ada'] }, { code: 'type-invalid' }],
  ['those who may do everything anyway', { members: [Subject.group('system:masters')] }, { code: 'rbac-subject' }],
  ['everybody', { members: [Subject.group('system:authenticated')] }, { code: 'rbac-subject' }],
  ['those who do not say who they are', { members: [Subject.user('system:anonymous')] }, { code: 'rbac-subject' }],
  ['a service account as a user', { members: [Subject.user('system:serviceaccount:a:b')] }, { code: 'rbac-subject' }],
  ['a blank name', { members: [Subject.user(' ')] }, { code: 'rbac-subject' }],
  ['no namespace', { namespaces: [] }, { code: 'list-empty' }],
  ['a namespace that is a name', { namespaces: ['shop'] }, { code: 'type-invalid' }],
  ['a duty of Kubernetes', { may: 'edit' }, { code: 'choice-invalid' }],
  ['no rule', { may: May.rules([]) }, { code: 'list-empty' }],
  ['a rule without a verb', { may: May.rules([{ resources: ['pods'], verbs: [] }]) }, { code: 'list-empty' }],
  ['every verb', { may: { kind: 'rules', rules: [{ resources: ['pods'], verbs: ['*'] }] } }, { code: 'rbac-wildcard' }],
  ['every resource', { may: May.rules([{ resources: ['*'], verbs: ['get'] }]) }, { code: 'rbac-wildcard' }],
  [
    'every part of a resource',
    { may: May.rules([{ resources: ['pods/*'], verbs: ['get'] }]) },
    { code: 'rbac-wildcard', value: 'pods/*' },
  ],
  [
    'every group',
    { may: May.rules([{ apiGroups: ['*'], resources: ['pods'], verbs: ['get'] }]) },
    { code: 'rbac-wildcard', fix: 'name the groups' },
  ],
  ...['bind', 'escalate', 'impersonate'].map((verb): [string, Partial<Record<keyof TeamProps, unknown>>, object] => [
    `the verb ${verb}`,
    { may: { kind: 'rules', rules: [{ resources: ['clusterroles'], verbs: [verb] }] } },
    { code: 'rbac-escalation', value: verb },
  ]),
  [
    'tokens of other accounts',
    { may: May.rules([{ resources: ['serviceaccounts/token'], verbs: ['create'] }]) },
    { code: 'rbac-escalation' },
  ],
  [
    'nodes by their back door',
    { may: May.rules([{ resources: ['nodes/proxy'], verbs: ['get'] }]) },
    { code: 'rbac-escalation' },
  ],
  [
    'a name for a list',
    { may: May.rules([{ resources: ['secrets'], verbs: ['list'], names: ['tls'] }]) },
    { code: 'rbac-names', fix: 'put list into a rule without names' },
  ],
  [
    'a verb of HTTP',
    { may: { kind: 'rules', rules: [{ resources: ['pods'], verbs: ['post'] }] } },
    { code: 'choice-invalid', value: 'post' },
  ],
  ['a name in upper case', { name: 'Payments' }, { code: 'kubernetes-name' }],
])('%s is refused', (_, props, problem) => {
  expect(problemsOf(() => aTeam(May.view(), props as Partial<TeamProps>))).toMatchObject([
    { path: 'shop-apps/payments', ...problem },
  ]);
});

test('a namespace twice, or of another cluster, is refused', () => {
  const made = aSituation();
  const elsewhere = new Namespace(aWorkplace().apps, 'elsewhere');
  const namespaces = [made.shop, made.shop, elsewhere];
  const act = () => new Team(made.apps, 'payments', { members: [made.ada], namespaces, may: May.view() });
  expect(problemsOf(act)).toMatchObject([
    { code: 'list-duplicate', value: 'shop' },
    { code: 'choice-conflict', what: expect.stringContaining('"elsewhere"') },
  ]);
});

test('a RAM role whose id is not known is refused', () => {
  const made = aSituation();
  const role = RamRole.fromAttributes(made.stack, 'ci', { roleName: 'acme-ci' });
  const act = () => new Team(made.apps, 'robots', { members: [role], namespaces: [made.shop], may: May.view() });
  expect(problemsOf(act)).toMatchObject([{ code: 'value-missing', fix: expect.stringContaining('roleId') }]);
});

test('a team outside of a workload stack is refused', () => {
  const { stack, ada } = aSituation();
  const act = () => new Team(stack, 'payments', { members: [ada], namespaces: 'all', may: May.view() });
  expect(problemsOf(act)).toMatchObject([{ code: 'no-workload-stack' }]);
});
