import { DaemonSetV1 } from '@cdktf/provider-kubernetes/lib/daemon-set-v1';
import { HorizontalPodAutoscalerV2 } from '@cdktf/provider-kubernetes/lib/horizontal-pod-autoscaler-v2';
import { PersistentVolumeClaimV1 } from '@cdktf/provider-kubernetes/lib/persistent-volume-claim-v1';
import { ServiceV1 } from '@cdktf/provider-kubernetes/lib/service-v1';
import { StorageClassV1 } from '@cdktf/provider-kubernetes/lib/storage-class-v1';
import type { Construct, IConstruct } from 'constructs';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import type { ContainerData } from '../../../lib/core/pod';
import { resourceOf, synthesized } from '../../../lib/testing';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { Burst } from '../../../lib/workload/burst/burst';
import { CustomResource } from '../../../lib/workload/charts/custom-resource';
import { HelmChart } from '../../../lib/workload/charts/helm-chart';
import { Disruption } from '../../../lib/workload/disruption';
import { Isolation } from '../../../lib/workload/isolation';
import { Namespace } from '../../../lib/workload/namespace';
import { Placement } from '../../../lib/workload/placement';
import { Scale } from '../../../lib/workload/scaling/scale';
import { Update } from '../../../lib/workload/update';
import { AnExistingNetwork } from '../../cluster/an-existing-network';
import { aStack } from '../../cluster/a-cluster';
import { problemsOf } from '../../support/problems';
import { aWebService } from '../a-web-service';
import { aWorkplace, FLANNEL } from '../a-workplace';
import { aBurstingService, aService, warningsOf } from '../scaling/a-scaled-service';

const CPU = Scale.onCpu({ target: 60, min: 3, max: 30 });
const JOBS = [{ name: 'morning', at: '0 0 8 * * *', replicas: 10 }];

/** The problems of a finished App. */
const found = (stack: IConstruct) => problemsOf(() => synthesized(stack));

/** A second container, with what it may have. */
const beside = ({ web }: { web: ReturnType<typeof aService> }, own: Partial<ContainerData>): ContainerData => ({
  ...web.pod.data.containers[0]!,
  name: 'agent',
  ports: [],
  startup: undefined,
  readiness: undefined,
  liveness: undefined,
  ...own,
});

/** The service `web` of which so many Pods stay on nodes. */
function bursting(...given: Parameters<typeof aBurstingService>) {
  const made = aBurstingService({ scale: CPU, ...given[0] }, given[1], given[2]);
  made.web.burst(Burst.afterEcs(3, made.eci));
  return made;
}

/** An autoscaler that somebody wrote by hand. */
const byHand = (scope: Construct, name: string, id = 'by-hand') =>
  new HorizontalPodAutoscalerV2(scope, id, {
    metadata: { name: id, namespace: 'shop' },
    spec: { maxReplicas: 9, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name } },
  });

test('an autoscaler of Pods of which a container requests nothing is refused, whoever added the container', () => {
  const made = aWebService({ scale: CPU });
  made.web.pod.addContainer(beside(made, { requests: undefined, limits: undefined }));
  expect(found(made.apps)).toEqual([
    expect.objectContaining({ code: 'scale-requests', value: 'agent', path: 'shop-apps/shop/web' }),
  ]);
});

test('an autoscaler of memory is content without a request of cpu', () => {
  const scale = Scale.onMemory({ target: 70, min: 3, max: 30 });
  const made = aWebService({ scale });
  made.web.pod.addContainer(beside(made, { requests: { memory: '1Gi' }, limits: undefined }));
  expect(synthesized(made.apps)).toBeDefined();
});

describe('two that set the number of Pods', () => {
  test('cannot be written: a number and limits are two scales', () => {
    // @ts-expect-error a fixed number has no limits
    expect(Scale.fixed(3, { min: 3, max: 30 })).toEqual(Scale.fixed(3));
  });

  test('are refused when an autoscaler stands beside a fixed number', () => {
    const { apps, namespace } = aWebService({ scale: Scale.fixed(3) });
    byHand(namespace, 'web');
    expect(found(apps)).toEqual([
      expect.objectContaining({ code: 'scale-fight', what: expect.stringContaining('Scale.fixed(3)') }),
    ]);
  });

  test('are refused when a CronHPA stands beside the autoscaler of the same Deployment', () => {
    const { apps, namespace } = aWebService({ scale: CPU });
    new CustomResource(namespace, 'clock', {
      apiVersion: 'autoscaling.alibabacloud.com/v1beta1',
      kind: 'CronHorizontalPodAutoscaler',
      spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, jobs: [] },
    });
    expect(found(apps)).toEqual([
      expect.objectContaining({ code: 'scale-fight', fix: expect.stringContaining('Scale.onSchedule') }),
    ]);
  });

  test('are refused when a CronHPA moves limits that Terraform would move back', () => {
    const { apps, namespace } = aWebService({ scale: CPU });
    new CustomResource(namespace, 'clock', {
      apiVersion: 'autoscaling.alibabacloud.com/v1beta1',
      kind: 'CronHorizontalPodAutoscaler',
      spec: {
        scaleTargetRef: { apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler', name: 'web' },
        jobs: [],
      },
    });
    expect(found(apps)[0]?.code).toBe('scale-fight');
  });

  test('are none when the other one scales something else', () => {
    const { apps, namespace } = aWebService({ scale: CPU });
    byHand(namespace, 'another');
    expect(synthesized(apps)).toBeDefined();
  });

  test('are none when the other one is in another cluster, under the same names', () => {
    const { apps, stack, network } = aWebService({ scale: CPU });
    const cluster = new ManagedCluster(stack, 'other', { network });
    const others = new WorkloadStack(stack.node.root as never, 'other-apps', { cluster });
    byHand(new Namespace(others, 'shop'), 'web');
    expect(synthesized(apps)).toBeDefined();
  });

  test('are none when the schedule is over the autoscaler', () => {
    const { apps } = aWebService({ scale: Scale.onSchedule({ jobs: JOBS, over: CPU }) });
    expect(synthesized(apps)).toBeDefined();
  });
});

test.each([
  ['an autoscaler', CPU],
  [
    'a schedule',
    Scale.onSchedule({ jobs: [{ ...JOBS[0]!, replicas: 3 }], over: Scale.onCpu({ target: 60, min: 5, max: 9 }) }),
  ],
])('a budget that keeps all of the fewest Pods of %s is refused', (_title, scale) => {
  const disruption = Disruption.minAvailable(3);
  expect(problemsOf(() => aWebService({ scale, disruption }))).toEqual([
    expect.objectContaining({ code: 'disruption-blocks' }),
  ]);
});

test('a network policy that nothing enforces is refused', () => {
  const { apps } = aWorkplace(FLANNEL);
  const [problem] = problemsOf(() => new Namespace(apps, 'shop', { isolation: Isolation.denyIngress() }));
  expect(problem?.code).toBe('network-policy-engine');
});

describe('what ECI does not run', () => {
  test('is refused in all Pods that can land there, all of it at once', () => {
    const made = bursting({}, {}, { podSecurity: 'privileged' });
    const { pod } = made.web;
    pod.addVolume({ name: 'disk', source: { kind: 'host-path', path: '/data' } }, { path: '/data' });
    pod.addContainer(beside(made, { security: { privileged: true } }));
    for (let index = 0; index < 19; index += 1) {
      pod.addContainer(beside(made, { name: `agent-${index}`, requests: { cpu: '1m', memory: '1Mi' } }));
    }
    const problems = found(made.apps).filter(({ code }) => code === 'eci-unsupported');
    expect(problems.map(({ what }) => what.replace(/^.* and have (.*), which ECI does not run$/, '$1'))).toEqual([
      'the volume "disk" of a node’s disk',
      'the privileged container "agent"',
      '21 containers; at most 20',
    ]);
    expect(new Set(problems.map(({ path }) => path))).toEqual(new Set(['shop-apps/shop/web']));
  });

  test('is welcome in Pods that stay on nodes', () => {
    const made = aWebService({}, {}, { podSecurity: 'privileged' });
    made.web.pod.addVolume({ name: 'disk', source: { kind: 'host-path', path: '/data' } }, { path: '/data' });
    expect(synthesized(made.apps)).toBeDefined();
  });

  test.each(['network of the node', 'DNS cache of nodes'])('is found by its workload alone: the %s', (what) => {
    const made = bursting();
    const { data } = made.web.pod;
    const changed = { ...data, hostNetwork: true, dns: { policy: 'None' as const, nameservers: ['169.254.20.10'] } };
    Object.defineProperty(made.web.pod, 'data', { value: changed });
    expect(found(made.apps).map((problem) => problem.what)).toContainEqual(expect.stringContaining(what));
  });

  test('is a Service on ports of nodes for Pods that are on none', () => {
    const { apps, namespace } = aBurstingService({}, {}, { placement: Placement.everythingOnEci() });
    new ServiceV1(namespace, 'by-hand', {
      metadata: { name: 'web-nodes', namespace: 'shop' },
      spec: { type: 'NodePort', selector: { 'app.kubernetes.io/name': 'web' }, port: [{ port: 80 }] },
    });
    expect(found(apps)).toEqual([
      expect.objectContaining({ code: 'eci-unsupported', what: expect.stringContaining('NodePort') }),
    ]);
  });

  test('is a DaemonSet in a cluster without nodes', () => {
    const stack = aStack();
    const cluster = new ServerlessCluster(stack, 'cluster', { network: new AnExistingNetwork(stack) });
    const apps = new WorkloadStack(stack.node.root as never, 'shop-apps', { cluster });
    new DaemonSetV1(apps, 'agents', {
      metadata: { name: 'agents' },
      spec: {
        selector: { matchLabels: { app: 'a' } },
        template: { metadata: {}, spec: { container: [{ name: 'a' }] } },
      },
    });
    expect(found(apps)).toEqual([expect.objectContaining({ code: 'daemon-on-eci', path: 'shop-apps/agents' })]);
  });
});

describe('a disk that waits for a Pod to be scheduled', () => {
  const claimed = (storageClassName: string, own: boolean) => {
    const made = aBurstingService({ scale: Scale.fixed(1) });
    if (own) {
      new StorageClassV1(made.apps, 'class', {
        metadata: { name: 'waiting' },
        storageProvisioner: 'diskplugin.csi.alibabacloud.com',
        volumeBindingMode: 'WaitForFirstConsumer',
      });
    }
    new PersistentVolumeClaimV1(made.namespace, 'data', {
      metadata: { name: 'data', namespace: 'shop' },
      waitUntilBound: false,
      spec: { accessModes: ['ReadWriteOnce'], storageClassName, resources: { requests: { storage: '20Gi' } } },
    });
    made.web.pod.addVolume({ name: 'data', source: { kind: 'claim', claimName: 'data' } }, { path: '/data' });
    return made;
  };

  test.each([
    ['of ACK', 'alicloud-disk-topology-alltype', false],
    ['of the program', 'waiting', true],
  ])('by a class %s is refused for Pods that a label sends past the scheduler', (_title, name, own) => {
    const made = claimed(name, own);
    made.web.burst(Burst.everything(made.eci));
    expect(found(made.apps)).toEqual([
      expect.objectContaining({ code: 'claim-on-eci', value: 'data', path: 'shop-apps/shop/web' }),
    ]);
  });

  test('is no matter for Pods that the scheduler places', () => {
    const made = claimed('waiting', true);
    made.web.burst(Burst.afterEcs(3, made.eci));
    expect(synthesized(made.apps)).toBeDefined();
  });

  test('is no matter when it does not wait', () => {
    const made = claimed('alicloud-disk-essd', false);
    made.web.burst(Burst.everything(made.eci));
    expect(synthesized(made.apps)).toBeDefined();
  });
});

test('Pods that must keep apart by the name of their node cannot burst: a zone of ECI has one name', () => {
  const made = bursting();
  const spread = [{ topologyKey: 'kubernetes.io/hostname', maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' }];
  Object.defineProperty(made.web.pod, 'data', { value: { ...made.web.pod.data, spread } });
  expect(found(made.apps)).toEqual([
    expect.objectContaining({ code: 'eci-spread', fix: expect.stringContaining('topology.kubernetes.io/zone') }),
  ]);
});

test('the DNS cache of nodes in a namespace warns of Pods that can land where there is none', () => {
  const labels = { 'node-local-dns-injection': 'enabled' };
  const { apps, web } = bursting({}, {}, { labels });
  expect(warningsOf(apps)).toContainEqual(expect.stringMatching(/"web".*\[eci-dns-cache\]/));
  expect(web.eci).toBe('some');
  expect(warningsOf(aWebService({}, {}, { labels }).apps).join()).not.toContain('eci-dns-cache');
});

describe('addresses for Pods on ECI', () => {
  /** Three zones of /27 have 84 addresses. */
  const tight = (max: number, maxSurge: number | string = 0) => {
    const made = aBurstingService({
      scale: Scale.onCpu({ target: 60, min: 3, max }),
      update: Update.rolling({ maxSurge, maxUnavailable: 1 }),
    });
    const vswitches = made.eci.vswitches.map((one, index) => ({ ...one, cidr: `10.9.${index}.0/27` }));
    Object.defineProperty(made.eci, 'vswitches', { value: vswitches });
    made.web.burst(Burst.afterEcs(10, made.eci));
    return made;
  };

  test('are counted: all Pods of all workloads beyond those that stay on nodes', () => {
    const { apps, namespace, eci } = tight(90);
    aService(namespace, 'api', { scale: Scale.fixed(5) }).burst(Burst.everything(eci));
    expect(found(apps)).toEqual([
      expect.objectContaining({
        code: 'capacity-addresses',
        path: 'shop/cluster',
        what: '85 Pods can come to be on ECI in cluster "shop/cluster" (shop-apps/shop/web 80, shop-apps/shop/api 5); its vSwitches have 84 addresses',
      }),
    ]);
  });

  test('are counted for hundreds of workloads, of which those that ask for most are named', () => {
    const { apps, namespace, eci } = tight(90);
    for (let index = 0; index < 300; index += 1) {
      aService(namespace, `api-${index}`, { scale: Scale.fixed(2) }).burst(Burst.everything(eci));
    }
    const what = found(apps)[0]?.what;
    expect(what).toContain('680 Pods can come to be on ECI');
    expect(what).toMatch(/\(shop-apps\/shop\/web 80, (shop-apps\/shop\/api-\d 2, ){4}296 more 592\);/);
  });

  test('are counted where every Pod is on ECI, too', () => {
    const stack = aStack();
    const cluster = new ServerlessCluster(stack, 'cluster', { network: new AnExistingNetwork(stack) });
    const apps = new WorkloadStack(stack.node.root as never, 'shop-apps', { cluster });
    const space = new Namespace(apps, 'shop');
    for (let index = 0; index < 5; index += 1) {
      aService(space, `web-${index}`, { scale: Scale.fixed(5000) });
    }
    expect(found(apps)).toEqual([
      expect.objectContaining({ code: 'capacity-addresses', value: 25_000, path: 'shop/cluster' }),
    ]);
  });

  test('are enough when they are just enough', () => {
    const { apps } = tight(94);
    expect(warningsOf(apps).join()).not.toContain('eci-addresses');
  });

  test('that only an update at full size would use up are a warning', () => {
    const { apps } = tight(90, '25%');
    expect(warningsOf(apps)).toContainEqual(expect.stringMatching(/would need 103 addresses.*\[eci-addresses-surge\]/));
  });
});

test('the chart that nobody maintains is answered with what replaced it', () => {
  const { apps } = aBurstingService();
  new HelmChart(apps, 'vka', {
    repository: 'https://charts.example.com/incubator',
    chart: 'ack-virtual-kubelet-autoscaler',
    version: '0.1.0',
  });
  expect(found(apps)).toEqual([
    expect.objectContaining({ code: 'burst-unmaintained', fix: expect.stringContaining('Burst.afterEcs') }),
  ]);
});

test('a Pod told by hand to tolerate virtual nodes is one that can land there', () => {
  const { web } = aWebService({ tolerations: [{ key: 'virtual-kubelet.io/provider', operator: 'Exists' }] });
  expect(web.eci).toBe('some');
});

test('the first Pods of a burst start after their namespace, the settings of ECI and the policy that divides them', () => {
  const { apps } = bursting();
  const { depends_on: before } = resourceOf(apps, 'kubernetes_deployment_v1').attributes;
  expect(before.map((address: string) => address.split('.')[0])).toEqual([
    'kubernetes_namespace_v1',
    'kubernetes_limit_range_v1',
    'kubernetes_network_policy_v1',
    'kubernetes_config_map_v1_data',
    'helm_release',
  ]);
});
