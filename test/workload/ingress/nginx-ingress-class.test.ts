import { Password } from '@cdktf/provider-random/lib/password';
import { Testing } from 'cdktf';
import { ClassicLoadBalancer } from '../../../lib/balancer/classic-load-balancer';
import { ServiceBalancer } from '../../../lib/balancer/service-balancer';
import { warningsIn } from '../../../lib/core/warnings';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { practicesOf } from '../../../lib/testing/practices';
import { resourceOf, resourcesOf } from '../../../lib/testing/look-up';
import { synthesized } from '../../../lib/testing/synthesized';
import { Ingress } from '../../../lib/workload/ingress/ingress';
import { IngressTls } from '../../../lib/workload/ingress/ingress-choices';
import { IngressNodes } from '../../../lib/workload/ingress/ingress-nodes';
import { NginxIngressClass } from '../../../lib/workload/ingress/nginx-ingress-class';
import type { NginxIngressClassProps } from '../../../lib/workload/ingress/nginx-ingress-class-props';
import { problemsOf } from '../../support/problems';
import { aWebService } from '../a-web-service';
import { FLANNEL } from '../a-workplace';
import type { Situation } from '../../cluster/a-cluster';

const IMAGE = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/ingress-nginx/controller:v1.15.1';
const TYPES = ['ecs.g7.xlarge', 'ecs.g8i.xlarge'];

/** The web service `web`, nodes for nginx, and the class `nginx` on them. */
function aClass(props: Partial<NginxIngressClassProps> = {}, situation: Situation = {}, size = 3) {
  const made = aWebService({}, situation);
  made.cluster.addNodePool('ingress', { instanceTypes: TYPES, size, ...IngressNodes.pool() });
  const nginx = new NginxIngressClass(made.apps, 'nginx', {
    image: IMAGE,
    balancer: ServiceBalancer.network({ network: made.network }),
    nodes: IngressNodes.dedicated(),
    ...props,
  });
  return { ...made, nginx };
}

const deploymentOf = (apps: WorkloadStack) =>
  resourcesOf(apps, 'kubernetes_deployment_v1')
    .map(({ attributes }) => attributes)
    .find(({ metadata }) => metadata.name === 'controller')!;

const podOf = (apps: WorkloadStack) => deploymentOf(apps).spec.template.spec;

const argumentsOf = (apps: WorkloadStack): string[] => podOf(apps).container[0].args;

describe('a class on nginx', () => {
  test('says at every synth that upstream has ended', () => {
    const { nginx } = aClass();
    expect(warningsIn(nginx).map(({ text }) => text)).toEqual([
      expect.stringMatching(/last fixes in March 2026.*AlbIngressClass.*\[ingress-nginx-ended\]$/),
    ]);
  });

  test('is served by two Pods on nodes of their own, apart from each other, and by one at least while nodes are emptied', () => {
    const { apps } = aClass();
    const pod = podOf(apps);
    expect(deploymentOf(apps).spec.replicas).toBe('2');
    expect(pod.node_selector).toEqual({ 'alicloud-constructs.io/nodes': 'ingress' });
    expect(pod.toleration).toEqual([
      { key: 'alicloud-constructs.io/nodes', operator: 'Equal', value: 'ingress', effect: 'NoSchedule' },
    ]);
    expect(pod.affinity.pod_anti_affinity).toBeDefined();
    expect(pod.topology_spread_constraint[0].topology_key).toBe('topology.kubernetes.io/zone');
    const budgets = resourcesOf(apps, 'kubernetes_pod_disruption_budget_v1').map(({ attributes }) => attributes);
    expect(budgets.find(({ metadata }) => metadata.name === 'controller')!.spec).toMatchObject({
      max_unavailable: '10%',
    });
  });

  test('has Pods without rights to listen or to become somebody else', () => {
    const { apps } = aClass();
    const [container] = podOf(apps).container;
    expect(container.security_context).toMatchObject({
      allow_privilege_escalation: false,
      run_as_non_root: true,
      run_as_user: '101',
      // The binary asks for it; with nothing of it left it would not start.
      capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
    });
    expect(argumentsOf(apps)).toEqual(expect.arrayContaining(['--http-port=8080', '--https-port=8443']));
  });

  test('ends requests that have begun when a Pod goes', () => {
    const { apps } = aClass();
    expect(podOf(apps).termination_grace_period_seconds).toBe(300);
    expect(podOf(apps).container[0].lifecycle.pre_stop).toEqual([{ exec: { command: ['/wait-shutdown'] } }]);
    expect(argumentsOf(apps)).toContain('--shutdown-grace-period=30');
  });

  test('lets Ingresses bring no code, and speaks TLS 1.2 and 1.3', () => {
    const { apps } = aClass({ settings: { 'use-gzip': 'true' } });
    expect(resourceOf(apps, 'kubernetes_config_map_v1').attributes.data).toEqual({
      'allow-cross-namespace-resources': 'false',
      'allow-snippet-annotations': 'false',
      'annotations-risk-level': 'High',
      'ssl-protocols': 'TLSv1.2 TLSv1.3',
      'strict-validate-path-type': 'true',
      'use-gzip': 'true',
    });
  });

  test('has no admission webhook, which was the way into the controller', () => {
    const { apps } = aClass();
    expect(argumentsOf(apps).join()).not.toContain('webhook');
    const ports = resourcesOf(apps, 'kubernetes_service_v1').flatMap(({ attributes }) => attributes.spec.port);
    expect(new Set(ports.map(({ port }: { port: number }) => port))).toEqual(new Set([80, 443, 8080, 8443, 10254]));
  });

  test('is a class of its own: a second controller does not serve its Ingresses', () => {
    const { apps } = aClass();
    expect(resourceOf(apps, 'kubernetes_ingress_class_v1').attributes).toMatchObject({
      metadata: { name: 'nginx' },
      spec: { controller: 'k8s.io/ingress-nginx' },
    });
    expect(argumentsOf(apps)).toEqual(
      expect.arrayContaining([
        '--ingress-class=nginx',
        '--controller-class=k8s.io/ingress-nginx',
        '--election-id=nginx-leader',
        '--configmap=ingress-nginx/config',
        '--publish-service=ingress-nginx/controller-balancer',
      ]),
    );
  });

  test('may see what Ingresses lead to, and write nothing but their addresses and events', () => {
    const { apps } = aClass();
    const rules = resourceOf(apps, 'kubernetes_cluster_role_v1').attributes.rule as {
      resources: string[];
      verbs: string[];
    }[];
    const writes = rules.filter(({ verbs }) => verbs.some((verb) => !['get', 'list', 'watch'].includes(verb)));
    expect(writes.map(({ resources, verbs }) => [resources, verbs])).toEqual([
      [['events'], ['create', 'patch']],
      [['ingresses/status'], ['update']],
    ]);
    expect(podOf(apps).automount_service_account_token).toBe(true);
    expect(podOf(apps).service_account_name).toMatch(/kubernetes_service_account_v1\.nginx_namespace_nginx_\w+/);
  });

  test('starts after its rights, its settings and its Service, without which it ends at once', () => {
    const { apps } = aClass();
    const before = deploymentOf(apps).depends_on.join();
    ['cluster_role_binding', 'role_binding', 'config_map', 'service'].forEach((type) =>
      expect(before).toContain(`kubernetes_${type}_v1.`),
    );
  });

  test('is given a certificate that only Terraform knows, for Ingresses that bring none', () => {
    const made = aWebService();
    const [certificate, key] = ['certificate', 'key'].map((id) => new Password(made.apps, id, { length: 32 }).result);
    const nginx = new NginxIngressClass(made.apps, 'nginx', {
      image: IMAGE,
      balancer: ServiceBalancer.classic({ network: made.network }),
      nodes: IngressNodes.shared('a test'),
      certificate: { certificate: certificate!, key: key! },
    });
    expect(resourceOf(made.apps, 'kubernetes_secret_v1').attributes).toMatchObject({
      type: 'kubernetes.io/tls',
      data: { 'tls.crt': expect.stringContaining('sensitive('), 'tls.key': expect.stringContaining('sensitive(') },
    });
    expect(argumentsOf(made.apps)).toContain('--default-ssl-certificate=ingress-nginx/certificate');
    expect(nginx.listeners.map(({ certified }) => certified)).toEqual([false, true]);
  });

  test('stands behind a balancer of Terraform’s as well as behind one of its own', () => {
    const made = aWebService();
    const front = new ClassicLoadBalancer(made.stack, 'front', { network: made.network, drainSeconds: 60 });
    const nginx = new NginxIngressClass(made.apps, 'nginx', {
      image: IMAGE,
      balancer: front,
      nodes: IngressNodes.shared('a test'),
    });
    const service = resourcesOf(made.apps, 'kubernetes_service_v1').find(
      ({ attributes }) => attributes.spec.type === 'LoadBalancer',
    )!.attributes;
    expect(service.spec.port.map(({ port, target_port }: Record<string, unknown>) => [port, target_port])).toEqual([
      [80, '8080'],
      [443, '8443'],
    ]);
    expect(nginx.scheme).toBe('intranet');
    // It answers on for as long as its balancer lets connections go on.
    expect(argumentsOf(made.apps)).toContain('--shutdown-grace-period=60');
  });

  test('follows the practice for Ingress controllers', () => {
    const { apps } = aClass();
    expect(practicesOf(apps).findings.filter(({ practice }) => practice === 'ingress-own-nodes')).toEqual([]);
  });
});

test('an Ingress of the class lets nginx reach its Pods in a namespace that shuts others out', () => {
  const { apps, namespace, web, nginx } = aClass();
  new Ingress(namespace, 'site', {
    class: nginx,
    routes: [{ host: 'www.example.com', to: web }],
    tls: IngressTls.none('a test'),
  });
  const policies = resourcesOf(apps, 'kubernetes_network_policy_v1').map(({ attributes }) => attributes);
  const [from] = policies.filter(({ metadata }) => metadata.namespace === 'shop' && metadata.name.includes('from'));
  expect(from!.spec.ingress[0]).toMatchObject({
    from: [
      {
        namespace_selector: { match_labels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } },
        pod_selector: { match_labels: { 'app.kubernetes.io/name': 'controller' } },
      },
    ],
    ports: [{ port: '8080', protocol: 'TCP' }],
  });
});

describe('on Serverless', () => {
  function onServerless(props: Partial<NginxIngressClassProps> = {}) {
    const app = Testing.app();
    const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
    const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
    const cluster = new ServerlessCluster(cloud, 'cluster', { network });
    const apps = new WorkloadStack(app, 'shop-apps', { cluster });
    const balancer = ServiceBalancer.network({ network });
    return { apps, nginx: new NginxIngressClass(apps, 'nginx', { image: IMAGE, balancer, ...props }) };
  }

  test('each Pod is an instance of its own, so there are no nodes to choose', () => {
    const { apps } = onServerless();
    expect(podOf(apps)).not.toHaveProperty('node_selector');
    expect(() => synthesized(apps)).not.toThrow();
  });

  test('nodes are refused', () => {
    expect(problemsOf(() => onServerless({ nodes: IngressNodes.dedicated() }))).toEqual([
      expect.objectContaining({ code: 'ingress-nodes', fix: 'leave nodes out' }),
    ]);
  });
});

test('with Flannel, where ALB reaches no Pod, nginx serves', () => {
  const { apps } = aClass({}, FLANNEL);
  expect(() => synthesized(apps)).not.toThrow();
});

describe('refused', () => {
  test.each<[string, object, string]>([
    ['one Pod', { replicas: 1 }, 'ingress-replicas'],
    ['half a Pod', { replicas: 2.5 }, 'number-invalid'],
    ['no nodes', { nodes: undefined }, 'ingress-nodes'],
    ['shared nodes without a reason', { nodes: { kind: 'shared' } }, 'value-missing'],
    [
      'nodes that nothing keeps others from',
      { nodes: IngressNodes.dedicated({ labels: { a: 'b' }, taints: [] }) },
      'ingress-nodes',
    ],
    [
      'a label that Kubernetes refuses',
      { nodes: IngressNodes.dedicated({ labels: { 'a b': 'c' }, taints: IngressNodes.pool().taints }) },
      'label-invalid',
    ],
    [
      'a taint that is none',
      { nodes: IngressNodes.dedicated({ labels: { a: 'b' }, taints: [null as never] }) },
      'type-invalid',
    ],
    ['snippets', { settings: { 'allow-snippet-annotations': 'true' } }, 'ingress-annotation'],
    ['code in the settings', { settings: { 'http-snippet': 'lua' } }, 'ingress-annotation'],
    ['a balancer that is none', { balancer: 'slb' }, 'type-invalid'],
    ['no image', { image: undefined }, 'value-missing'],
    ['an image without a version', { image: 'acme/controller' }, 'image-untagged'],
    ['a name that Kubernetes refuses', { name: 'NGINX' }, 'kubernetes-name'],
    ['a prop that there is not', { snippets: true }, 'prop-unknown'],
  ])('%s', (_title, props, code) => {
    const [problem] = problemsOf(() => aClass(props));
    expect(problem).toMatchObject({ code });
  });

  test('nodes that no pool of the cluster has, when the tree is finished', () => {
    const { apps } = aClass({
      nodes: IngressNodes.dedicated({ labels: { role: 'edge' }, taints: [{ key: 'role', effect: 'NoSchedule' }] }),
    });
    const [problem] = problemsOf(() => synthesized(apps));
    expect(problem).toMatchObject({ code: 'ingress-nodes', path: 'shop-apps/nginx' });
    expect(problem!.fix).toContain('...IngressNodes.pool()');
  });

  test('fewer nodes than Pods, when the tree is finished', () => {
    const { apps } = aClass({ replicas: 4 }, {}, 3);
    expect(problemsOf(() => synthesized(apps))).toEqual([
      expect.objectContaining({ code: 'ingress-nodes', fix: 'write size: 4, over two zones' }),
    ]);
  });
});
