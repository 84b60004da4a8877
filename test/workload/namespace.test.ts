import type { ICluster } from '../../lib/core/cluster';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../lib/cluster/serverless-cluster';
import { VirtualNode } from '../../lib/cluster/nodes/virtual-node';
import { warningsIn } from '../../lib/core/warnings';
import type { IWorkload, PodPort, PodSource } from '../../lib/core/workload';
import { SecurityGroup } from '../../lib/network/security-group';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { Isolation } from '../../lib/workload/isolation';
import { Namespace } from '../../lib/workload/namespace';
import type { NamespaceProps } from '../../lib/workload/namespace-props';
import { Placement } from '../../lib/workload/placement';
import { problemsOf } from '../support/problems';
import { aWorkplace, BASIC, FLANNEL, withVirtualNode } from './a-workplace';

const LEVELS = { 'pod-security.kubernetes.io/enforce': 'baseline', 'pod-security.kubernetes.io/warn': 'restricted' };

/** The policies of a stack, by name. */
const policiesOf = (apps: WorkloadStack) =>
  Object.fromEntries(
    resourcesOf(apps, 'kubernetes_network_policy_v1').map(({ attributes: { metadata, spec } }) => [
      `${metadata.namespace.startsWith('$') ? '' : `${metadata.namespace}/`}${metadata.name}`,
      spec,
    ]),
  );

const addonsOf = (stack: Parameters<typeof resourcesOf>[0]) =>
  resourcesOf(stack, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name);

test('a namespace has a Pod Security level, a default size and a policy that shuts others out', () => {
  const { apps } = aWorkplace();
  new Namespace(apps, 'shop');
  expect(resourceOf(apps, 'kubernetes_namespace_v1').attributes).toEqual({
    metadata: { name: 'shop', labels: LEVELS },
    wait_for_default_service_account: true,
    timeouts: { delete: '15m' },
  });
  expect(resourceOf(apps, 'kubernetes_limit_range_v1').attributes.spec).toEqual({
    limit: [
      {
        type: 'Container',
        default: { cpu: '1', memory: '1Gi' },
        default_request: { cpu: '100m', memory: '128Mi' },
      },
    ],
  });
  expect(policiesOf(apps)).toEqual({
    namespace: { pod_selector: {}, policy_types: ['Ingress'], ingress: [{ from: [{ pod_selector: {} }] }] },
  });
  expect(resourcesOf(apps, 'kubernetes_resource_quota_v1')).toEqual([]);
});

test('a quota has the names that Kubernetes has for it, and belongs to the namespace', () => {
  const { apps } = aWorkplace();
  new Namespace(apps, 'shop', {
    quota: {
      requests: { cpu: '20', memory: '40Gi', ephemeralStorage: '200Gi' },
      limits: { cpu: '40' },
      pods: 100,
      loadBalancers: 0,
      claims: 5,
      storage: '500Gi',
      objects: { 'count/jobs.batch': '20' },
    },
  });
  const { metadata, spec } = resourceOf(apps, 'kubernetes_resource_quota_v1').attributes;
  expect(metadata.namespace).toMatch(/^\$\{kubernetes_namespace_v1\.shop_\w+\.metadata\[0\]\.name\}$/);
  expect(spec.hard).toEqual({
    'count/jobs.batch': '20',
    'limits.cpu': '40',
    persistentvolumeclaims: '5',
    pods: '100',
    'requests.cpu': '20',
    'requests.ephemeral-storage': '200Gi',
    'requests.memory': '40Gi',
    'requests.storage': '500Gi',
    'services.loadbalancers': '0',
  });
});

test('what is created in it waits for the namespace, its bounds, its policy and what the cluster needs first', () => {
  const { apps } = aWorkplace(withVirtualNode());
  const space = new Namespace(apps, 'shop', { quota: { pods: 10 } });
  const types = space.ready.map((one) => (one as { terraformResourceType?: string }).terraformResourceType);
  expect(types).toEqual([
    'kubernetes_namespace_v1',
    'kubernetes_resource_quota_v1',
    'kubernetes_limit_range_v1',
    'kubernetes_network_policy_v1',
    'kubernetes_config_map_v1_data',
  ]);
});

test('containers can have other defaults, complete and spelled as the API server would, or none', () => {
  const { apps } = aWorkplace();
  const limits = { requests: { cpu: '0.25' }, limits: { cpu: '1000m' }, max: { memory: '4096Mi' } };
  new Namespace(apps, 'a', { containerDefaults: limits });
  new Namespace(apps, 'b', { containerDefaults: 'none' });
  expect(resourceOf(apps, 'kubernetes_limit_range_v1').attributes.spec.limit).toEqual([
    {
      type: 'Container',
      default: { cpu: '1', memory: '4Gi' },
      default_request: { cpu: '250m', memory: '4Gi' },
      max: { memory: '4Gi' },
    },
  ]);
});

describe('labels', () => {
  test('come from props, from whoever needs one, and stand sorted', () => {
    const { apps } = aWorkplace();
    const space = new Namespace(apps, 'shop', { labels: { team: 'shop' }, annotations: { owner: 'a' } });
    space.addLabel('istio-injection', 'enabled');
    space.addLabel('istio-injection', 'enabled');
    const { metadata } = resourceOf(apps, 'kubernetes_namespace_v1').attributes;
    expect(Object.entries(metadata.labels)).toEqual([
      ['istio-injection', 'enabled'],
      ...Object.entries(LEVELS),
      ['team', 'shop'],
    ]);
    expect(metadata.annotations).toEqual({ owner: 'a' });
  });

  test('do not send Pods to ECI past everything that is known of the namespace', () => {
    const { apps } = aWorkplace();
    const space = new Namespace(apps, 'shop');
    expect(problemsOf(() => space.addLabel('alibabacloud.com/eci', 'true'))).toMatchObject([
      { code: 'namespace-conflict', fix: expect.stringContaining('Placement.everythingOnEci()') },
    ]);
  });

  test('of an existing namespace are added to it, and it is never created', () => {
    const { apps } = aWorkplace();
    const space = Namespace.fromAttributes(apps, 'system', { name: 'kube-system' });
    space.addLabel('b', '2');
    space.addLabel('a', '1');
    expect(resourceOf(apps, 'kubernetes_labels').attributes).toEqual({
      api_version: 'v1',
      kind: 'Namespace',
      metadata: { name: 'kube-system' },
      labels: { a: '1', b: '2' },
    });
    expect(resourcesOf(apps, 'kubernetes_namespace_v1')).toEqual([]);
  });

  test.each(['made', 'existing'])('of a %s namespace have one value each', (how) => {
    const { apps } = aWorkplace();
    const space =
      how === 'made' ? new Namespace(apps, 'x') : Namespace.fromAttributes(apps, 'x', { name: 'kube-system' });
    space.addLabel('tier', 'a');
    expect(problemsOf(() => space.addLabel('tier', 'b'))).toMatchObject([{ code: 'namespace-conflict', value: 'b' }]);
    expect(problemsOf(() => space.addLabel('tier!', 'a'))).toMatchObject([{ code: 'label-invalid' }]);
  });
});

describe('isolation', () => {
  test('of both directions leaves the way to names and to the own namespace', () => {
    const { apps } = aWorkplace();
    new Namespace(apps, 'shop', { isolation: Isolation.denyAll() });
    expect(policiesOf(apps).namespace).toEqual({
      pod_selector: {},
      policy_types: ['Ingress', 'Egress'],
      ingress: [{ from: [{ pod_selector: {} }] }],
      egress: [
        { to: [{ pod_selector: {} }] },
        {
          ports: [
            { port: '53', protocol: 'UDP' },
            { port: '53', protocol: 'TCP' },
          ],
          to: [
            {
              namespace_selector: { match_labels: { 'kubernetes.io/metadata.name': 'kube-system' } },
              pod_selector: { match_labels: { 'k8s-app': 'kube-dns' } },
            },
            { ip_block: { cidr: '169.254.20.10/32' } },
            { ip_block: { cidr: '100.100.2.136/30' } },
          ],
        },
      ],
    });
  });

  test('is left out by default where nothing enforces it, and refused when asked for', () => {
    const { apps, cluster } = aWorkplace(FLANNEL);
    new Namespace(apps, 'a');
    expect(policiesOf(apps)).toEqual({});
    const [problem] = problemsOf(() => new Namespace(apps, 'b', { isolation: Isolation.denyIngress() }));
    expect(problem).toMatchObject({ code: 'network-policy-engine', value: 'deny-ingress' });
    expect(problem!.what).toContain(cluster.node.path);
    expect(problem!.what).toContain('Flannel has no network policies');
    expect(problem!.fix).toContain('PodNetwork.terway()');
  });

  test('is refused on Terway whose policies are off, with another edit', () => {
    const { apps } = aWorkplace({ networkPolicies: false });
    const [problem] = problemsOf(() => new Namespace(apps, 'b', { isolation: Isolation.denyAll() }));
    expect(problem!.fix).toContain('networkPolicies: true');
  });

  test('reaches Pods on ECI by a component of its own, which the cluster then gets', () => {
    const { apps, stack } = aWorkplace(withVirtualNode());
    new Namespace(apps, 'shop');
    new Namespace(apps, 'more');
    expect(addonsOf(stack).filter((name) => name === 'poseidon')).toEqual(['poseidon']);
    expect(Object.keys(policiesOf(apps))).toHaveLength(1);
  });

  test('nobody asked for is said to stop at the nodes of an existing cluster without that component', () => {
    const { stack, network } = aWorkplace();
    const attributes = {
      clusterId: `c${'0'.repeat(32)}`,
      network,
      networkPolicies: true,
      addons: ['ack-virtual-node'],
    };
    const cluster = ManagedCluster.fromAttributes(stack, 'existing', {
      ...attributes,
      securityGroup: SecurityGroup.fromAttributes(stack, 'group', {
        securityGroupId: 'sg-1',
        type: 'enterprise',
        ranges: ['10.0.0.0/8'],
      }),
    });
    VirtualNode.fromAttributes(stack, 'virtual-node', { cluster });
    const apps = new WorkloadStack(stack.node.root as never, 'more', { cluster });
    new Namespace(apps, 'a');
    expect(warningsIn(apps).map(({ text }) => text)).toEqual([expect.stringContaining('the cluster does not have')]);
    const asked = () => new Namespace(apps, 'b', { isolation: Isolation.denyIngress() });
    expect(problemsOf(asked)).toMatchObject([{ code: 'addon-missing' }]);
  });

  test('of a namespace that is open needs no component', () => {
    const { apps, stack } = aWorkplace(withVirtualNode());
    new Namespace(apps, 'shop', { isolation: Isolation.open() });
    expect(addonsOf(stack)).not.toContain('poseidon');
  });

  test('of a Basic cluster is said to stop at its nodes', () => {
    const { apps, stack } = aWorkplace(withVirtualNode(BASIC));
    new Namespace(apps, 'shop');
    expect(warningsIn(apps).map(({ text }) => text)).toEqual([expect.stringContaining('[network-policy-eci]')]);
    expect(addonsOf(stack)).not.toContain('poseidon');
    const all = { placement: Placement.everythingOnEci(), isolation: Isolation.denyIngress() };
    expect(problemsOf(() => new Namespace(apps, 'all', all))).toMatchObject([{ code: 'network-policy-engine' }]);
  });
});

describe('everything on ECI', () => {
  test('is a label of the namespace', () => {
    const { apps } = aWorkplace(withVirtualNode());
    const space = new Namespace(apps, 'burst', { placement: Placement.everythingOnEci() });
    expect(space.everythingOnEci).toBe(true);
    expect(resourceOf(apps, 'kubernetes_namespace_v1').attributes.metadata.labels).toEqual({
      'alibabacloud.com/eci': 'true',
      ...LEVELS,
    });
  });

  test('is refused without a virtual node: its Pods would wait for ever', () => {
    const { apps } = aWorkplace();
    const [problem] = problemsOf(() => new Namespace(apps, 'burst', { placement: Placement.everythingOnEci() }));
    expect(problem).toMatchObject({ code: 'everything-on-eci', value: 'everything-on-eci' });
    expect(problem!.fix).toContain('cluster.addVirtualNode()');
  });

  test('is refused on Serverless, where every Pod is on ECI', () => {
    const { apps } = aServerlessWorkplace();
    const [problem] = problemsOf(() => new Namespace(apps, 'burst', { placement: Placement.everythingOnEci() }));
    expect(problem).toMatchObject({ code: 'everything-on-eci' });
    expect(problem!.fix).toBe('leave placement out');
  });
});

function aServerlessWorkplace() {
  const { stack, network } = aWorkplace();
  const cluster = new ServerlessCluster(stack, 'serverless', { network });
  return { stack, apps: new WorkloadStack(stack.node.root as never, 'serverless-apps', { cluster }) };
}

test('on Serverless isolation is by the component, when asked for', () => {
  const { apps, stack } = aServerlessWorkplace();
  new Namespace(apps, 'a', { isolation: Isolation.denyIngress() });
  expect(Object.keys(policiesOf(apps))).toEqual(['namespace']);
  expect(addonsOf(stack)).toContain('poseidon');
});

describe('traffic', () => {
  const workload = (namespace: Namespace, id = 'web') =>
    ({ ...fake(namespace, id), node: { path: `${namespace.node.path}/${id}` } }) as unknown as IWorkload;
  const fake = (namespace: Namespace, id: string) => ({
    namespace,
    cluster: namespace.cluster,
    workloadName: id,
    selector: { 'app.kubernetes.io/name': id },
    after: () => undefined,
  });

  function spaces(shop: NamespaceProps = {}, front: NamespaceProps = {}) {
    const made = aWorkplace();
    return { ...made, shop: new Namespace(made.apps, 'shop', shop), front: new Namespace(made.apps, 'front', front) };
  }

  test('from another namespace is let in on a port', () => {
    const { apps, shop, front } = spaces();
    shop.allowFrom(front, 8080);
    shop.allowFrom(front, 8080);
    expect(policiesOf(apps)['shop/from-front-tcp-8080']).toEqual({
      pod_selector: {},
      policy_types: ['Ingress'],
      ingress: [
        {
          from: [{ namespace_selector: { match_labels: { 'kubernetes.io/metadata.name': 'front' } } }],
          ports: [{ port: '8080', protocol: 'TCP' }],
        },
      ],
    });
    expect(resourcesOf(apps, 'kubernetes_network_policy_v1')).toHaveLength(3);
  });

  test('from a workload to a workload names both by their Pods', () => {
    const { apps, shop, front } = spaces();
    shop.allowFrom(workload(front), { port: 53, protocol: 'UDP' }, workload(shop, 'dns'));
    const spec = policiesOf(apps)['shop/dns-from-front-web-udp-53'];
    expect(spec.pod_selector).toEqual({ match_labels: { 'app.kubernetes.io/name': 'dns' } });
    expect(spec.ingress[0].from).toEqual([
      {
        namespace_selector: { match_labels: { 'kubernetes.io/metadata.name': 'front' } },
        pod_selector: { match_labels: { 'app.kubernetes.io/name': 'web' } },
      },
    ]);
  });

  test('is let out as well where the source lets nothing out', () => {
    const { apps, shop, front } = spaces({}, { isolation: Isolation.denyAll() });
    shop.allowFrom(front, 8080);
    expect(policiesOf(apps)['front/to-shop-tcp-8080']).toEqual({
      pod_selector: {},
      policy_types: ['Egress'],
      egress: [
        {
          to: [{ namespace_selector: { match_labels: { 'kubernetes.io/metadata.name': 'shop' } } }],
          ports: [{ port: '8080', protocol: 'TCP' }],
        },
      ],
    });
  });

  test('to a database is let out by its range, and to other Pods on both sides', () => {
    const { apps, shop, front } = spaces({}, { isolation: Isolation.denyAll() });
    front.allowTo('10.0.64.0/20', 3306);
    front.allowTo(workload(shop), 80);
    front.allowTo(shop, 81);
    expect(Object.keys(policiesOf(apps)).sort()).toEqual([
      'front/to-10-0-64-0-20-tcp-3306',
      'front/to-shop-tcp-81',
      'front/to-shop-web-tcp-80',
      'namespace',
      'shop/from-front-tcp-81',
      'shop/web-from-front-tcp-80',
    ]);
  });

  test('into an open namespace needs no policy, which would shut out all others', () => {
    const { apps, shop, front } = spaces({ isolation: Isolation.open() });
    shop.allowFrom(front, 8080);
    shop.allowFrom('0.0.0.0/0', 443);
    shop.allowTo('10.0.0.0/8', 443);
    expect(resourcesOf(apps, 'kubernetes_network_policy_v1')).toHaveLength(1);
  });

  test('into an existing namespace needs to know what that denies', () => {
    const { apps, front } = spaces();
    const unknown = Namespace.fromAttributes(apps, 'a', { name: 'a' });
    const isolated = Namespace.fromAttributes(apps, 'b', { name: 'b', isolation: Isolation.denyIngress() });
    expect(problemsOf(() => unknown.allowFrom(front, 80))).toMatchObject([{ code: 'network-policy-unknown' }]);
    isolated.allowFrom(front, 80);
    expect(policiesOf(apps)).toHaveProperty(['b/from-front-tcp-80']);
  });

  test('from another cluster is refused: a policy knows Pods of its own only', () => {
    const { shop, stack, network } = spaces();
    const cluster: ICluster = new ManagedCluster(stack, 'second', { network });
    const apps = new WorkloadStack(stack.node.root as never, 'second-apps', { cluster });
    expect(problemsOf(() => shop.allowFrom(new Namespace(apps, 'far'), 80))).toMatchObject([
      { code: 'network-policy-cluster', value: 'shop/second' },
    ]);
  });

  test.each<[PodSource | undefined, PodPort, string]>([
    ['10.0.0.1/8', 80, 'cidr-host-bits'],
    ['everywhere', 80, 'cidr-invalid'],
    ['10.0.0.0/8', 0, 'number-invalid'],
    ['10.0.0.0/8', 65_536, 'number-invalid'],
    ['10.0.0.0/8', undefined as never, 'number-invalid'],
    ['10.0.0.0/8', { port: 80, protocol: 'HTTP' as never }, 'choice-invalid'],
    ['${TfToken[TOKEN.1]}', 80, 'type-invalid'],
  ])('from %j on port %j is refused with %s', (source, port, code) => {
    const { shop } = spaces();
    expect(problemsOf(() => shop.allowFrom(source!, port)).map((problem) => problem.code)).toEqual([code]);
  });

  test('to a workload of another namespace is refused, with the one to ask', () => {
    const { shop, front } = spaces();
    expect(problemsOf(() => shop.allowFrom('10.0.0.0/8', 80, workload(front)))).toMatchObject([
      { code: 'choice-conflict', fix: 'call allowFrom of the namespace "shop-apps/front"' },
    ]);
  });
});

test('two namespaces of one name in one cluster are refused, in whichever stacks they are', () => {
  const { apps, cluster } = aWorkplace();
  const others = new WorkloadStack(apps.node.root as never, 'other-apps', { cluster });
  new Namespace(apps, 'shop');
  new Namespace(others, 'web', { name: 'shop' });
  expect(problemsOf(() => synthesized(apps))).toMatchObject([
    { code: 'namespace-duplicate', path: 'other-apps/web', value: 'shop' },
  ]);
});

test.each<[NamespaceProps | object, string]>([
  [{ name: 'Shop' }, 'kubernetes-name'],
  [{ name: 'kube-system' }, 'namespace-exists'],
  [{ labels: { 'a b': 'c' } }, 'label-invalid'],
  [{ labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } }, 'namespace-conflict'],
  [{ labels: { 'alibabacloud.com/eci': 'true' } }, 'namespace-conflict'],
  [{ annotations: { 'a b': 'c' } }, 'label-invalid'],
  [{ annotations: { 'k8s.aliyun.com/eci-use-specs': '2-4Gi' } }, 'eci-unused'],
  [{ annotations: { 'alibabacloud.com/burst-resource': 'eci' } }, 'eci-unused'],
  [{ podSecurity: 'strict' }, 'choice-invalid'],
  [{ quota: {} }, 'value-missing'],
  [{ quota: { requests: { cpu: 'many' } } }, 'quantity-invalid'],
  [{ quota: { pods: 0 } }, 'number-invalid'],
  [{ quota: { storage: '1TB' } }, 'quantity-invalid'],
  [{ quota: { objects: { 'count/jobs.batch': 20 } } }, 'quantity-invalid'],
  [{ quota: { requests: { cpu: '50m' } } }, 'quota-too-small'],
  [{ quota: { limits: { memory: '512Mi' } } }, 'quota-too-small'],
  [{ quota: { cpu: '2' } }, 'prop-unknown'],
  [{ containerDefaults: { requests: { cpu: '2' }, limits: { cpu: '1' } } }, 'limit-below-request'],
  [{ containerDefaults: { limits: { cpu: '2' }, max: { cpu: '1' } } }, 'limit-below-request'],
  [{ containerDefaults: { limits: { memory: 1024 } } }, 'quantity-invalid'],
  [{ containerDefaults: 'some' }, 'type-invalid'],
  [{ isolation: 'deny-ingress' }, 'choice-invalid'],
  [{ isolation: { kind: 'deny-egress' } }, 'choice-invalid'],
  [{ placement: true }, 'choice-invalid'],
  [{ labls: {} }, 'prop-unknown'],
])('%j is refused with %s', (props, code) => {
  const { apps } = aWorkplace();
  expect(problemsOf(() => new Namespace(apps, 'shop', props)).map((problem) => problem.code)).toEqual([code]);
});

test.each([
  [{}, 'value-missing'],
  [{ name: 'My Space' }, 'kubernetes-name'],
  [{ name: 'a', podSecurity: 'none' }, 'choice-invalid'],
  [{ name: 'a', everythingOnEci: 'yes' }, 'type-invalid'],
])('an existing namespace %j is refused with %s', (attributes, code) => {
  const { apps } = aWorkplace();
  const act = () => Namespace.fromAttributes(apps, 'shop', attributes as { name: string });
  expect(problemsOf(act).map((problem) => problem.code)).toEqual([code]);
});
