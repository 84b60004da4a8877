import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { Testing, type App } from 'cdktf';
import { AckRole } from '../../../lib/cluster/access/ack-role';
import { ClusterAccess } from '../../../lib/cluster/access/cluster-access';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { LogProject } from '../../../lib/logs/log-project';
import { Network } from '../../../lib/network/network';
import { KmsKey } from '../../../lib/security/kms-key';
import { RamRole } from '../../../lib/security/ram-role';
import { Trust } from '../../../lib/security/ram-trust';
import { RamUser } from '../../../lib/security/ram-user';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { OssBucket } from '../../../lib/storage/oss-bucket';
import { BucketEncryption } from '../../../lib/storage/oss-encryption';
import { ClusterRole } from '../../../lib/workload/access/cluster-role';
import { May } from '../../../lib/workload/access/duty';
import { Role } from '../../../lib/workload/access/role';
import { ServiceAccount } from '../../../lib/workload/access/service-account';
import { Subject } from '../../../lib/workload/access/subject';
import { Team } from '../../../lib/workload/access/team';
import { Namespace } from '../../../lib/workload/namespace';
import { Scale } from '../../../lib/workload/scaling/scale';
import { WebService } from '../../../lib/workload/web-service';
import { IMAGE } from '../a-web-service';

/** Three stacks: the cluster, a bucket that comes after it, and what runs in it. */
function everything(app: App): void {
  const cloud = new CloudStack(app, 'shop', { region: 'cn-hangzhou', protection: 'sandbox', tags: { team: 'shop' } });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 12 } });
  const logs = new OssBucket(cloud, 'access-logs', { lifecycle: [{ deleteAfterDays: 30 }] });
  const files = new OssBucket(cloud, 'files', {
    versioning: true,
    encryption: BucketEncryption.withKey(new KmsKey(cloud, 'key')),
    accessLogs: { bucket: logs },
  });
  const ci = new RamUser(cloud, 'ci');
  const dev = new RamUser(cloud, 'dev');
  const operators = new RamRole(cloud, 'operators', { trust: Trust.accounts('1234567890123456') });
  new ClusterAccess(cloud, 'ci-access', { principal: ci }).grant(
    cluster,
    AckRole.developer({ namespaces: ['default'] }),
  );
  new ClusterAccess(cloud, 'operators-access', { principal: operators }).grant(cluster, AckRole.operator());

  const data = new CloudStack(app, 'data', { region: 'cn-hangzhou', protection: 'sandbox' });
  data.addDependency(cloud);
  const archive = new OssBucket(data, 'archive', { storageClass: 'infrequent' });

  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const shop = new Namespace(apps, 'shop');
  const uploader = new ServiceAccount(shop, 'uploader', { apiToken: true });
  files.grantReadWrite(uploader, { prefix: 'uploads/' });
  archive.grantPut(uploader);
  LogProject.fromAttributes(cloud, 'logs', { projectName: 'acme-logs' }).grantWrite(uploader, 'web');
  const web = new WebService(shop, 'web', {
    image: IMAGE,
    port: 8080,
    requests: { cpu: '500m', memory: '1Gi' },
    scale: Scale.fixed(3),
  });
  uploader.useIn(web);
  new ClusterAccess(apps, 'dev-access', { principal: dev }).grant(cluster, AckRole.developer({ namespaces: [shop] }));
  new Team(apps, 'payments', { members: [ci, Subject.group('payments')], namespaces: [shop], may: May.deploy() });
  new Team(apps, 'auditors', { members: [operators], namespaces: 'all', may: May.view() });
  new Role(shop, 'observer', { rules: [{ resources: ['pods'], verbs: ['list'] }] }).grantTo(uploader);
  new ClusterRole(apps, 'nodes', { rules: [{ resources: ['nodes'], verbs: ['list'] }] }).grantTo(uploader);
}

test('Terraform makes it all in order, plans again without a change, and destroys it', async () => {
  const app = Testing.app();
  everything(app);
  const rehearsal = await rehearse(app);
  expect(describeFailures(rehearsal)).toBe('');
  expect(rehearsal.ok).toBe(true);
  expect(new Set(rehearsal.steps.map(({ stack }) => stack))).toEqual(new Set(['shop', 'data', 'shop-apps']));
  expect(rehearsal.steps.map(({ step }) => step)).toContain('plan again');
  expect(warningsOf(rehearsal)).toEqual([]);
}, 240_000);
