import { type App, Fn, TerraformOutput } from 'cdktf';
import { ControlPlane, type BasicPlane } from '../../lib/cluster/control-plane';
import { ServerlessCluster } from '../../lib/cluster/serverless-cluster';
import { warningsIn } from '../../lib/core/warnings';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { hclOf, kubernetesObjectsOf, resourceOf, resourcesOf } from '../../lib/testing';
import { Disruption } from '../../lib/workload/disruption';
import { Isolation } from '../../lib/workload/isolation';
import { Namespace } from '../../lib/workload/namespace';
import { Placement } from '../../lib/workload/placement';
import { ContainerUser } from '../../lib/workload/pod/container-user';
import { Files } from '../../lib/workload/pod/files';
import { Probe } from '../../lib/workload/pod/probe';
import { Shutdown } from '../../lib/workload/pod/shutdown';
import { Scale } from '../../lib/workload/scaling/scale';
import { Spread } from '../../lib/workload/spread';
import { Update } from '../../lib/workload/update';
import { WebService } from '../../lib/workload/web-service';
import { aCluster, aStack } from '../cluster/a-cluster';
import { AnExistingNetwork } from '../cluster/an-existing-network';
import { findingsOn } from '../support/kubernetes-schemas/validator';
import { problemsOf } from '../support/problems';
import { aWebService, IMAGE } from './a-web-service';

const deployment = (...given: Parameters<typeof aWebService>) =>
  resourceOf(aWebService(...given).apps, 'kubernetes_deployment_v1').attributes;
const podOf = (...given: Parameters<typeof aWebService>) => deployment(...given).spec.template.spec;
const containerOf = (...given: Parameters<typeof aWebService>) => podOf(...given).container[0];

/** A web service in a namespace whose every Pod goes to ECI. */
function onEciAlone() {
  const { cluster, stack } = aCluster();
  cluster.addVirtualNode();
  const apps = new WorkloadStack(stack.node.root as App, 'shop-apps', { cluster });
  const namespace = new Namespace(apps, 'shop', { placement: Placement.everythingOnEci() });
  const requests = { cpu: '1', memory: '2Gi' };
  return { apps, web: new WebService(namespace, 'web', { image: IMAGE, port: 80, requests, scale: Scale.fixed(2) }) };
}

function onServerless(controlPlane?: BasicPlane) {
  const stack = aStack();
  const network = new AnExistingNetwork(stack);
  const cluster = new ServerlessCluster(stack, 'cluster', { network, controlPlane });
  const apps = new WorkloadStack(stack.node.root as App, 'shop-apps', { cluster });
  const requests = { cpu: '1', memory: '2Gi' };
  const web = new WebService(new Namespace(apps, 'shop'), 'web', {
    image: IMAGE,
    port: 80,
    requests,
    scale: Scale.fixed(2),
  });
  return { apps, web };
}

describe('a web service', () => {
  test('is a Deployment that Terraform waits for, twenty minutes at most, after its namespace', () => {
    const attributes = deployment();
    expect(attributes.metadata).toEqual({
      name: 'web',
      namespace: 'shop',
      labels: { 'app.kubernetes.io/managed-by': 'terraform', 'app.kubernetes.io/name': 'web' },
    });
    expect(attributes).toMatchObject({ wait_for_rollout: true, timeouts: { create: '20m', update: '20m' } });
    expect(attributes.depends_on).toEqual([
      expect.stringContaining('kubernetes_namespace_v1.'),
      expect.stringContaining('kubernetes_limit_range_v1.'),
      expect.stringContaining('kubernetes_network_policy_v1.'),
    ]);
  });

  test('starts after the policies of who reaches it and whom it reaches', () => {
    const { apps, namespace, web } = aWebService({}, {}, { isolation: Isolation.denyAll() });
    namespace.allowFrom('10.0.0.0/8', 8080, web);
    namespace.allowTo(web, 9090);
    const { depends_on: after } = resourceOf(apps, 'kubernetes_deployment_v1').attributes;
    expect(after).toContainEqual(
      expect.stringContaining('kubernetes_network_policy_v1.shop_web-from-10-0-0-0-8-tcp-8080'),
    );
    expect(after).toContainEqual(expect.stringContaining('kubernetes_network_policy_v1.shop_web-from-shop-tcp-9090'));
  });

  test('keeps a fixed number of Pods as text, which is what the provider reads', () => {
    expect(deployment().spec.replicas).toBe('3');
    expect(deployment({ scale: Scale.fixed(0) }).spec.replicas).toBe('0');
  });

  test('leaves its number of Pods to the autoscaler, so that no apply resets it', () => {
    const { spec } = deployment({ scale: Scale.onCpu({ target: 60, min: 22, max: 100 }) });
    expect(spec).not.toHaveProperty('replicas');
  });

  test('is found inside the cluster under its name', () => {
    const { apps, web } = aWebService({ servicePort: 80, ports: { metrics: 9090 } });
    expect(resourceOf(apps, 'kubernetes_service_v1').attributes).toMatchObject({
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        type: 'ClusterIP',
        selector: { 'app.kubernetes.io/name': 'web' },
        port: [
          { name: 'http', port: 80, target_port: '8080', protocol: 'TCP' },
          { name: 'metrics', port: 9090, target_port: '9090', protocol: 'TCP' },
        ],
      },
    });
    expect(web.service.hostname).toBe('web.shop.svc.cluster.local');
  });

  test('can have another name, and the name follows the path otherwise', () => {
    expect(deployment({ name: 'front' }).metadata.name).toBe('front');
    const { namespace, apps } = aWebService();
    const long = 'a-very-long-id-of-a-web-service-that-no-label-and-no-dns-name-can-hold';
    const web = new WebService(namespace, long, {
      image: IMAGE,
      port: 80,
      requests: { cpu: '1', memory: '1Gi' },
      scale: Scale.fixed(1),
    });
    expect(web.workloadName).toMatch(/^a-very-long-id.*-[0-9a-f]{8}$/);
    expect(web.workloadName.length).toBeLessThanOrEqual(63);
    expect(resourcesOf(apps, 'kubernetes_deployment_v1')).toHaveLength(2);
  });

  test('is made of objects that Kubernetes knows, to the last field', () => {
    const { apps } = aWebService({
      health: '/healthz',
      files: { '/etc/shop/shop.ini': 'a=b', '/run/secrets/key': Files.secret('key', { key: 'pem', mode: '0400' }) },
      user: ContainerUser.restricted({ uid: 10001 }),
      fsGroup: 10001,
      env: { A: { from: 'config-map', name: 'c', key: 'k', optional: true } },
      envFrom: [{ from: 'secret', name: 's', prefix: 'S_' }],
      readiness: Probe.grpc({ service: 'shop' }),
      startup: Probe.exec(['true']),
    });
    const objects = kubernetesObjectsOf(apps).filter(({ kind }) => kind !== 'Namespace');
    expect(objects.flatMap((object) => findingsOn(object).problems)).toEqual([]);
    expect(objects.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['ConfigMap', 'Deployment', 'PodDisruptionBudget', 'Service']),
    );
  });
});

describe('the loss of a zone, or of a node, does not take all Pods', () => {
  test('Pods spread evenly over zones and prefer nodes of their own, without waiting for either', () => {
    const { topology_spread_constraint, affinity } = podOf();
    const label_selector = [{ match_labels: { 'app.kubernetes.io/name': 'web' } }];
    expect(topology_spread_constraint).toEqual([
      {
        max_skew: 1,
        topology_key: 'topology.kubernetes.io/zone',
        when_unsatisfiable: 'ScheduleAnyway',
        label_selector,
      },
    ]);
    expect(affinity.pod_anti_affinity).toEqual({
      preferred_during_scheduling_ignored_during_execution: [
        { weight: 100, pod_affinity_term: { topology_key: 'kubernetes.io/hostname', label_selector } },
      ],
    });
  });

  test('where it is asked for, a Pod waits rather than make zones uneven; or nothing is asked', () => {
    expect(podOf({ spread: Spread.required() }).topology_spread_constraint[0].when_unsatisfiable).toBe('DoNotSchedule');
    expect(podOf({ spread: Spread.none() })).not.toHaveProperty('topology_spread_constraint');
    expect(podOf({ spread: Spread.none() })).not.toHaveProperty('affinity');
  });

  test('sent to ECI by their namespace there are no nodes to keep apart on, and nothing is asked', () => {
    const pod = resourceOf(onEciAlone().apps, 'kubernetes_deployment_v1').attributes.spec.template.spec;
    expect(pod).not.toHaveProperty('topology_spread_constraint');
    expect(pod).not.toHaveProperty('affinity');
  });

  test('on Serverless they spread evenly over zones, which the scheduler of Pro knows and that of Basic does not', () => {
    const pod = (controlPlane?: BasicPlane) =>
      resourceOf(onServerless(controlPlane).apps, 'kubernetes_deployment_v1').attributes.spec.template.spec;
    expect(pod().topology_spread_constraint).toMatchObject([
      { max_skew: 1, topology_key: 'topology.kubernetes.io/zone', when_unsatisfiable: 'ScheduleAnyway' },
    ]);
    expect(pod()).not.toHaveProperty('affinity');
    expect(pod(ControlPlane.basic())).not.toHaveProperty('topology_spread_constraint');
  });
});

describe('nodes can be drained, and never of all Pods at once', () => {
  const budget = (scale: Parameters<typeof aWebService>[0]) =>
    resourcesOf(aWebService(scale).apps, 'kubernetes_pod_disruption_budget_v1').map(
      ({ attributes }) => attributes.spec,
    );
  const selector = { match_labels: { 'app.kubernetes.io/name': 'web' } };

  test('a tenth of the Pods may go, at least one', () => {
    expect(budget({ scale: Scale.fixed(2) })).toEqual([{ max_unavailable: '10%', selector }]);
  });

  test('a single Pod has no budget, which would pin it to its node for ever', () => {
    expect(budget({ scale: Scale.fixed(1) })).toEqual([]);
    expect(budget({ scale: Scale.onCpu({ target: 60, min: 1, max: 9 }) })).toEqual([]);
    expect(budget({ disruption: Disruption.none() })).toEqual([]);
  });

  test('a number that stays is kept while it is below the fewest Pods', () => {
    const scale = Scale.onCpu({ target: 60, min: 4, max: 9 });
    expect(budget({ scale, disruption: Disruption.minAvailable(3) })).toEqual([{ min_available: '3', selector }]);
  });
});

describe('Pods begin and end without a lost request', () => {
  test('a new Pod gets requests when its health path answers, and is restarted when it stops answering', () => {
    const { startup_probe, readiness_probe, liveness_probe } = containerOf({ health: '/healthz' });
    const http_get = { path: '/healthz', port: '8080' };
    expect(startup_probe).toEqual({ http_get, period_seconds: 5, timeout_seconds: 3, failure_threshold: 30 });
    expect(readiness_probe).toEqual({ http_get, period_seconds: 5, timeout_seconds: 3, failure_threshold: 3 });
    expect(liveness_probe).toEqual({ http_get, period_seconds: 10, timeout_seconds: 5, failure_threshold: 6 });
  });

  test('without a health path all three look whether the port takes connections', () => {
    const container = containerOf();
    ['startup_probe', 'readiness_probe', 'liveness_probe'].forEach((probe) =>
      expect(container[probe].tcp_socket).toEqual([{ port: '8080' }]),
    );
  });

  test('each can be another, of another port, or none', () => {
    const container = containerOf({
      health: '/healthz',
      ports: { admin: 8081 },
      liveness: Probe.none(),
      startup: Probe.http('/up', { port: 8081, headers: { Host: 'shop' }, failureThreshold: 60, scheme: 'HTTPS' }),
    });
    expect(container).not.toHaveProperty('liveness_probe');
    expect(container.startup_probe).toEqual({
      http_get: { path: '/up', port: '8081', scheme: 'HTTPS', http_header: [{ name: 'Host', value: 'shop' }] },
      period_seconds: 5,
      timeout_seconds: 3,
      failure_threshold: 60,
    });
  });

  test('a Pod goes on answering for 30 seconds while balancers forget it, then has 30 seconds to end', () => {
    const pod = podOf();
    expect(pod.container[0].lifecycle).toEqual({ pre_stop: [{ exec: { command: ['sleep', '30'] } }] });
    expect(pod.termination_grace_period_seconds).toBe(60);
  });

  test('the time to be killed always covers both', () => {
    const shutdown = Shutdown.command(['nginx', '-s', 'quit'], { drainSeconds: 45, graceSeconds: 15 });
    const pod = podOf({ shutdown });
    expect(pod.container[0].lifecycle.pre_stop[0].exec.command).toEqual(['nginx', '-s', 'quit']);
    expect(pod.termination_grace_period_seconds).toBe(60);
    expect(podOf({ shutdown: Shutdown.drain({ drainSeconds: 0 }) }).container[0]).not.toHaveProperty('lifecycle');
  });

  test('an update adds Pods before it takes any', () => {
    expect(deployment().spec).toMatchObject({
      strategy: { type: 'RollingUpdate', rolling_update: { max_surge: '25%', max_unavailable: '0' } },
      min_ready_seconds: 10,
      progress_deadline_seconds: 600,
      revision_history_limit: 10,
    });
  });

  test('or ends all of them first, where two cannot run beside each other', () => {
    const { spec } = deployment({ update: Update.recreate() });
    expect(spec.strategy).toEqual({ type: 'Recreate' });
    expect(spec).not.toHaveProperty('min_ready_seconds');
  });
});

describe('what a Pod may take', () => {
  test('limits are the requests, so that it performs the same on a node and on ECI', () => {
    expect(containerOf({ requests: { cpu: '0.5', memory: '1024Mi' } }).resources).toEqual({
      requests: { cpu: '500m', memory: '1Gi' },
      limits: { cpu: '500m', memory: '1Gi' },
    });
  });

  test('a limit that is given changes that one alone', () => {
    expect(containerOf({ limits: { cpu: '2', memory: undefined } }).resources.limits).toEqual({
      cpu: '2',
      memory: '1Gi',
    });
  });
});

describe('what a Pod may do', () => {
  test('it gains no privileges, has no token for the API, and no variables of other Services', () => {
    const pod = podOf();
    expect(pod).toMatchObject({
      automount_service_account_token: false,
      enable_service_links: false,
      security_context: { seccomp_profile: { type: 'RuntimeDefault' } },
    });
    expect(pod.container[0].security_context).toEqual({ allow_privilege_escalation: false });
  });

  test('a restricted user passes the strictest level of Pod Security, sidecars included', () => {
    const user = ContainerUser.restricted({ uid: 10001, gid: 10002, keep: ['NET_BIND_SERVICE'] });
    const sidecars = [{ name: 'beside', image: IMAGE, requests: { cpu: '100m', memory: '128Mi' } }];
    const { container, security_context: ofPod } = podOf({ user, sidecars }, {}, { podSecurity: 'restricted' });
    expect(container).toHaveLength(2);
    // The provider sends false where nothing is written, and false at the Pod is refused.
    expect(ofPod).toEqual({ run_as_non_root: true, seccomp_profile: { type: 'RuntimeDefault' } });
    container.forEach(({ security_context }: { security_context: unknown }) =>
      expect(security_context).toEqual({
        allow_privilege_escalation: false,
        capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
        run_as_group: '10002',
        run_as_non_root: true,
        run_as_user: '10001',
      }),
    );
  });
});

describe('files and settings', () => {
  const withText = (text: string) => aWebService({ files: { '/etc/shop/shop.ini': text } });

  test('a text is one file, laid into the directory of the image without hiding what is there', () => {
    const { apps } = withText('workers = 4');
    expect(resourceOf(apps, 'kubernetes_config_map_v1', {}).attributes).toMatchObject({
      metadata: { name: 'web-files', namespace: 'shop' },
      data: { 'etc_shop_shop.ini': 'workers = 4' },
    });
    const { container, volume } = resourceOf(apps, 'kubernetes_deployment_v1').attributes.spec.template.spec;
    expect(volume).toEqual([{ name: 'files', config_map: { name: 'web-files' } }]);
    expect(container[0].volume_mount).toEqual([
      { name: 'files', mount_path: '/etc/shop/shop.ini', sub_path: 'etc_shop_shop.ini', read_only: true },
    ]);
  });

  test('a changed text replaces the Pods, and the same text does not', () => {
    const checksum = (text: string) =>
      resourceOf(withText(text).apps, 'kubernetes_deployment_v1').attributes.spec.template.metadata.annotations;
    expect(checksum('a')).toEqual({ 'checksum/files': expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(checksum('a')).toEqual(checksum('a'));
    expect(checksum('a')).not.toEqual(checksum('b'));
  });

  test('of a text that only Terraform knows, Terraform computes the checksum', () => {
    const { apps } = withText(`host = ${Fn.upper('db')}`);
    const { annotations } = resourceOf(apps, 'kubernetes_deployment_v1').attributes.spec.template.metadata;
    expect(annotations['checksum/files']).toMatch(
      /^\$\{sha256\(jsonencode\(kubernetes_config_map_v1\.shop_web_files_\w+\.data\)\)\}$/,
    );
  });

  test('the Deployment comes after its files', () => {
    const { apps } = withText('a');
    expect(resourceOf(apps, 'kubernetes_deployment_v1').attributes.depends_on).toContainEqual(
      expect.stringContaining('kubernetes_config_map_v1.'),
    );
  });

  test('objects of the namespace are directories or single files; a version replaces the Pods', () => {
    const { metadata, spec } = deployment({
      files: {
        '/etc/tls': Files.secret('tls', { mode: '0400', version: '7' }),
        '/etc/app.yaml': Files.configMap('settings', { key: 'app.yaml' }),
      },
    }).spec.template;
    expect(metadata.annotations).toEqual({ 'checksum/secret-tls-0400': '7' });
    expect(spec.volume).toEqual([
      { name: 'config-settings', config_map: { name: 'settings' } },
      { name: 'secret-tls-0400', secret: { secret_name: 'tls', default_mode: '0400' } },
    ]);
    expect(spec.container[0].volume_mount).toEqual([
      { name: 'config-settings', mount_path: '/etc/app.yaml', sub_path: 'app.yaml', read_only: true },
      { name: 'secret-tls-0400', mount_path: '/etc/tls', read_only: true },
    ]);
  });
});

describe('where Pods run is known to others', () => {
  test('never on ECI, unless something sends them there; all of them in a namespace of ECI', () => {
    expect(aWebService().web.eci).toBe('never');
    expect(onEciAlone().web.eci).toBe('all');
  });

  test('all of them on a Serverless cluster, whatever else is said', () => {
    const { web } = onServerless();
    expect(web.eci).toBe('all');
  });
});

test('an image from a registry abroad is said to people in mainland regions, once', () => {
  const sidecars = [{ name: 'beside', image: 'wordpress:6.8.3', requests: { cpu: '1', memory: '1Gi' } }];
  const { web } = aWebService({ image: 'wordpress:6.8.3', sidecars });
  expect(warningsIn(web).map(({ text }) => text)).toEqual([expect.stringContaining('[image-far]')]);
});

test('the Pods can be told to come after something else of the stack', async () => {
  const { apps, web, namespace } = aWebService();
  const other = new WebService(namespace, 'other', {
    image: IMAGE,
    port: 80,
    requests: { cpu: '1', memory: '1Gi' },
    scale: Scale.fixed(1),
  });
  web.after(other.resource);
  new TerraformOutput(apps, 'name', { value: web.resource.metadata.name });
  expect(await hclOf(apps)).toMatch(/depends_on = \[\n[^\]]*kubernetes_deployment_v1\.shop_other_/);
});

test.each([
  ['burst', {}, /call web\.burst\(/],
  ['serviceAccount', 'web', /account\.useIn\(web\)/],
  ['replicas', 3, /Scale\.fixed/],
])('the prop %s, which a service does not have, is answered with what to write', (prop, value, fix) => {
  expect(problemsOf(() => aWebService({ [prop]: value } as never))).toMatchObject([
    { code: 'prop-unknown', value: prop, fix: expect.stringMatching(fix) },
  ]);
});
