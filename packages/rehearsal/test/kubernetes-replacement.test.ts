import { planObject } from '../src/engine/plan';
import { requiresReplace } from '../src/engine/replace';
import { refusals } from '../src/rules';
import { loadBuiltIn } from '../src/schema/load';
import { shapeOf } from '../src/schema/shape';
import { cloudOf } from './support/cloud';
import { asSent } from './sweep/in-process';
import { CLUSTER } from './rules/kube';

const KUBERNETES = loadBuiltIn('hashicorp/kubernetes');

/** The first names of the paths for which an object is replaced when its configuration changes. */
function replaced(type: string, before: object, after: object): string[] {
  const shape = shapeOf(KUBERNETES.schema.resource_schemas![type]!.block!);
  const [prior, planned] = [before, after].map((config) => planObject(shape, asSent(shape, config), null));
  const paths = requiresReplace(shape, KUBERNETES.facts.resources?.[type], prior!, planned!);
  return paths.map((path) => path.filter((part) => typeof part === 'string').join('.'));
}

const spec = (one: object): object => ({ metadata: [{ name: 'x' }], spec: [one] });

test.each([
  ['kubernetes_service_v1', { load_balancer_class: 'a' }, { load_balancer_class: 'b' }, 'spec.load_balancer_class'],
  ['kubernetes_pod_disruption_budget_v1', { max_unavailable: '1' }, { max_unavailable: '2' }, 'spec.max_unavailable'],
  ['kubernetes_stateful_set_v1', { service_name: 'a' }, { service_name: 'b' }, 'spec.service_name'],
  [
    'kubernetes_job_v1',
    { template: [{ spec: [{ container: [{ name: 'a', image: 'a:1' }] }] }] },
    { template: [{ spec: [{ container: [{ name: 'a', image: 'a:2' }] }] }] },
    'spec.template.spec.container.image',
  ],
] as const)('%s is replaced for a change of %j to %j', (type, before, after, path) => {
  expect(replaced(type, spec(before), spec(after))).toEqual([path]);
});

test('what changes in place does', () => {
  const ports = (port: number) => spec({ type: 'LoadBalancer', port: [{ port }] });
  expect(replaced('kubernetes_service_v1', ports(80), ports(81))).toEqual([]);
  expect(replaced('kubernetes_deployment_v1', spec({ replicas: '1' }), spec({ replicas: '2' }))).toEqual([]);
});

test('kube-storage-class: a reclaim policy does not change, though the plan says so', () => {
  const type = 'kubernetes_storage_class_v1';
  const [prior, values] = ['Delete', 'Retain'].map((policy) => ({
    metadata: [{ name: 'disk' }],
    reclaim_policy: policy,
  }));
  const cloud = cloudOf(['alicloud_cs_managed_kubernetes', CLUSTER, {}]);
  const change = { action: 'update', type, values: values!, config: values!, cluster: CLUSTER } as const;
  expect(refusals({ ...change, prior: prior! }, cloud).map(({ detail }) => detail)).toEqual([
    expect.stringContaining('reclaimPolicy stays "Delete"'),
  ]);
  expect(refusals({ ...change, prior: values! }, cloud)).toEqual([]);
});
