import { Testing } from 'cdktf';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import { ServiceDiscovery } from '../../../lib/cluster/service-discovery';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { resourceOf, resourcesOf, synthesized } from '../../../lib/testing';
import { ClusterBaseline } from '../../../lib/workload/baseline/cluster-baseline';
import type { ClusterBaselineProps } from '../../../lib/workload/baseline/cluster-baseline-props';
import { eciProfile } from '../../../lib/workload/baseline/eci-profile';
import type { ICluster } from '../../../lib/core/cluster';
import { problemsOf } from '../../support/problems';
import { aWorkplace, withVirtualNode } from '../a-workplace';

const PATCH = 'kubernetes_config_map_v1_data';

test('tells ECI the vSwitches and the group of the virtual node, and owns those keys only', () => {
  const { apps } = aWorkplace(withVirtualNode());
  const { data, ...rest } = resourceOf(apps, PATCH).attributes;
  expect(rest).toEqual({
    metadata: { name: 'eci-profile', namespace: 'kube-system' },
    force: true,
    field_manager: 'alicloud-constructs',
  });
  expect(Object.keys(data)).toEqual(['securityGroupId', 'vSwitchIds']);
  expect(data.vSwitchIds.split(',')).toEqual(['h', 'i', 'j'].map((letter) => expect.stringContaining(letter)));
  expect(data.securityGroupId).toMatch(/^\$\{data\.terraform_remote_state\./);
  expect(resourcesOf(apps, 'kubernetes_config_map_v1')).toEqual([]);
});

test('keeps settings beside them, as texts, sorted, and leaves alone what is not said', () => {
  const { apps } = aWorkplace(withVirtualNode(), {
    baseline: { eci: { privateZone: true, logController: false, resourceGroupId: 'rg-1' } },
  });
  const { data } = resourceOf(apps, PATCH).attributes;
  expect(Object.entries(data).filter(([key]) => !['vSwitchIds', 'securityGroupId'].includes(key))).toEqual([
    ['enableLogController', 'false'],
    ['enablePrivateZone', 'true'],
    ['resourceGroupId', 'rg-1'],
  ]);
});

test('tells Pods of a Serverless cluster to ask the private zone that it was given', () => {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const serviceDiscovery = ServiceDiscovery.privateZone();
  const cluster = new ServerlessCluster(cloud, 'cluster', { network, serviceDiscovery });
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  expect(resourceOf(apps, PATCH).attributes).toMatchObject({ data: { enablePrivateZone: 'true' } });
});

test('makes nothing where there is nothing to do', () => {
  const { apps } = aWorkplace();
  expect(apps.baseline!.ready).toEqual([]);
  expect(synthesized(apps).resource).toBeUndefined();
});

test('is of the first stack of a cluster; others have none, unless the first leaves it', () => {
  const { apps, cluster } = aWorkplace(withVirtualNode());
  const second = new WorkloadStack(apps.node.root as never, 'second', { cluster });
  expect([apps.baseline?.node.path, second.baseline]).toEqual(['shop-apps/baseline', undefined]);
  expect(resourcesOf(second, PATCH)).toEqual([]);

  const left = aWorkplace(withVirtualNode(), { baseline: false });
  const taken = new WorkloadStack(left.apps.node.root as never, 'second', { cluster: left.cluster });
  expect([left.apps.baseline, taken.baseline?.node.path]).toEqual([undefined, 'second/baseline']);
});

test('is refused a second time, both named', () => {
  const { apps, cluster } = aWorkplace();
  const [problem] = problemsOf(() => new ClusterBaseline(apps, 'again'));
  expect(problem).toMatchObject({ code: 'baseline-duplicate', path: 'shop-apps/again', value: 'shop-apps/baseline' });
  const more = () => new WorkloadStack(apps.node.root as never, 'second', { cluster, baseline: {} });
  expect(problemsOf(more)).toMatchObject([{ code: 'baseline-duplicate', path: 'second/baseline' }]);
});

test('that was made before the virtual node would not tell ECI about it, and is refused', () => {
  const { apps, cluster } = aWorkplace();
  cluster.addVirtualNode();
  const [problem] = problemsOf(() => synthesized(apps));
  expect(problem).toMatchObject({ code: 'virtual-node-late', path: 'shop-apps/baseline' });
  expect(problem!.fix).toContain('before new WorkloadStack(');
});

test.each<[ClusterBaselineProps | object, string]>([
  [{ eci: { privateZone: true } }, 'cluster-kind'],
  [{ eci: { vSwitchIds: 'vsw-1' } }, 'prop-unknown'],
  [{ eci: { resourceGroupId: '' } }, 'type-invalid'],
  [{ names: {} }, 'prop-unknown'],
])('%j is refused with %s on a cluster without a virtual node', (baseline, code) => {
  expect(problemsOf(() => aWorkplace({}, { baseline })).map((problem) => problem.code)).toEqual([code]);
});

test('the profile of a cluster with neither a virtual node nor settings is empty', () => {
  expect(eciProfile({} as ICluster, { privateZone: undefined })).toEqual({});
});
