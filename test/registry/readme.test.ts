import { join } from 'node:path';
import { App } from 'cdktf';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { ContainerRegistry } from '../../lib/registry/container-registry';
import { RegistryBilling } from '../../lib/registry/container-registry-props';
import { RamRole } from '../../lib/security/ram-role';
import { Trust } from '../../lib/security/ram-trust';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { blocksOf, fenced } from '../support/hcl-blocks';

const README = join(__dirname, '../../lib/registry/README.md');

test('the HCL in the README is that of its program', async () => {
  const app = new App();
  const cloud = new CloudStack(app, 'shop', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  const billing = RegistryBilling.subscription(1);
  const registry = new ContainerRegistry(cloud, 'registry', { name: 'acme', billing });
  const web = registry.addNamespace('shop').addRepository('web');
  web.grantPush(new RamRole(cloud, 'builder', { trust: Trust.service('ecs.aliyuncs.com') }));
  registry.allowPull(cluster, { namespaces: ['shop'] });
  expect(fenced(README, 'hcl')).toContain(await blocksOf(cloud, /^alicloud_cr_/));
});
