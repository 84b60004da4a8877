import { Testing } from 'cdktf';
import { EXAMPLES } from '../../examples/main';
import { kubernetesObjectsOf, stacksOf, type KubernetesObject } from '../../lib/testing';
import { aWorkloadOfConstructs } from '../support/kubernetes-constructs';
import { aWorkloadOfEverything } from '../support/kubernetes-program';
import { customResources } from '../support/kubernetes-schemas/custom-resources';
import { findingsOn, MINORS } from '../support/kubernetes-schemas/validator';

/** Kinds that a program must hold for its test to say something. */
const COMMON = ['Deployment', 'HorizontalPodAutoscaler', 'NetworkPolicy', 'PodDisruptionBudget', 'Service'];
const RAW = [...COMMON, 'CronJob', 'Ingress', 'PersistentVolume', 'RoleBinding', 'Secret', 'StatefulSet'];
const OURS = [...COMMON, 'CronHorizontalPodAutoscaler', 'ResourcePolicy', 'ResourceQuota', 'WorkloadSpread'];

const labelled = (objects: readonly KubernetesObject[]): string[] =>
  objects.flatMap((object) => {
    const { known, problems } = findingsOn(object);
    const name = `${object.kind} ${object.metadata.namespace ?? '-'}/${object.metadata.name ?? '?'}`;
    return known ? problems.map((problem) => `${name}: ${problem}`) : [`${name}: no schema of ${object.apiVersion}`];
  });

test(`every object of every example is one of Kubernetes 1.${MINORS.join(', 1.')}, or of a known custom resource`, () => {
  const problems = Object.entries(EXAMPLES).flatMap(([name, build]) => {
    const app = Testing.app();
    build(app);
    const objects = stacksOf(app).flatMap((stack) => kubernetesObjectsOf(stack));
    return labelled(objects).map((problem) => `${name}: ${problem}`);
  });
  expect(problems).toEqual([]);
});

test.each([
  ['the provider’s own resources', aWorkloadOfEverything, RAW],
  ['our constructs', aWorkloadOfConstructs, OURS],
])('so is every object of a program of %s', (_title, program, kinds) => {
  const objects = stacksOf(program()).flatMap((stack) => kubernetesObjectsOf(stack));
  expect(labelled(objects)).toEqual([]);
  expect(objects.map(({ kind }) => kind)).toEqual(expect.arrayContaining(kinds));
});

describe('the judge refuses', () => {
  const metadata = { name: 'web', namespace: 'shop' };
  const container = { name: 'web', image: 'web:1' };
  const deployment = (spec: object, inContainer: object = {}): KubernetesObject => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ ...container, ...inContainer }] } },
      ...spec,
    },
  });
  const cron = (job: object): KubernetesObject => ({
    apiVersion: 'autoscaling.alibabacloud.com/v1beta1',
    kind: 'CronHorizontalPodAutoscaler',
    metadata,
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, jobs: [job] },
  });
  const policy = (spec: object): KubernetesObject => ({
    apiVersion: 'scheduling.alibabacloud.com/v1alpha1',
    kind: 'ResourcePolicy',
    metadata,
    spec: { strategy: 'prefer', units: [{ resource: 'ecs' }, { resource: 'eci' }], ...spec },
  });
  const spread = (spec: object): KubernetesObject => ({
    apiVersion: 'apps.kruise.io/v1alpha1',
    kind: 'WorkloadSpread',
    metadata,
    spec: { targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, subsets: [{ name: 'a' }], ...spec },
  });
  const morning = { name: 'up', schedule: '0 0 8 * * *', targetSize: 10 };

  test('nothing of what is right', () => {
    const right = [
      deployment({ replicas: 3 }),
      cron(morning),
      policy({ selector: { app: 'web' }, whenTryNextUnits: { policy: 'TimeoutOrExceedMax', timeout: '1m' } }),
      spread({ subsets: [{ name: 'ecs', maxReplicas: '50%', tolerations: [{ key: 'k', operator: 'Exists' }] }] }),
    ];
    expect(labelled(right)).toEqual([]);
  });

  test.each([
    ['a misspelt field', deployment({ replica: 3 }), '/spec must NOT have additional properties (replica)'],
    ['text for a number', deployment({ replicas: 'three' }), '/spec/replicas must be number'],
    ['half a Pod', deployment({ replicas: 1.5 }), '/spec/replicas'],
    ['a missing field', deployment({ selector: undefined }), "/spec must have required property 'selector'"],
    [
      'a field of another place',
      deployment({}, { nodeSelector: {} }),
      'must NOT have additional properties (nodeSelector)',
    ],
    ['an amount that is none', deployment({}, { resources: { requests: { cpu: 'half' } } }), '/requests/cpu'],
    [
      'a number where labels belong',
      deployment({ selector: { matchLabels: { app: 1 } } }),
      '/matchLabels/app must be string',
    ],
    [
      'a schedule of five fields',
      cron({ ...morning, schedule: '0 8 * * *' }),
      '/spec/jobs/0/schedule must match pattern',
    ],
    [
      'a job that says no size',
      cron({ ...morning, targetSize: undefined }),
      "must have required property 'targetSize'",
    ],
    [
      'a label selector where a map belongs',
      policy({ selector: { matchLabels: { app: 'web' } } }),
      '/spec/selector/matchLabels must be string',
    ],
    [
      'a unit that nobody sells',
      policy({ units: [{ resource: 'ecs2' }] }),
      '/spec/units/0/resource must be equal to one of',
    ],
    ['a policy without units', policy({ units: [] }), '/spec/units must NOT have fewer than 1 items'],
    [
      'a toleration that Kubernetes does not know, in a custom resource',
      spread({ subsets: [{ name: 'a', tolerations: [{ keys: 'k' }] }] }),
      '/spec/subsets/0/tolerations/0 must NOT have additional properties (keys)',
    ],
    [
      'a version that is no longer served',
      { ...deployment({}), apiVersion: 'apps/v1beta1' },
      'no schema of apps/v1beta1',
    ],
  ])('%s', (_title, object, says) => {
    expect(labelled([object as KubernetesObject]).join('\n')).toContain(says);
  });

  test('no expression of Terraform, whatever stands in its place', () => {
    const open = '${data.alicloud_db.it.port}';
    expect(labelled([deployment({ replicas: open }, { ports: open, resources: { requests: { cpu: open } } })])).toEqual(
      [],
    );
  });
});

test('kinds of which nobody publishes a schema are said to be unknown, not right', () => {
  const object = { apiVersion: 'storage.alibabacloud.com/v1beta1', kind: 'ContainerNetworkFileSystem', metadata: {} };
  expect(findingsOn(object)).toEqual({ known: false, problems: [] });
});

test.each(customResources(34).map((one) => [one.kind, one] as const))(
  'the schema of %s names its source',
  (_kind, one) => {
    expect(one.source).toMatch(/^https:\/\//);
  },
);
