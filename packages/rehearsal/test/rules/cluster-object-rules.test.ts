import type { Obj } from '../../src/cty/value';
import { cloudOf, refused } from '../support/cloud';

const ID = 'c5eed456789abcdef0123456789abcdef';
const CLUSTER = ['alicloud_cs_managed_kubernetes', ID, {}] as const;
const NAMESPACE = ['kubernetes_namespace_v1', 'shop', { metadata: [{ name: 'shop' }] }, ID] as const;
const CLAIM = [
  'kubernetes_persistent_volume_claim_v1',
  'shop/data',
  { metadata: [{ name: 'data', namespace: 'shop' }] },
  ID,
] as const;

const secret = (namespace: string): Obj => ({ metadata: [{ name: 's', namespace }] });

test('without a configured cluster nothing is created', () => {
  expect(refused(cloudOf(), 'create', 'kubernetes_secret_v1', secret('default'))).toEqual([
    'the provider is not configured: it would try localhost and be refused',
  ]);
});

test('a cluster that is gone answers no more, not even to a deletion', () => {
  const gone = [`no API server answers: cluster ${ID} does not exist`];
  expect(refused(cloudOf(), 'create', 'kubernetes_secret_v1', secret('default'), ID)).toEqual(gone);
  expect(refused(cloudOf(), 'delete', 'kubernetes_secret_v1', secret('default'), ID)).toEqual(gone);
});

test('an object needs its namespace, in its own cluster', () => {
  const cloud = cloudOf(CLUSTER, NAMESPACE);
  expect(refused(cloud, 'create', 'kubernetes_secret_v1', secret('shop'), ID)).toEqual([]);
  expect(refused(cloud, 'create', 'kubernetes_secret_v1', secret('kube-system'), ID)).toEqual([]);
  expect(refused(cloud, 'create', 'kubernetes_secret_v1', secret('blog'), ID)).toEqual(['namespaces "blog" not found']);
  expect(refused(cloud, 'create', 'kubernetes_secret_v1', secret('shop'), 'https://other')).toEqual([
    'namespaces "shop" not found',
  ]);
});

test('a release may make its namespace itself', () => {
  const release = { name: 'r', namespace: 'blog' };
  expect(refused(cloudOf(CLUSTER), 'create', 'helm_release', release, ID)).toEqual(['namespaces "blog" not found']);
  expect(refused(cloudOf(CLUSTER), 'create', 'helm_release', { ...release, create_namespace: true }, ID)).toEqual([]);
});

test('a pod needs the claims that it mounts', () => {
  const deployment = (claim_name: string): Obj => ({
    metadata: [{ name: 'd', namespace: 'shop' }],
    spec: [{ template: [{ spec: [{ volume: [{ name: 'v', persistent_volume_claim: [{ claim_name }] }] }] }] }],
  });
  const cloud = cloudOf(CLUSTER, NAMESPACE, CLAIM);
  expect(refused(cloud, 'create', 'kubernetes_deployment_v1', deployment('data'), ID)).toEqual([]);
  expect(refused(cloud, 'create', 'kubernetes_deployment_v1', deployment('other'), ID)).toEqual([
    'persistentvolumeclaim "other" not found in namespace "shop"',
  ]);
});

test('a name is taken once per kind and namespace', () => {
  const cloud = cloudOf(CLUSTER, NAMESPACE, ['kubernetes_secret_v1', 'shop/s', secret('shop'), ID]);
  expect(refused(cloud, 'create', 'kubernetes_secret_v1', secret('shop'), ID)).toEqual([
    'secret_v1 "s" already exists',
  ]);
  expect(refused(cloud, 'create', 'kubernetes_secret_v1', secret('default'), ID)).toEqual([]);
});
