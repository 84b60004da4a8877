import { Addon } from '../../../lib/cluster/addons/addon';
import { CODES } from '../../../lib/core/codes';
import { resourceOf, resourcesOf } from '../../../lib/testing';
import { Scale } from '../../../lib/workload/scaling/scale';
import { HoldTo, ScaleMetric } from '../../../lib/workload/scaling/scale-metric';
import { aWebService } from '../a-web-service';
import { componentsOf, customResources, warningsOf } from './a-scaled-service';

const LIMITS = { min: 3, max: 30 };
const CPU = Scale.onCpu({ target: 60, ...LIMITS });
const HPA = 'kubernetes_horizontal_pod_autoscaler_v2';

const autoscaler = (...given: Parameters<typeof aWebService>) => resourceOf(aWebService(...given).apps, HPA).attributes;
const metrics = (scale: ReturnType<typeof Scale.on>) => autoscaler({ scale }).spec.metric;

describe('a service that scales by load', () => {
  test('has an autoscaler under its name that holds the use of cpu to a share of the requests', () => {
    expect(autoscaler({ scale: CPU })).toMatchObject({
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        min_replicas: 3,
        max_replicas: 30,
        scale_target_ref: { api_version: 'apps/v1', kind: 'Deployment', name: 'web' },
        metric: [
          { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', average_utilization: 60 } } },
        ],
      },
    });
  });

  test('holds the use of memory to a share of the requests', () => {
    expect(metrics(Scale.onMemory({ target: 70, ...LIMITS }))).toEqual([
      { type: 'Resource', resource: { name: 'memory', target: { type: 'Utilization', average_utilization: 70 } } },
    ]);
  });

  test('never speaks of cpu in the old way, beside which the new one would be lost', () => {
    expect(autoscaler({ scale: CPU }).spec).not.toHaveProperty('target_cpu_utilization_percentage');
  });

  test('grows at once and shrinks slowly', () => {
    expect(autoscaler({ scale: CPU }).spec.behavior).toEqual({
      scale_up: [
        {
          stabilization_window_seconds: 0,
          select_policy: 'Max',
          policy: [
            { type: 'Percent', value: 100, period_seconds: 15 },
            { type: 'Pods', value: 20, period_seconds: 60 },
          ],
        },
      ],
      scale_down: [
        {
          stabilization_window_seconds: 300,
          select_policy: 'Max',
          policy: [{ type: 'Percent', value: 10, period_seconds: 60 }],
        },
      ],
    });
  });

  test('keeps what is not said about its speed', () => {
    const behavior = { down: { windowSeconds: 600, take: 'least' as const } };
    const spec = autoscaler({ scale: Scale.onMemory({ target: 70, ...LIMITS, behavior }) }).spec;
    expect(spec.behavior.scale_down).toEqual([
      {
        stabilization_window_seconds: 600,
        select_policy: 'Min',
        policy: [{ type: 'Percent', value: 10, period_seconds: 60 }],
      },
    ]);
    expect(spec.behavior.scale_up[0].stabilization_window_seconds).toBe(0);
  });

  test('looks at the requests of an Ingress in the logs that ACK keeps for the cluster', () => {
    expect(metrics(Scale.onMetric({ metric: ScaleMetric.ingressQps({ port: 80, perPod: 0.5 }), ...LIMITS }))).toEqual([
      {
        type: 'External',
        external: {
          metric: {
            name: 'sls_ingress_qps',
            selector: [
              {
                match_labels: {
                  'sls.ingress.route': 'shop-web-80',
                  'sls.logstore': 'nginx-ingress',
                  'sls.project': expect.stringMatching(/^k8s-log-\$\{/),
                },
              },
            ],
          },
          target: { type: 'AverageValue', average_value: '500m' },
        },
      },
    ]);
  });

  test('holds latency as a value and requests as a share, since Pods do not divide latency among them', () => {
    const at = { balancerId: 'lb-2zedu6pk8bryv2z4hnrif', port: 443 };
    const scale = Scale.on({
      metrics: [
        ScaleMetric.ingressLatency({
          port: 80,
          milliseconds: 250,
          service: 'front',
          logs: { project: 'p', store: 's' },
        }),
        ScaleMetric.balancerQps({ ...at, perPod: 100 }),
      ],
      ...LIMITS,
    });
    expect(metrics(scale).map(({ external }: { external: unknown }) => external)).toEqual([
      {
        metric: {
          name: 'sls_ingress_latency_p99',
          selector: [
            { match_labels: { 'sls.ingress.route': 'shop-front-80', 'sls.logstore': 's', 'sls.project': 'p' } },
          ],
        },
        target: { type: 'Value', value: '250' },
      },
      {
        metric: {
          name: 'slb_l7_qps',
          selector: [{ match_labels: { 'slb.instance.id': 'lb-2zedu6pk8bryv2z4hnrif', 'slb.instance.port': '443' } }],
        },
        target: { type: 'AverageValue', average_value: '100' },
      },
    ]);
  });

  test('takes figures of an adapter by name, without a selector when there are no labels', () => {
    const own = [ScaleMetric.external('orders_open', HoldTo.inAll(1000)), ScaleMetric.ofPods('queue_length', '10')];
    expect(metrics(Scale.on({ metrics: own, ...LIMITS }))).toEqual([
      { type: 'External', external: { metric: { name: 'orders_open' }, target: { type: 'Value', value: '1k' } } },
      {
        type: 'Pods',
        pods: { metric: { name: 'queue_length' }, target: { type: 'AverageValue', average_value: '10' } },
      },
    ]);
  });

  test('has the component installed that its figures come from, and no other', () => {
    const installed = (scale: ReturnType<typeof Scale.on>) => {
      const { stack, apps } = aWebService({ scale });
      warningsOf(apps);
      return componentsOf(stack).filter((name) => name.includes('metrics'));
    };
    const qps = ScaleMetric.ingressQps({ port: 80, perPod: 100 });
    expect(installed(Scale.onMetric({ metric: qps, ...LIMITS }))).toContain('ack-alibaba-cloud-metrics-adapter');
    expect(installed(CPU)).not.toContain('ack-alibaba-cloud-metrics-adapter');
  });
});

test.each([
  ['warns where nothing collects them', [], true],
  ['says nothing where they are collected', [Addon.logs()], false],
])('an autoscaler that looks at access logs %s', (_title, addons, warns) => {
  const scale = Scale.onMetric({ metric: ScaleMetric.ingressQps({ port: 80, perPod: 100 }), ...LIMITS });
  const { apps, cluster } = aWebService({ scale });
  addons.forEach((addon) => cluster.addAddon(addon));
  expect(warningsOf(apps).join().includes('[metric-logs]')).toBe(warns);
});

describe('a deploy in the middle of a burst', () => {
  test('sets no number of Pods, which would send the others away', () => {
    const { apps } = aWebService({ scale: CPU });
    const deployment = resourceOf(apps, 'kubernetes_deployment_v1').attributes;
    expect(deployment.spec).not.toHaveProperty('replicas');
    expect(deployment).not.toHaveProperty('lifecycle');
  });

  test('of a service by the clock sets the number it began with at its creation only', () => {
    const jobs = [
      { name: 'up', at: '0 0 8 * * *', replicas: 10 },
      { name: 'down', at: '0 0 20 * * *', replicas: 2 },
    ];
    const { apps } = aWebService({ scale: Scale.onSchedule({ jobs, start: 4 }) });
    expect(resourceOf(apps, 'kubernetes_deployment_v1').attributes).toMatchObject({
      spec: { replicas: '4' },
      lifecycle: { ignore_changes: ['spec[0].replicas'] },
    });
  });
});

describe('a service that scales by the clock', () => {
  const JOBS = [
    { name: 'morning', at: '0 30 8 * * 1-5', replicas: 10 },
    { name: 'sale', at: '@date 2026-11-11 01:00:00', replicas: 30, once: true },
    { name: 'evening', at: '0 0 20 * * *', replicas: 3 },
  ];

  test('has a CronHPA for its Deployment and no autoscaler', () => {
    const { apps } = aWebService({ scale: Scale.onSchedule({ jobs: JOBS, excludeDates: ['* * * 1 10 *'] }) });
    expect(resourcesOf(apps, HPA)).toEqual([]);
    expect(customResources(apps).CronHorizontalPodAutoscaler).toEqual({
      apiVersion: 'autoscaling.alibabacloud.com/v1beta1',
      kind: 'CronHorizontalPodAutoscaler',
      metadata: { name: 'web', labels: { 'controller-tools.k8s.io': '1.0' } },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        excludeDates: ['* * * 1 10 *'],
        jobs: [
          { name: 'morning', schedule: '0 30 8 * * 1-5', targetSize: 10, runOnce: false },
          { name: 'sale', schedule: '@date 2026-11-11 01:00:00', targetSize: 30, runOnce: true },
          { name: 'evening', schedule: '0 0 20 * * *', targetSize: 3, runOnce: false },
        ],
      },
    });
  });

  test('over an autoscaler speaks to the autoscaler, so that the two do not undo each other', () => {
    const { apps } = aWebService({ scale: Scale.onSchedule({ jobs: JOBS, over: CPU }) });
    expect(customResources(apps).CronHorizontalPodAutoscaler).toMatchObject({
      spec: { scaleTargetRef: { apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler', name: 'web' } },
    });
  });

  test('over an autoscaler leaves both limits to the clock, until the program has other ones', () => {
    const { apps } = aWebService({ scale: Scale.onSchedule({ jobs: JOBS, over: CPU }) });
    const [limits] = resourcesOf(apps, 'terraform_data');
    expect(limits?.attributes.input).toEqual({ min: 3, max: 30 });
    expect(resourceOf(apps, HPA).attributes.lifecycle).toEqual({
      ignore_changes: ['spec[0].min_replicas', 'spec[0].max_replicas'],
      replace_triggered_by: [expect.stringMatching(/^terraform_data\.\S+\.output$/)],
    });
  });

  test('has its controller installed', () => {
    const { stack, apps } = aWebService({ scale: Scale.onSchedule({ jobs: JOBS }) });
    warningsOf(apps);
    expect(componentsOf(stack)).toContain('ack-kubernetes-cronhpa-controller');
  });

  test.each([
    ['over an autoscaler', [{ name: 'up', at: '0 0 8 * * *', replicas: 10 }], CPU],
    ['of one size', [{ name: 'up', at: '0 0 8 * * *', replicas: 10 }], undefined],
  ])('%s warns when nothing takes back what a job brought', (_title, jobs, over) => {
    const { apps } = aWebService({ scale: Scale.onSchedule({ jobs, ...(over && { over }) }) });
    expect(warningsOf(apps)).toContainEqual(expect.stringContaining('[schedule-one-way]'));
    expect(CODES['schedule-one-way'].en).toMatch(/^Warning: /);
  });

  test('says nothing when a job takes it back', () => {
    const { apps } = aWebService({ scale: Scale.onSchedule({ jobs: JOBS, over: CPU }) });
    expect(warningsOf(apps).join()).not.toContain('schedule-one-way');
  });
});
