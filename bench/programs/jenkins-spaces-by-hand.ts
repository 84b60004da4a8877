/** The namespaces of Jenkins with their bounds, and who may what in them, by hand with L1 classes. */
import { LimitRangeV1 } from '@cdktf/provider-kubernetes/lib/limit-range-v1';
import { NamespaceV1 } from '@cdktf/provider-kubernetes/lib/namespace-v1';
import { NetworkPolicyV1 } from '@cdktf/provider-kubernetes/lib/network-policy-v1';
import { ResourceQuotaV1 } from '@cdktf/provider-kubernetes/lib/resource-quota-v1';
import { RoleBindingV1 } from '@cdktf/provider-kubernetes/lib/role-binding-v1';
import { RoleV1, type RoleV1Rule } from '@cdktf/provider-kubernetes/lib/role-v1';
import { ServiceAccountV1 } from '@cdktf/provider-kubernetes/lib/service-account-v1';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

/** A namespace, and what objects in it wait for. */
export interface JenkinsSpace {
  readonly scope: Construct;
  readonly name: string;
  readonly ready: ITerraformDependable[];
}

const BUILDS = (pods: number, vcpu: number, gib: number) => {
  const [cpu, memory] = [String(pods * vcpu), `${pods * gib}Gi`];
  return {
    pods: String(pods),
    'requests.cpu': cpu,
    'requests.memory': memory,
    'limits.cpu': cpu,
    'limits.memory': memory,
    'services.loadbalancers': '0',
    persistentvolumeclaims: '0',
  };
};
const OPEN = { pods: '100', 'requests.cpu': '64', 'requests.memory': '128Gi', 'services.loadbalancers': '5' };
const HOME = { pods: '4', 'requests.cpu': '6', 'requests.memory': '13Gi', 'services.loadbalancers': '1' };

function space(
  apps: Construct,
  profile: ITerraformDependable,
  ask: { readonly name: string; readonly hard: Record<string, string>; readonly labels?: Record<string, string> },
): JenkinsSpace {
  const scope = new Construct(apps, ask.name.replace('jenkins-', ''));
  const namespace = new NamespaceV1(scope, 'namespace', {
    metadata: {
      name: ask.name,
      labels: {
        ...ask.labels,
        'pod-security.kubernetes.io/enforce': 'baseline',
        'pod-security.kubernetes.io/warn': 'restricted',
      },
    },
    waitForDefaultServiceAccount: true,
    timeouts: { delete: '15m' },
  });
  const metadata = { name: 'namespace', namespace: namespace.metadata.name };
  const quota = new ResourceQuotaV1(scope, 'quota', { metadata, spec: { hard: ask.hard } });
  const limit = {
    type: 'Container',
    default: { cpu: '1', memory: '1Gi' },
    defaultRequest: { cpu: '100m', memory: '128Mi' },
  };
  const limits = new LimitRangeV1(scope, 'limits', { metadata, spec: { limit: [limit] } });
  const isolation = new NetworkPolicyV1(scope, 'isolation', {
    metadata,
    spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: {} }] }] },
  });
  return { scope, name: ask.name, ready: [namespace, quota, limits, isolation, profile] };
}

/** Lets the Pods of a namespace reach those of another one, or some of them. */
export function letIn(
  { scope, name: namespace, ready }: JenkinsSpace,
  { from, slug = '', to = {} }: { readonly from: JenkinsSpace; readonly slug?: string; readonly to?: object },
): NetworkPolicyV1 {
  // Of the stack's constructs, as the library calls them.
  const source = from.name.replace('jenkins-', '');
  const labels = { 'kubernetes.io/metadata.name': from.name };
  return new NetworkPolicyV1(scope, `from-${source}`, {
    metadata: { name: `${slug}from-${source}-tcp-8080`, namespace },
    spec: {
      podSelector: to,
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [{ namespaceSelector: { matchLabels: labels } }],
          ports: [{ port: '8080', protocol: 'TCP' }],
        },
      ],
    },
    dependsOn: ready,
  });
}

function account(
  { scope, name: namespace, ready }: JenkinsSpace,
  name: string,
  token: boolean,
  annotations?: Record<string, string>,
): ServiceAccountV1 {
  return new ServiceAccountV1(scope, `account-${name}`, {
    metadata: { name, namespace, annotations },
    automountServiceAccountToken: token,
    dependsOn: ready,
    lifecycle: { ignoreChanges: ['image_pull_secret'] },
  });
}

function role(
  { scope, name: namespace, ready }: JenkinsSpace,
  name: string,
  rule: RoleV1Rule[],
  who: { readonly name: string; readonly namespace: string },
): void {
  const made = new RoleV1(scope, `role-${name}`, { metadata: { name, namespace }, rule, dependsOn: ready });
  new RoleBindingV1(scope, `binding-${name}`, {
    metadata: { name, namespace },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: made.metadata.name },
    subject: [{ kind: 'ServiceAccount', ...who }],
  });
}

const LOOK = ['get', 'list', 'watch'];
const PODS: RoleV1Rule[] = [
  { apiGroups: [''], resources: ['pods'], verbs: [...LOOK, 'create', 'delete'] },
  { apiGroups: [''], resources: ['pods/exec'], verbs: ['create', 'get'] },
  { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
  { apiGroups: [''], resources: ['events'], verbs: LOOK },
];
const LOCK: RoleV1Rule[] = [
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'] },
  {
    apiGroups: ['coordination.k8s.io'],
    resources: ['leases'],
    resourceNames: ['controller'],
    verbs: ['get', 'update'],
  },
];
const DEPLOY: RoleV1Rule[] = [
  { apiGroups: ['apps'], resources: ['deployments', 'statefulsets'], verbs: [...LOOK, 'patch'] },
  { apiGroups: ['apps'], resources: ['controllerrevisions', 'replicasets'], verbs: LOOK },
  { apiGroups: [''], resources: ['events', 'pods'], verbs: LOOK },
  { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
];

/** Five namespaces, six accounts, five roles; answers where the controller runs, who it is, and who makes releases. */
export function jenkinsSpaces(apps: Construct, profile: ITerraformDependable, pusher: string) {
  const home = space(apps, profile, { name: 'jenkins', hard: HOME });
  const agents = space(apps, profile, {
    name: 'jenkins-agents',
    hard: BUILDS(20, 4, 8),
    labels: { 'pod-identity.alibabacloud.com/injection': 'on' },
  });
  const release = space(apps, profile, { name: 'jenkins-release', hard: BUILDS(4, 2, 4) });
  const test = space(apps, profile, { name: 'test', hard: OPEN });
  const production = space(apps, profile, { name: 'production', hard: OPEN });
  const controller = account(home, 'controller', true);
  const releaser = account(home, 'releaser', false);
  account(agents, 'plain', false);
  account(agents, 'builder', false, { 'pod-identity.alibabacloud.com/role-name': pusher });
  account(agents, 'test-deployer', true);
  account(release, 'deployer', true);
  const who = (name: string, namespace: string) => ({ name, namespace });
  role(home, 'lock', LOCK, who('controller', 'jenkins'));
  role(agents, 'agents', PODS, who('controller', 'jenkins'));
  role(release, 'releases', PODS, who('releaser', 'jenkins'));
  role(test, 'jenkins-deployer', DEPLOY, who('test-deployer', 'jenkins-agents'));
  role(production, 'jenkins-deployer', DEPLOY, who('deployer', 'jenkins-release'));
  letIn(test, { from: agents });
  letIn(production, { from: release });
  return { home, agents, release, controller, releaser };
}
