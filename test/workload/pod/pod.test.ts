import { StatefulSetV1 } from '@cdktf/provider-kubernetes/lib/stateful-set-v1';
import { CronJobV1 } from '@cdktf/provider-kubernetes/lib/cron-job-v1';
import { DaemonSetV1 } from '@cdktf/provider-kubernetes/lib/daemon-set-v1';
import { JobV1 } from '@cdktf/provider-kubernetes/lib/job-v1';
import type { ContainerData, PodData } from '../../../lib/core/pod';
import { billOf, resourceOf } from '../../../lib/testing';
import { EMPTY_CONTAINER, EMPTY_POD } from '../../../lib/workload/pod/empty-pod';
import { podProblems } from '../../../lib/workload/pod/pod-problems';
import { podTemplate } from '../../../lib/workload/pod/pod-template';
import { problemsOf } from '../../support/problems';
import { aWebService, IMAGE } from '../a-web-service';
import { aWorkplace } from '../a-workplace';

const CONTAINER: ContainerData = { ...EMPTY_CONTAINER, name: 'web', image: IMAGE };
const POD: PodData = { ...EMPTY_POD, labels: { app: 'web' }, containers: [CONTAINER] };
const SELECTOR = { app: 'web' };

const template = (data: Partial<PodData> = {}) => podTemplate({ ...POD, ...data }, SELECTOR).spec;
const container = (data: Partial<ContainerData> = {}) =>
  (template({ containers: [{ ...CONTAINER, ...data }] }).container as unknown as Record<string, unknown>[])[0]!;

/** Every key with a value anywhere in a block, in which an empty list, map or block would be a difference for ever. */
const emptyParts = (value: unknown, at = ''): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.keys(value).length === 0
      ? [at]
      : Object.entries(value).flatMap(([key, one]) => emptyParts(one, `${at}.${key}`));

describe('the template block', () => {
  test('of a Pod that asks for nothing has no empty block', () => {
    expect(emptyParts(template())).toEqual([]);
    expect(JSON.parse(JSON.stringify(template()))).toEqual({
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
      container: [{ name: 'web', image: IMAGE, securityContext: { allowPrivilegeEscalation: false } }],
    });
  });

  test('never lets the provider’s default give privileges: what is not said is false', () => {
    const { securityContext } = container({ security: { runAsUser: 1000 } });
    expect(securityContext).toMatchObject({ allowPrivilegeEscalation: false, runAsUser: '1000' });
  });

  test('of a privileged container allows what privileged containers always may', () => {
    const { securityContext } = container({ security: { privileged: true } });
    expect(securityContext).toMatchObject({ allowPrivilegeEscalation: true, privileged: true });
  });

  test('writes into every container that it is not root where the Pod says so: the provider would send the opposite', () => {
    const { container } = template({
      runAsNonRoot: true,
      containers: [CONTAINER, { ...CONTAINER, name: 'b', security: { runAsNonRoot: false } }],
    });
    const said = (container as { securityContext: { runAsNonRoot?: boolean } }[]).map(
      (one) => one.securityContext.runAsNonRoot,
    );
    expect(said).toEqual([true, false]);
  });

  test('never has an empty seccomp profile, which would mean Unconfined', () => {
    expect(template({ seccompProfile: undefined }).securityContext).toBeUndefined();
    expect(container({ security: { seccompProfile: 'RuntimeDefault' } }).securityContext).toMatchObject({
      seccompProfile: { type: 'RuntimeDefault' },
    });
  });

  test('says when spreading may fail, since the provider’s default keeps Pods waiting', () => {
    const spread = [{ topologyKey: 'zone', maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway' as const }];
    expect(template({ spread }).topologySpreadConstraint).toEqual([
      { ...spread[0], labelSelector: [{ matchLabels: SELECTOR }] },
    ]);
  });

  test('keeps variables in their order, since $(NAME) sees only those before it', () => {
    const env = { USER: 'a', PASSWORD: { from: 'secret', name: 's', key: 'k' }, DSN: '$(USER):$(PASSWORD)' } as const;
    expect((container({ env }).env as { name: string }[]).map(({ name }) => name)).toEqual(['USER', 'PASSWORD', 'DSN']);
    expect(container({ env }).env).toContainEqual({
      name: 'PASSWORD',
      valueFrom: { secretKeyRef: { name: 's', key: 'k', optional: undefined } },
    });
  });

  test('sorts labels and annotations, whoever added them first', () => {
    const { metadata } = podTemplate({ ...POD, labels: { b: '2', a: '1' } }, SELECTOR);
    expect(Object.keys(metadata.labels!)).toEqual(['a', 'b']);
  });

  test('changes the owner of files only where the root of a volume has another', () => {
    expect(template({ fsGroup: 1000 }).securityContext).toMatchObject({
      fsGroup: '1000',
      fsGroupChangePolicy: 'OnRootMismatch',
    });
  });

  test('asks for all required conditions at once, and for preferred ones one by one', () => {
    const required = [
      { key: 'zone', operator: 'In' as const, values: ['b', 'a'] },
      { key: 'gpu', operator: 'Exists' as const },
    ];
    expect(template({ nodeAffinity: { required, preferred: [] } }).affinity!.nodeAffinity).toEqual({
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerm: [
          {
            matchExpressions: [
              { key: 'zone', operator: 'In', values: ['a', 'b'] },
              { key: 'gpu', operator: 'Exists', values: undefined },
            ],
          },
        ],
      },
      preferredDuringSchedulingIgnoredDuringExecution: undefined,
    });
  });

  test('is the same for every kind of workload', () => {
    const { apps } = aWorkplace({}, { baseline: false });
    const metadata = { name: 'web' };
    const selector = { matchLabels: SELECTOR };
    const block = podTemplate(POD, SELECTOR);
    new StatefulSetV1(apps, 'set', { metadata, spec: { serviceName: 'web', selector, template: block } });
    new DaemonSetV1(apps, 'daemon', { metadata, spec: { selector, template: block } });
    const once = podTemplate({ ...POD, restartPolicy: 'Never' }, SELECTOR);
    new JobV1(apps, 'job', { metadata, spec: { template: once } });
    const jobTemplate = { metadata: {}, spec: { template: once } };
    new CronJobV1(apps, 'cron', { metadata, spec: { schedule: '0 3 * * *', jobTemplate } });
    expect(billOf(apps)).toEqual([
      'kubernetes_cron_job_v1 x1',
      'kubernetes_daemon_set_v1 x1',
      'kubernetes_job_v1 x1',
      'kubernetes_stateful_set_v1 x1',
    ]);
  });
});

describe('what others add to the Pods of a workload', () => {
  const spec = (act: (web: ReturnType<typeof aWebService>['web']) => void) => {
    const { apps, web } = aWebService();
    act(web);
    return resourceOf(apps, 'kubernetes_deployment_v1').attributes.spec.template;
  };

  test('is in the template, all of it', () => {
    const { metadata, spec: pod } = spec(({ pod }) => {
      pod.addEnvironment('HOST', 'db.internal');
      pod.addVolume({ name: 'data', source: { kind: 'claim', claimName: 'web-data' } }, { path: '/data' });
      pod.addLabel('team', 'shop');
      pod.addAnnotation('example.com/note', 'any text: "1"');
      pod.addToleration({ key: 'virtual-kubelet.io/provider', operator: 'Exists' });
      pod.requireNodes({ key: 'arch', operator: 'In', values: ['amd64'] });
      pod.preferNodes(10, { key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] });
      pod.addReadinessGate('example.com/ready');
      pod.addImagePullSecret('registry');
      pod.useServiceAccount('reader');
      pod.addInitContainer({ ...CONTAINER, name: 'before' });
      pod.addContainer({ ...CONTAINER, name: 'beside' });
      pod.addEnvironment('LEVEL', 'debug', 'beside');
    });
    expect(metadata.labels.team).toBe('shop');
    expect(metadata.annotations).toEqual({ 'example.com/note': 'any text: "1"' });
    expect(pod).toMatchObject({
      service_account_name: 'reader',
      automount_service_account_token: false,
      image_pull_secrets: [{ name: 'registry' }],
      readiness_gate: [{ condition_type: 'example.com/ready' }],
      toleration: [{ key: 'virtual-kubelet.io/provider', operator: 'Exists' }],
      volume: [{ name: 'data', persistent_volume_claim: { claim_name: 'web-data' } }],
      init_container: [{ name: 'before' }],
      container: [
        {
          name: 'web',
          env: [{ name: 'HOST', value: 'db.internal' }],
          volume_mount: [{ name: 'data', mount_path: '/data' }],
        },
        { name: 'beside', env: [{ name: 'LEVEL', value: 'debug' }] },
      ],
    });
    expect(Object.keys(pod.affinity)).toEqual(['node_affinity', 'pod_anti_affinity']);
  });

  test('twice is added once', () => {
    const { spec: pod } = spec(({ pod }) => {
      for (let time = 0; time < 2; time += 1) {
        pod.addEnvironment('HOST', 'db.internal');
        pod.addVolume({ name: 'data', source: { kind: 'empty' } }, { path: '/data' });
        pod.addToleration({ key: 'a', operator: 'Exists' });
        pod.preferNodes(10, { key: 'a', operator: 'Exists' });
        pod.addContainer({ ...CONTAINER, name: 'beside' });
      }
    });
    expect(pod.container).toHaveLength(2);
    expect(pod.container[0].env).toHaveLength(1);
    expect(pod.container[0].volume_mount).toHaveLength(1);
    expect(pod.volume).toHaveLength(1);
    expect(pod.toleration).toHaveLength(1);
    expect(pod.affinity.node_affinity.preferred_during_scheduling_ignored_during_execution).toHaveLength(1);
  });

  type Act = (web: ReturnType<typeof aWebService>['web']) => void;
  test.each<[string, Act, object]>([
    [
      'another value for a variable',
      ({ pod }) => [1, 2].forEach((one) => pod.addEnvironment('A', `${one}`)),
      { code: 'pod-conflict', value: '2' },
    ],
    [
      'another volume of the same name',
      ({ pod }) =>
        ['/a', '/b'].forEach((path) => pod.addVolume({ name: 'x', source: { kind: 'host-path', path } }, { path })),
      { code: 'pod-conflict' },
    ],
    [
      'two volumes on one path',
      ({ pod }) => ['a', 'b'].forEach((name) => pod.addVolume({ name, source: { kind: 'empty' } }, { path: '/data' })),
      { code: 'pod-conflict' },
    ],
    ['another value for our label', ({ pod }) => pod.addLabel('app.kubernetes.io/name', 'x'), { code: 'pod-conflict' }],
    [
      'a second service account',
      ({ pod }) => ['a', 'b'].forEach((name) => pod.useServiceAccount(name)),
      { code: 'pod-conflict', value: 'b' },
    ],
    [
      'a container called like the application',
      ({ pod }) => pod.addContainer({ ...CONTAINER, image: 'other:1' }),
      { code: 'pod-conflict' },
    ],
    [
      'a variable of a container that is not there',
      ({ pod }) => pod.addEnvironment('A', '1', 'x'),
      { code: 'container-unknown' },
    ],
    [
      'a weight above 100',
      ({ pod }) => pod.preferNodes(101, { key: 'a', operator: 'Exists' }),
      { code: 'number-invalid' },
    ],
    [
      'a condition without its values',
      ({ pod }) => pod.requireNodes({ key: 'a', operator: 'In' }),
      { code: 'node-condition' },
    ],
    [
      'a condition with values it cannot have',
      ({ pod }) => pod.requireNodes({ key: 'a', operator: 'Exists', values: ['1'] }),
      { code: 'node-condition' },
    ],
    ['a label that Kubernetes refuses', ({ pod }) => pod.addLabel('a', 'x y'), { code: 'label-invalid' }],
    [
      'an annotation key that Kubernetes refuses',
      ({ pod }) => pod.addAnnotation('a b', 'x'),
      { code: 'label-invalid' },
    ],
    [
      'a mount path that is not absolute',
      ({ pod }) => pod.addVolume({ name: 'x', source: { kind: 'empty' } }, { path: 'data' }),
      { code: 'mount-path' },
    ],
    [
      'a size that is no quantity',
      ({ pod }) => pod.addVolume({ name: 'x', source: { kind: 'empty', sizeLimit: '1GB' } }, { path: '/x' }),
      { code: 'quantity-invalid' },
    ],
  ])('%s is refused, and nothing is changed', (_title, act, expected) => {
    const { web } = aWebService();
    expect(problemsOf(() => act(web))).toEqual([expect.objectContaining({ path: 'shop-apps/shop/web', ...expected })]);
  });

  test('a mount of a volume that the Pod does not have is a problem', () => {
    const containers = [{ ...CONTAINER, mounts: [{ volume: 'x', path: '/x' }] }];
    expect(podProblems({ ...POD, containers }).map(({ code }) => code)).toEqual(['volume-unknown']);
  });
});
