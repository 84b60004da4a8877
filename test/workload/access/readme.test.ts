import { join } from 'node:path';
import { App } from 'cdktf';
import { AckRole } from '../../../lib/cluster/access/ack-role';
import { ClusterAccess } from '../../../lib/cluster/access/cluster-access';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { Network } from '../../../lib/network/network';
import { RamUser } from '../../../lib/security/ram-user';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { OssBucket } from '../../../lib/storage/oss-bucket';
import { May } from '../../../lib/workload/access/duty';
import { ServiceAccount } from '../../../lib/workload/access/service-account';
import { Team } from '../../../lib/workload/access/team';
import { Namespace } from '../../../lib/workload/namespace';
import { blocksOf, fenced } from '../../support/hcl-blocks';

const README = join(__dirname, '../../../lib/workload/access/README.md');

test('the HCL in the README is that of its program', async () => {
  const app = new App();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  const files = new OssBucket(cloud, 'files');
  const ada = RamUser.fromAttributes(cloud, 'ada', { uid: '200123456789012345', userName: 'ada' });
  new ClusterAccess(cloud, 'ada-access', { principal: ada }).grant(cluster, AckRole.restricted());
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const shop = new Namespace(apps, 'shop');
  new Team(apps, 'auditors', { members: [ada], namespaces: [shop], may: May.view() });
  const uploader = new ServiceAccount(shop, 'uploader');
  files.grantReadWrite(uploader, { prefix: 'uploads/' });

  const shown = fenced(README, 'hcl');
  expect(shown).toContain(await blocksOf(cloud, /^alicloud_cs_kubernetes_permissions$/));
  expect(shown).toContain(await blocksOf(apps, /^kubernetes_role_binding_v1$/));
  expect(shown).toContain(await blocksOf(cloud, /^alicloud_ram_role$/));
  expect(shown).toContain(await blocksOf(apps, /^kubernetes_service_account_v1$/));
});
