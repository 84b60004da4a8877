import fc from 'fast-check';
import { describeUpgrade, planUpgrade } from '../../lib/cluster/plan-upgrade';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { resourceOf } from '../../lib/testing';
import { aCloud } from '../support/cloud';
import { problemsOf } from '../support/problems';

test('an upgrade goes up a minor at a time, the control plane before the nodes', () => {
  const text = describeUpgrade({ from: '1.32.7-aliyun.1', to: '1.34.1-aliyun.1', pools: ['workers'] });
  expect(text).toBe(
    [
      " 1. control plane     1.33  version: '1.33.x-aliyun.x', controlPlaneOnly: true",
      " 2. nodes of workers  1.33  rotation: { kubernetesVersion: '1.33.x-aliyun.x' }",
      " 3. control plane     1.34  version: '1.34.1-aliyun.1', controlPlaneOnly: true",
      " 4. nodes of workers  1.34  rotation: { kubernetesVersion: '1.34.1-aliyun.1' }",
    ].join('\n'),
  );
});

test('every path ends at its goal, leaves out no minor, and has no nodes ahead of the control plane', () => {
  const minors = fc.tuple(fc.integer({ min: 20, max: 40 }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(minors, fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 3 }), ([first, up], pools) => {
      const { steps } = planUpgrade({ from: `1.${first}.1-aliyun.1`, to: `1.${first + up}.2-aliyun.1`, pools });
      const planes = steps.filter(({ what }) => what === 'control plane').map(({ to }) => Number(to.slice(2)));
      expect(planes).toEqual(up === 0 ? [first] : Array.from({ length: up }, (_, index) => first + 1 + index));
      expect(steps).toHaveLength(planes.length * (1 + pools.length));
      let plane = first;
      steps.forEach(({ what, to }) => {
        plane = what === 'control plane' ? Number(to.slice(2)) : plane;
        expect(Number(to.slice(2))).toBeLessThanOrEqual(plane);
      });
    }),
  );
});

test.each([
  [{ from: '1.34.1-aliyun.1', to: '1.33.3-aliyun.1' }, 'version-path'],
  [{ from: '1.34.2-aliyun.1', to: '1.34.1-aliyun.1' }, 'version-path'],
  [{ from: '1.33.1-aliyun.1', to: 'newest' }, 'version-invalid'],
  [{ from: '1.33.1-aliyun.1', to: '1.34', pools: ['a', 'a'] }, 'list-duplicate'],
])('%j is refused with %s', (ask, code) => {
  expect(problemsOf(() => planUpgrade(ask)).map((problem) => problem.code)).toEqual([code]);
});

test('a cluster can go up without its nodes', () => {
  const cloud = aCloud();
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  new ManagedCluster(cloud, 'cluster', { network, version: '1.34.1-aliyun.1', controlPlaneOnly: true });
  expect(resourceOf(cloud, 'alicloud_cs_managed_kubernetes').attributes).toMatchObject({
    version: '1.34.1-aliyun.1',
    upgrade_policy: { control_plane_only: true },
  });
});
