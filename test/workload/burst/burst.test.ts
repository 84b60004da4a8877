import { ControlPlane } from '../../../lib/cluster/control-plane';
import { resourceOf, resourcesOf, synthesized } from '../../../lib/testing';
import { Burst, Overflow, type BurstData } from '../../../lib/workload/burst/burst';
import { Scale } from '../../../lib/workload/scaling/scale';
import type { IVirtualNode } from '../../../lib/core/cluster';
import { aBurstingService, componentsOf, customResources, warningsOf } from '../scaling/a-scaled-service';

const CPU = Scale.onCpu({ target: 60, min: 10, max: 100 });

/** The service `web` with a way to ECI. */
function bursting(burst: (eci: IVirtualNode) => BurstData, ...given: Parameters<typeof aBurstingService>) {
  const made = aBurstingService({ scale: CPU, ...given[0] }, given[1], given[2]);
  made.web.burst(burst(made.eci));
  return made;
}

const template = ({ apps }: ReturnType<typeof bursting>) =>
  resourceOf(apps, 'kubernetes_deployment_v1').attributes.spec.template;

describe('so many Pods on nodes, then ECI', () => {
  const made = () => bursting((eci) => Burst.afterEcs(22, eci));

  test('is an order for the scheduler: its selector is a plain map, its first unit has a most', () => {
    expect(customResources(made().apps)).toEqual({
      ResourcePolicy: {
        apiVersion: 'scheduling.alibabacloud.com/v1alpha1',
        kind: 'ResourcePolicy',
        metadata: { name: 'web' },
        spec: {
          selector: { 'app.kubernetes.io/name': 'web' },
          strategy: 'prefer',
          units: [{ resource: 'ecs', max: 22 }, { resource: 'eci' }],
          preemptPolicy: 'AfterAllUnits',
          ignorePreviousPod: false,
          ignoreTerminatingPod: true,
          matchLabelKeys: ['pod-template-hash'],
          whenTryNextUnits: { policy: 'LackResourceOrExceedMax' },
        },
      },
    });
  });

  test('changes nothing in the Pods, since the unit of ECI brings its own toleration', () => {
    const { metadata, spec } = template(made());
    expect(metadata.labels).not.toHaveProperty('alibabacloud.com/eci');
    expect(spec).not.toHaveProperty('toleration');
    expect(JSON.stringify(spec)).not.toContain('virtual-kubelet');
  });

  test('is there before the first Pod, since it moves none that runs', () => {
    const { apps } = made();
    const release = resourceOf(apps, 'helm_release');
    expect(resourceOf(apps, 'kubernetes_deployment_v1').attributes.depends_on).toContain(release.address);
  });

  test('says when a Pod goes on, which nodes count, and what Pods on ECI get besides', () => {
    const { apps } = bursting((eci) =>
      Burst.afterEcs(22, eci, {
        overflow: Overflow.after(90),
        nodes: { pool: 'web' },
        preempt: 'before-eci',
        countTogether: true,
        eciLabels: { place: 'eci' },
        eciAnnotations: { 'k8s.aliyun.com/eci-image-cache': 'true' },
      }),
    );
    const { spec } = customResources(apps).ResourcePolicy as { spec: object };
    expect(spec).toMatchObject({
      units: [
        { resource: 'ecs', max: 22, nodeSelector: { pool: 'web' } },
        {
          resource: 'eci',
          podLabels: { place: 'eci' },
          podAnnotations: { 'k8s.aliyun.com/eci-image-cache': 'true' },
        },
      ],
      preemptPolicy: 'BeforeNextUnit',
      whenTryNextUnits: { policy: 'TimeoutOrExceedMax', timeout: '90s' },
    });
    expect(spec).not.toHaveProperty('matchLabelKeys');
  });

  test.each([
    [Overflow.aboveCount(), 'ExceedMax', undefined],
    [Overflow.afterNodeScaling(), 'LackResourceOrExceedMax', 'true'],
  ])('%j waits as it says', (overflow, policy, label) => {
    const { apps } = bursting((eci) => Burst.afterEcs(22, eci, { overflow }));
    const { spec } = customResources(apps).ResourcePolicy as { spec: { units: { podLabels?: object }[] } };
    expect(spec).toMatchObject({ whenTryNextUnits: { policy } });
    expect(spec.units[0]?.podLabels).toEqual(label && { 'k8s.aliyun.com/resource-policy-wait-for-ecs-scaling': label });
  });

  test('warns beside a pool that scales, which can bring nodes for Pods that go to ECI', () => {
    const made = aBurstingService({ scale: CPU });
    const pool = (id: string, size: number | { min: number; max: number }) =>
      made.cluster.addNodePool(id, { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size });
    pool('fixed', 6);
    made.web.burst(Burst.afterEcs(22, made.eci));
    expect(warningsOf(made.apps).join()).not.toContain('burst-autoscaler');
    pool('scaling', { min: 3, max: 12 });
    expect(warningsOf(made.apps).filter((text) => text.includes('[burst-autoscaler]'))).toHaveLength(1);
  });
});

describe('the same by OpenKruise', () => {
  test('is a division of the Deployment, whose second part tolerates virtual nodes', () => {
    const { apps } = bursting((eci) => Burst.workloadSpread(eci, { onNodes: 22 }));
    const condition = (operator: string) => ({
      matchExpressions: [{ key: 'type', operator, values: ['virtual-kubelet'] }],
    });
    expect(customResources(apps)).toEqual({
      WorkloadSpread: {
        apiVersion: 'apps.kruise.io/v1alpha1',
        kind: 'WorkloadSpread',
        metadata: { name: 'web' },
        spec: {
          targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
          subsets: [
            { name: 'ecs', maxReplicas: 22, requiredNodeSelectorTerm: condition('NotIn') },
            {
              name: 'eci',
              requiredNodeSelectorTerm: condition('In'),
              tolerations: [
                { key: 'virtual-kubelet.io/provider', operator: 'Equal', value: 'alibabacloud', effect: 'NoSchedule' },
              ],
            },
          ],
          scheduleStrategy: { type: 'Fixed' },
        },
      },
    });
  });

  test('divides by share, and makes Pods anew on ECI that find no node', () => {
    const { apps } = bursting((eci) =>
      Burst.workloadSpread(eci, { onNodes: '60%', rescheduleAfterSeconds: 60, eciLabels: { place: 'eci' } }),
    );
    expect(customResources(apps).WorkloadSpread).toMatchObject({
      spec: {
        subsets: [{ maxReplicas: '60%' }, { patch: { metadata: { labels: { place: 'eci' } } } }],
        scheduleStrategy: { type: 'Adaptive', adaptive: { rescheduleCriticalSeconds: 60 } },
      },
    });
  });

  test('has OpenKruise installed', () => {
    const { stack, apps } = bursting((eci) => Burst.workloadSpread(eci, { onNodes: 22 }));
    synthesized(apps);
    expect(componentsOf(stack)).toContain('ack-kruise');
  });
});

describe('nodes as a wish', () => {
  test('is a toleration and a preference, in the Pods alone', () => {
    const made = bursting((eci) => Burst.preferEcs(eci));
    expect(resourcesOf(made.apps, 'helm_release')).toEqual([]);
    const { spec } = template(made);
    expect(spec.toleration).toEqual([
      { key: 'virtual-kubelet.io/provider', operator: 'Equal', value: 'alibabacloud', effect: 'NoSchedule' },
    ]);
    expect(spec.affinity.node_affinity.preferred_during_scheduling_ignored_during_execution).toEqual([
      {
        weight: 100,
        preference: { match_expressions: [{ key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] }] },
      },
    ]);
  });

  test('warns of the switch of the scheduler that it needs', () => {
    const { apps } = bursting((eci) => Burst.preferEcs(eci));
    expect(warningsOf(apps)).toContainEqual(expect.stringContaining('[burst-scheduler]'));
  });
});

describe('everything on ECI', () => {
  test('is a label of the Pods', () => {
    const made = bursting((eci) => Burst.everything(eci));
    expect(template(made).metadata.labels['alibabacloud.com/eci']).toBe('true');
    expect(resourcesOf(made.apps, 'helm_release')).toEqual([]);
  });

  test('asks no scheduler to keep Pods apart, which it would not hear', () => {
    const { spec } = template(bursting((eci) => Burst.everything(eci)));
    expect(spec).not.toHaveProperty('affinity');
    expect(spec).not.toHaveProperty('topology_spread_constraint');
    expect(template(bursting((eci) => Burst.afterEcs(22, eci))).spec).toHaveProperty('topology_spread_constraint');
  });

  test('is the way of a Basic cluster, too', () => {
    const made = bursting((eci) => Burst.everything(eci), {}, { controlPlane: ControlPlane.basic() });
    expect(template(made).metadata.labels['alibabacloud.com/eci']).toBe('true');
  });
});

test.each([
  ['never', undefined],
  ['some', (eci: IVirtualNode) => Burst.afterEcs(22, eci)],
  ['some', (eci: IVirtualNode) => Burst.preferEcs(eci)],
  ['all', (eci: IVirtualNode) => Burst.everything(eci)],
])('a workload knows that %s of its Pods land on ECI', (use, burst) => {
  const { web, eci } = aBurstingService();
  if (burst) {
    web.burst(burst(eci));
  }
  expect(web.eci).toBe(use);
});

test.each([
  ['always on ECI', Scale.onCpu({ target: 60, min: 30, max: 100 }), 'burst-always', '8 are always on ECI'],
  ['never on ECI', Scale.onCpu({ target: 60, min: 3, max: 22 }), 'burst-never', 'never more than 22'],
])('a scale with Pods %s warns', (_title, scale, code, text) => {
  const { apps } = bursting((eci) => Burst.afterEcs(22, eci), { scale });
  expect(warningsOf(apps)).toContainEqual(expect.stringMatching(new RegExp(`${text}.*\\[${code}\\]`)));
});

test('a scale that goes beyond the nodes and comes back says nothing', () => {
  const { apps } = bursting((eci) => Burst.afterEcs(22, eci));
  expect(warningsOf(apps).join()).not.toMatch(/burst-(always|never)/);
});
