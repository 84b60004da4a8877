import { App, TerraformOutput } from 'cdktf';
import { ControlPlane } from '../../lib/cluster/control-plane';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../lib/cluster/serverless-cluster';
import { Addon } from '../../lib/cluster/addons/addon';
import { Adopt } from '../../lib/core/adoption/adopt-parts';
import type { ICluster } from '../../lib/core/cluster';
import { warningsIn } from '../../lib/core/warnings';
import { AlertContacts } from '../../lib/monitoring/alert-contacts';
import { ManagedPrometheus } from '../../lib/monitoring/managed-prometheus';
import type { ManagedPrometheusProps } from '../../lib/monitoring/managed-prometheus-props';
import type { OwnPrometheusRule } from '../../lib/monitoring/prometheus-rule';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { billOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { problemsOf } from '../support/problems';
import { aCluster, aNetwork, aServerlessCluster, aStack, someContacts } from './support';

type Asked = Partial<ManagedPrometheusProps>;

const aPlace = (props: Asked = {}, make: (stack: CloudStack) => ICluster = aCluster, stack = aStack()) => {
  const cluster = make(stack);
  const prometheus = new ManagedPrometheus(stack, 'prometheus', { cluster, contacts: someContacts(stack), ...props });
  return { stack, cluster, prometheus };
};
const rulesOf = (stack: CloudStack) => resourcesOf(stack, 'alicloud_arms_prometheus_alert_rule');
const namesOf = (stack: CloudStack) =>
  rulesOf(stack)
    .map(({ attributes }) => attributes.prometheus_alert_rule_name.replace('shop-prometheus--', ''))
    .sort();
const ruleOf = (stack: CloudStack, name: string) =>
  rulesOf(stack).find(({ attributes }) => attributes.prometheus_alert_rule_name === `shop-prometheus--${name}`)!
    .attributes;
const wrong = (props: unknown, make?: (stack: CloudStack) => ICluster) =>
  problemsOf(() => aPlace(props as Asked, make));

const WORKLOADS = [
  'autoscaler-at-max',
  'deployment-unavailable',
  'job-failed',
  'metrics-missing',
  'pod-crash-looping',
  'pod-out-of-memory',
  'pod-pending',
  'stateful-set-unavailable',
];
/** What the kubelet and the agents of nodes measure. */
const NODES = ['node-cpu', 'node-disk', 'node-memory', 'node-not-ready', 'volume-full'];

test('the cluster gets what measures it, and every rule waits for it', () => {
  const { stack } = aPlace();
  const agent = resourceOf(stack, 'alicloud_cs_kubernetes_addon');
  expect(agent.attributes.name).toBe('arms-prometheus');
  expect(rulesOf(stack).map(({ attributes }) => attributes.depends_on)).toEqual(
    rulesOf(stack).map(() => [agent.address]),
  );
});

test('the component is installed once, whoever asked before', () => {
  const { stack } = aPlace({}, (at) => {
    const cluster = aCluster(at);
    cluster.addAddon(Addon.prometheus());
    return cluster;
  });
  expect(resourcesOf(stack, 'alicloud_cs_kubernetes_addon')).toHaveLength(1);
});

test('a managed Pro cluster is watched in its nodes, its workloads and its control plane', () => {
  const { stack } = aPlace();
  expect(namesOf(stack)).toEqual([...WORKLOADS, ...NODES, 'api-server-errors'].sort());
});

test('the control plane of a basic cluster is not measured, so nothing watches it', () => {
  const { stack } = aPlace(
    {},
    (at) => new ManagedCluster(at, 'cluster', { network: aNetwork(at), controlPlane: ControlPlane.basic() }),
  );
  expect(namesOf(stack)).not.toContain('api-server-errors');
});

test('Serverless has no nodes, and no rules about what only they measure', () => {
  const { stack } = aPlace({}, aServerlessCluster);
  expect(namesOf(stack)).toEqual(WORKLOADS);
  expect(wrong({ rules: { volumeFull: { threshold: 90 } } }, aServerlessCluster)).toMatchObject([
    { code: 'prometheus-rule', value: 'volumeFull', fix: 'leave it out' },
  ]);
});

test('errors of the API server can be watched from half a percent on', () => {
  const { stack } = aPlace({ rules: { apiServerErrors: { threshold: 0.5 } } });
  expect(ruleOf(stack, 'api-server-errors').expression).toMatch(/ > 0\.5$/);
});

test('a Job that failed is told of for an hour, not for as long as it is kept', () => {
  const { stack } = aPlace({ namespaces: ['shop'] });
  const failed = 'max by (namespace, job_name) (kube_job_status_failed{namespace=~"shop"}';
  expect(ruleOf(stack, 'job-failed').expression).toBe(
    `${failed}) > 0 unless on (namespace, job_name) ${failed} offset 1h) > 0`,
  );
});

test('a rule is about the instance of the cluster, and goes to the people by a policy', () => {
  const { stack } = aPlace();
  const cluster = resourceOf(stack, 'alicloud_cs_managed_kubernetes').address;
  const policy = resourceOf(stack, 'alicloud_arms_dispatch_rule').address;
  expect(ruleOf(stack, 'node-cpu')).toMatchObject({
    cluster_id: `\${${cluster}.id}`,
    expression: '100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m]))) > 85',
    duration: '15',
    message: '节点 {{$labels.instance}} 的 CPU 使用率达到 {{$value}}%',
    labels: [{ name: 'severity', value: 'warning' }],
    notify_type: 'DISPATCH_RULE',
    dispatch_rule_id: `\${${policy}.id}`,
  });
});

test('the policy takes the alerts of these rules alone, at any hour, and tells when it is over', () => {
  const { stack } = aPlace({ repeatMinutes: 30, tellRecovery: false });
  const group = resourceOf(stack, 'alicloud_arms_alert_contact_group').address;
  expect(resourceOf(stack, 'alicloud_arms_dispatch_rule').attributes).toEqual({
    dispatch_rule_name: 'shop-prometheus',
    dispatch_type: 'CREATE_ALERT',
    is_recover: false,
    group_rules: [{ group_wait_time: 30, group_interval: 60, repeat_interval: 1800, grouping_fields: ['alertname'] }],
    label_match_expression_grid: [
      {
        label_match_expression_groups: [
          {
            label_match_expressions: [
              { key: '_aliyun_arms_alert_name', operator: 're', value: '^shop-prometheus--.*' },
            ],
          },
        ],
      },
    ],
    notify_rules: [
      {
        notify_objects: [
          {
            notify_object_id: `\${${group}.id}`,
            name: `\${${group}.alert_contact_group_name}`,
            notify_type: 'ARMS_CONTACT_GROUP',
          },
        ],
        notify_channels: ['email'],
        notify_start_time: '00:00',
        notify_end_time: '23:59',
      },
    ],
  });
});

test('without contacts alerts are seen in the console alone, and a warning says so', () => {
  const { stack } = aPlace({ contacts: undefined });
  expect(ruleOf(stack, 'pod-pending')).toMatchObject({ notify_type: 'ALERT_MANAGER' });
  expect(ruleOf(stack, 'pod-pending')).not.toHaveProperty('dispatch_rule_id');
  expect(resourcesOf(stack, 'alicloud_arms_dispatch_rule')).toEqual([]);
  expect(warningsIn(stack)).toContainEqual({
    path: 'shop/prometheus',
    text: expect.stringMatching(/\[alerts-unheard\]$/),
  });
});

test('contacts that exist are told', () => {
  const stack = aStack();
  const contacts = AlertContacts.fromAttributes(stack, 'ops', { armsGroup: { id: '17', name: 'ops' } });
  aPlace({ contacts }, aServerlessCluster, stack);
  const [{ notify_objects: told }] = resourceOf(stack, 'alicloud_arms_dispatch_rule').attributes.notify_rules;
  expect(told).toEqual([{ notify_object_id: '17', name: 'ops', notify_type: 'ARMS_CONTACT_GROUP' }]);
  expect(billOf(stack)).not.toContain('alicloud_arms_alert_contact_group x1');
});

test('a rule is changed or left out', () => {
  const { stack } = aPlace({
    rules: { nodeCpu: { threshold: 95, forMinutes: 30, severity: 'critical' }, jobFailed: false },
  });
  expect(ruleOf(stack, 'node-cpu')).toMatchObject({
    expression: expect.stringMatching(/ > 95$/),
    duration: '30',
    labels: [{ name: 'severity', value: 'critical' }],
  });
  expect(namesOf(stack)).not.toContain('job-failed');
});

test('the rules about workloads watch the namespaces that are named', () => {
  const { stack } = aPlace({ namespaces: ['shop', 'blog'] });
  expect(ruleOf(stack, 'pod-pending').expression).toBe(
    'max by (namespace, pod) (kube_pod_status_phase{phase="Pending",namespace=~"blog|shop"}) >= 1',
  );
  expect(ruleOf(stack, 'node-not-ready').expression).not.toContain('namespace=~');
  const { stack: all } = aPlace();
  expect(ruleOf(all, 'job-failed').expression).toContain('namespace!=""');
});

test('a second one of a cluster leaves the rules about the cluster itself to the first', () => {
  const { stack } = aPlace({ clusterRules: false });
  expect(namesOf(stack)).toEqual([...WORKLOADS.filter((name) => name !== 'metrics-missing'), 'volume-full']);
});

test('two of one cluster tell their own people of their own namespaces', () => {
  const { stack, cluster } = aPlace({ namespaces: ['shop'] });
  const others = new AlertContacts(stack, 'others', { people: { ada: { email: 'ada@example.com' } } });
  new ManagedPrometheus(stack, 'blog', { cluster, contacts: others, namespaces: ['blog'], clusterRules: false });
  const taken = resourcesOf(stack, 'alicloud_arms_dispatch_rule').map(
    ({ attributes }) =>
      attributes.label_match_expression_grid[0].label_match_expression_groups[0].label_match_expressions[0].value,
  );
  expect(taken).toEqual(['^shop-blog--.*', '^shop-prometheus--.*']);
  expect(resourcesOf(stack, 'alicloud_cs_kubernetes_addon')).toHaveLength(1);
});

test('accounts of the international site read English, unless it is said otherwise', () => {
  const message = (props: Asked) => {
    const { stack } = aPlace(props, aServerlessCluster, aStack('shop', 'intl'));
    return ruleOf(stack, 'pod-pending').message;
  };
  expect(message({})).toBe('Pod {{$labels.namespace}}/{{$labels.pod}} does not start');
  expect(message({ language: 'zh' })).toBe('Pod {{$labels.namespace}}/{{$labels.pod}} 长时间未能启动');
});

test('a rule of one’s own is beside the others', () => {
  const { stack, prometheus } = aPlace();
  prometheus.addRule('many-errors', {
    expression: 'sum(rate(http_requests_total{namespace="shop",code=~"5.."}[5m])) > 1',
    message: 'The shop fails {{$value}} requests a second',
    severity: 'critical',
  });
  expect(ruleOf(stack, 'many-errors')).toMatchObject({
    expression: 'sum(rate(http_requests_total{namespace="shop",code=~"5.."}[5m])) > 1',
    duration: '5',
    labels: [{ name: 'severity', value: 'critical' }],
    notify_type: 'DISPATCH_RULE',
  });
});

test('an imported cluster is taken at its word', () => {
  const imported = (addons: readonly string[]) => (at: CloudStack) =>
    ServerlessCluster.fromAttributes(at, 'cluster', {
      clusterId: 'c0123456789abcdef0123456789abcdef',
      network: aNetwork(at),
      addons,
    } as never);
  const { stack } = aPlace({}, imported(['managed-arms-prometheus']));
  expect(billOf(stack)).not.toContain('alicloud_cs_kubernetes_addon x1');
  expect(rulesOf(stack)[0]!.attributes).not.toHaveProperty('depends_on');
  expect(wrong({}, imported(['coredns']))).toMatchObject([{ code: 'addon-missing' }]);
});

test('rules and a policy that exist are taken over; what an import does not read is left alone', () => {
  const { stack, prometheus } = aPlace();
  const instance = 'c0123456789abcdef0123456789abcdef';
  Adopt.parts(prometheus, { 'rule-job-failed': `${instance}:4711`, dispatch: '17' });
  expect(synthesized(stack).import).toEqual([
    { id: '17', to: expect.stringMatching(/^alicloud_arms_dispatch_rule\./) },
    { id: `${instance}:4711`, to: expect.stringMatching(/^alicloud_arms_prometheus_alert_rule\..*job-failed/) },
  ]);
  const { lifecycle } = resourceOf(stack, 'alicloud_arms_dispatch_rule').attributes;
  expect(lifecycle.ignore_changes).toEqual(['dispatch_type', 'is_recover']);
});

test('the monitoring can stand in another stack than the cluster', () => {
  const app = new App();
  const base = new CloudStack(app, 'base', { region: 'cn-hangzhou' });
  const cluster = aCluster(base);
  const { stack } = aPlace({ cluster }, () => cluster, aStack('shop', undefined, app));
  new TerraformOutput(base, 'cluster-id', { value: cluster.clusterId });
  expect(rulesOf(stack)[0]!.attributes).not.toHaveProperty('depends_on');
  expect(synthesized(base).resource).toHaveProperty('alicloud_cs_kubernetes_addon');
});

test.each<[string, unknown, string, unknown]>([
  ['a rule that there is not', { rules: { nodeCpus: false } }, 'prop-unknown', 'nodeCpus'],
  ['a threshold beyond all', { rules: { nodeCpu: { threshold: 120 } } }, 'prometheus-rule', 120],
  ['a threshold as a fraction', { rules: { nodeCpu: { threshold: 0.9 } } }, 'prometheus-rule', 0.9],
  ['a threshold of a rule without one', { rules: { jobFailed: { threshold: 3 } } }, 'prometheus-rule', 3],
  ['no minute', { rules: { nodeCpu: { forMinutes: 0 } } }, 'number-invalid', 0],
  ['another severity', { rules: { nodeCpu: { severity: 'P1' } } }, 'choice-invalid', 'P1'],
  ['no namespace', { namespaces: [] }, 'list-empty', []],
  ['a namespace twice', { namespaces: ['a', 'a'] }, 'list-duplicate', 'a'],
  ['a namespace that is none', { namespaces: ['A'] }, 'kubernetes-name', 'A'],
  ['a minute of rest', { repeatMinutes: 1 }, 'number-invalid', 1],
  ['another language', { language: 'fr' }, 'choice-invalid', 'fr'],
  ['no cluster', { cluster: undefined }, 'value-missing', undefined],
])('%s is refused', (_, props, code, value) => {
  expect(wrong(props)).toMatchObject([{ code, path: 'shop/prometheus', value }]);
});

test('a rule about nodes is refused where there are none, and leaving it out is not', () => {
  expect(wrong({ rules: { nodeCpu: { threshold: 90 } } }, aServerlessCluster)).toMatchObject([
    { code: 'prometheus-rule', value: 'nodeCpu' },
  ]);
  expect(() => aPlace({ rules: { nodeCpu: false } }, aServerlessCluster)).not.toThrow();
});

test.each<[string, string, Partial<OwnPrometheusRule>, string]>([
  ['a name with capitals', 'ManyErrors', {}, 'name-invalid'],
  ['a name that is taken', 'node-cpu', {}, 'id-duplicate'],
  ['no expression', 'a', { expression: ' ' }, 'prometheus-rule'],
  ['an open bracket', 'a', { expression: 'sum(rate(x[5m]) > 1' }, 'prometheus-rule'],
  ['an open quote', 'a', { expression: 'x{a="b} > 1' }, 'prometheus-rule'],
  ['no message', 'a', { message: '' }, 'prometheus-rule'],
  ['two days', 'a', { forMinutes: 2880 }, 'number-invalid'],
])('a rule with %s is refused', (_, name, change, code) => {
  const { prometheus } = aPlace();
  const rule = { expression: 'up == 0', message: 'down', ...change };
  expect(problemsOf(() => prometheus.addRule(name, rule))).toMatchObject([{ code }]);
});

test('rules of two stacks that a policy could not tell apart are refused', () => {
  const app = new App();
  const [shop, abroad] = [aStack('shop', undefined, app), aStack('shop-eu', undefined, app)];
  const one = aCluster(shop);
  new ManagedPrometheus(shop, 'eu-prometheus', { cluster: one });
  new ManagedPrometheus(abroad, 'prometheus', { cluster: aCluster(abroad) });
  new ManagedPrometheus(shop, 'eu-prometheus--more', { cluster: one, clusterRules: false });
  expect(
    problemsOf(() => synthesized(shop))
      .map(({ code, path }) => `${code} ${path}`)
      .sort(),
  ).toEqual(['account-name-taken shop-eu/prometheus', 'account-name-taken shop/eu-prometheus--more']);
});

test('a cluster of another region is refused: its rules would be looked for where it is not', () => {
  const stack = aStack();
  const far = new CloudStack(stack.node.root as App, 'far', { region: 'cn-beijing' });
  const made = () => new ManagedPrometheus(far, 'prometheus', { cluster: aCluster(stack) });
  expect(problemsOf(made)).toMatchObject([{ code: 'region-other', path: 'far/prometheus', value: 'cn-hangzhou' }]);
});
