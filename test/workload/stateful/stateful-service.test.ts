import { resourceOf, resourcesOf, synthesized } from '../../../lib/testing';
import { Burst } from '../../../lib/workload/burst/burst';
import { Disruption } from '../../../lib/workload/disruption';
import { Placement } from '../../../lib/workload/placement';
import { StatefulService } from '../../../lib/workload/stateful/stateful-service';
import type { StatefulServiceProps } from '../../../lib/workload/stateful/stateful-service-props';
import { StatefulUpdate } from '../../../lib/workload/stateful/stateful-update';
import { Provisioner, StorageClass } from '../../../lib/workload/volumes/storage-class';
import { problemsOf } from '../../support/problems';
import { aNamespace, RUN } from '../a-namespace';
import { withVirtualNode } from '../a-workplace';

const DATA = { path: '/var/lib/queue', size: '100Gi' };

/** The stateful service `queue` of three members with a disk each. */
function aQueue(props: Partial<StatefulServiceProps> = {}, ...space: Parameters<typeof aNamespace>) {
  const made = aNamespace(...space);
  const queue = new StatefulService(made.namespace, 'queue', {
    ...RUN,
    replicas: 3,
    port: 5672,
    claims: { data: DATA },
    ...props,
  });
  return { ...made, queue };
}

const setOf = (...given: Parameters<typeof aQueue>) => resourceOf(aQueue(...given).apps, 'kubernetes_stateful_set_v1');
const specOf = (...given: Parameters<typeof aQueue>) => setOf(...given).attributes.spec;

describe('a stateful service', () => {
  test('is a StatefulSet whose members start one after the other, each with a disk of its own', () => {
    expect(specOf()).toMatchObject({
      replicas: '3',
      pod_management_policy: 'OrderedReady',
      update_strategy: [{ type: 'RollingUpdate', rolling_update: [{ partition: 0 }] }],
      selector: { match_labels: { 'app.kubernetes.io/name': 'queue' } },
      volume_claim_template: [
        {
          metadata: { name: 'data', namespace: 'shop' },
          spec: {
            access_modes: ['ReadWriteOnce'],
            storage_class_name: 'alicloud-disk-topology-alltype',
            resources: { requests: { storage: '100Gi' } },
          },
        },
      ],
    });
  });

  test('mounts the disk of each member, and says nothing of a volume that the set makes', () => {
    const { template } = specOf({ claims: { data: { ...DATA, subPath: 'queue' } } });
    expect(template.spec.container[0].volume_mount).toEqual([
      { name: 'data', mount_path: DATA.path, sub_path: 'queue' },
    ]);
    expect(template.spec).not.toHaveProperty('volume');
  });

  test('has no claims where none are asked for', () => {
    expect(specOf({ claims: undefined })).not.toHaveProperty('volume_claim_template');
  });

  test('is never replaced over its claims, which Kubernetes does not change', () => {
    expect(setOf().attributes.lifecycle).toEqual({ ignore_changes: ['spec[0].volume_claim_template'] });
  });

  test('gives every member a name, before it is ready, and clients one address', () => {
    const { apps, queue } = aQueue();
    const services = resourcesOf(apps, 'kubernetes_service_v1').map(({ attributes }) => attributes);
    expect(
      services.map(({ metadata, spec }) => [metadata.name, spec.cluster_ip, spec.publish_not_ready_addresses]),
    ).toEqual([
      ['queue-members', 'None', true],
      ['queue', undefined, undefined],
    ]);
    expect(specOf().service_name).toMatch(/^\$\{kubernetes_service_v1\.shop_queue_members_/);
    expect(queue.hostnameOf(0)).toBe('queue-0.queue-members.shop.svc.cluster.local');
  });

  test('lets one member go at a time, and a single one whenever a node must be drained', () => {
    const budgets = (props: Partial<StatefulServiceProps>) =>
      resourcesOf(aQueue(props).apps, 'kubernetes_pod_disruption_budget_v1').map(({ attributes }) => attributes.spec);
    expect(budgets({})).toMatchObject([{ max_unavailable: '1' }]);
    expect(budgets({ replicas: 1 })).toEqual([]);
  });

  test('tries a change on the last members, keeps or deletes claims, starts all at once, when told so', () => {
    expect(
      specOf({
        update: StatefulUpdate.rolling({ partition: 2, minReadySeconds: 30 }),
        claimRetention: { whenScaled: 'delete' },
        order: 'parallel',
      }),
    ).toMatchObject({
      update_strategy: [{ type: 'RollingUpdate', rolling_update: [{ partition: 2 }] }],
      min_ready_seconds: 30,
      persistent_volume_claim_retention_policy: [{ when_deleted: 'Retain', when_scaled: 'Delete' }],
      pod_management_policy: 'Parallel',
    });
  });

  test('is waited for, but not where somebody deletes members by hand, which would never end', () => {
    expect(setOf().attributes).toMatchObject({ wait_for_rollout: true, timeouts: { create: '30m' } });
    const { attributes } = setOf({ update: StatefulUpdate.onDelete() });
    expect(attributes.wait_for_rollout).toBe(false);
    expect(attributes.spec.update_strategy).toEqual([{ type: 'OnDelete' }]);
  });

  test('has its members on nodes first and then on ECI, when told so', () => {
    const { apps, cluster, queue } = aQueue({ claims: undefined }, {}, withVirtualNode());
    queue.burst(Burst.afterEcs(2, cluster.virtualNode!));
    expect(queue.eci).toBe('some');
    expect(JSON.stringify(resourceOf(apps, 'helm_release').attributes.values)).toContain('ResourcePolicy');
  });

  test('takes a change of its Pods after it was made', () => {
    const { apps, queue } = aQueue();
    queue.pod.addEnvironment('MODE', 'cluster');
    expect(resourceOf(apps, 'kubernetes_stateful_set_v1').attributes.spec.template.spec.container[0].env).toEqual([
      { name: 'MODE', value: 'cluster' },
    ]);
  });
});

describe('refusals', () => {
  test.each<[string, Partial<StatefulServiceProps>, string]>([
    ['half a member', { replicas: 1.5 }, 'number-invalid'],
    ['a partition that no member is beyond', { update: StatefulUpdate.rolling({ partition: 3 }) }, 'update-partition'],
    ['a budget that keeps every member', { disruption: Disruption.minAvailable(3) }, 'disruption-blocks'],
    ['a disk that many nodes are to hold', { claims: { data: { ...DATA, access: 'ReadWriteMany' } } }, 'claim-access'],
    ['a size that is no quantity', { claims: { data: { ...DATA, size: '100 GB' } } }, 'quantity-invalid'],
    ['a relative path', { claims: { data: { ...DATA, path: 'data' } } }, 'mount-path'],
    ['a claim whose name Kubernetes refuses', { claims: { My_Data: DATA } }, 'kubernetes-name'],
    ['another order', { order: 'random' as 'parallel' }, 'choice-invalid'],
    ['a health path without a slash', { health: 'healthz' }, 'mount-path'],
    ['health that is no path', { health: 5 as unknown as string }, 'mount-path'],
    ['another retention', { claimRetention: { whenDeleted: 'drop' as 'keep' } }, 'choice-invalid'],
    ['a name that leaves no room for members', { name: `q${'x'.repeat(52)}` }, 'workload-name-long'],
    ['no class at all', { claims: { data: { ...DATA, storageClass: 5 as unknown as string } } }, 'type-invalid'],
  ])('%s', (_, props, code) => {
    const [problem, ...others] = problemsOf(() => aQueue(props));
    expect(problem).toMatchObject({ code, path: 'shop-apps/shop/queue' });
    expect(others).toEqual([]);
  });

  test('what is wrong with the set and with its Pod, in one error', () => {
    const wrong = { replicas: 1.5, image: 'queue', claims: { data: { ...DATA, path: 'data' } } };
    const problems = problemsOf(() => aQueue(wrong));
    expect(problems.map(({ code }) => code)).toEqual(['number-invalid', 'mount-path', 'image-untagged']);
  });

  test('disks that are made where the scheduler puts a Pod, for Pods that pass it on their way to ECI', () => {
    const everything = { placement: Placement.everythingOnEci() };
    const [problem] = problemsOf(() => synthesized(aQueue({}, everything).apps));
    expect(problem).toMatchObject({ code: 'claim-on-eci', value: 'alicloud-disk-topology-alltype' });
  });

  test('but not disks of one zone that are made at once', () => {
    const made = aNamespace({ placement: Placement.everythingOnEci() });
    const storageClass = new StorageClass(made.apps, 'zonal', {
      provisioner: Provisioner.disk({ zone: 'cn-hangzhou-h' }),
    });
    new StatefulService(made.namespace, 'queue', {
      ...RUN,
      replicas: 1,
      port: 1,
      claims: { data: { ...DATA, storageClass } },
    });
    expect(() => synthesized(made.apps)).not.toThrow();
  });
});
