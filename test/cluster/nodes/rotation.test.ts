import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import type { Rotation } from '../../../lib/cluster/nodes/rotation';
import { Network } from '../../../lib/network/network';
import { resourceOf } from '../../../lib/testing';
import { aCloud } from '../../support/cloud';
import { problemsOf } from '../../support/problems';

function aPool(rotation: Rotation | undefined, version = '1.34.1-aliyun.1') {
  const cloud = aCloud();
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network, version });
  const pool = cluster.addNodePool('workers', {
    instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'],
    size: 3,
    rotation,
  });
  return { cloud, pool };
}

const attributesOf = (rotation?: Rotation) =>
  resourceOf(aPool(rotation).cloud, 'alicloud_cs_kubernetes_node_pool').attributes;

test('nodes are renewed one at a time, with new disks, without a stop', () => {
  expect(attributesOf({ kubernetesVersion: '1.34.1-aliyun.1' })).toMatchObject({
    upgrade_policy: { kubernetes_version: '1.34.1-aliyun.1', use_replace: true },
    rolling_policy: { max_parallelism: 1, pause_policy: 'NotPause' },
  });
});

test('some nodes are renewed by themselves, with a pause after the first', () => {
  const nodes = ['cn-hangzhou.10.0.0.8', 'cn-hangzhou.10.0.0.7'];
  expect(attributesOf({ nodes, pause: 'after-first', atOnce: 2, replaceDisk: false })).toMatchObject({
    upgrade_policy: { use_replace: false },
    rolling_policy: {
      max_parallelism: 2,
      pause_policy: 'FirstBatch',
      node_names: ['cn-hangzhou.10.0.0.7', 'cn-hangzhou.10.0.0.8'],
    },
  });
});

test('a pool without a rotation renews nothing', () => {
  expect(attributesOf()).not.toHaveProperty('upgrade_policy');
  expect(attributesOf()).not.toHaveProperty('rolling_policy');
});

test('a rotation that stands there is said at every synthesis', () => {
  const messages = (rotation?: Rotation) => aPool(rotation).pool.node.metadata.map(({ data }) => String(data));
  expect(messages({})).toEqual([expect.stringContaining('take it out once it is applied')]);
  expect(messages()).toEqual([]);
});

test.each([
  ['1.35.0-aliyun.1', 'never run a newer Kubernetes', 'raise the version of the cluster first'],
  ['1.30.1-aliyun.1', '3 minors behind', 'kubernetesVersion: "1.34.1-aliyun.1"'],
])('nodes of %s beside a control plane of 1.34 are refused', (kubernetesVersion, what, fix) => {
  const [problem, ...more] = problemsOf(() => aPool({ kubernetesVersion }));
  expect(problem).toMatchObject({ code: 'version-skew', path: 'shop/cluster/workers', value: kubernetesVersion });
  expect(problem!.what).toContain(what);
  expect(problem!.fix).toContain(fix);
  expect(more).toEqual([]);
});

test('nodes three minors behind are still in', () => {
  expect(() => aPool({ kubernetesVersion: '1.31.1-aliyun.1' })).not.toThrow();
});

test('a wait between batches and a stop after them are refused together', () => {
  expect(problemsOf(() => aPool({ minutesBetween: 10, pause: 'after-each' }))[0]).toMatchObject({
    code: 'choice-conflict',
    path: 'shop/cluster/workers',
  });
  expect(attributesOf({ minutesBetween: 10 }).rolling_policy).toMatchObject({ batch_interval: '10' });
});

test('what is no rotation is refused', () => {
  const wrong = {
    kubernetesVersion: 'newest',
    atOnce: 0,
    minutesBetween: 2,
    pause: 'sometimes',
  } as unknown as Rotation;
  expect(problemsOf(() => aPool(wrong)).map(({ code }) => code)).toEqual([
    'version-invalid',
    'number-invalid',
    'number-invalid',
    'choice-invalid',
    'choice-conflict',
  ]);
});
