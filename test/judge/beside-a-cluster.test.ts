import { Testing } from 'cdktf';
import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { rolesNeeded } from '../../lib/core/roles';
import { LogProject } from '../../lib/logs/log-project';
import { LogStore } from '../../lib/logs/log-store';
import { Network } from '../../lib/network/network';
import { Peer } from '../../lib/network/peer';
import { PodNetwork } from '../../lib/network/pod-network';
import { Port } from '../../lib/network/port';
import { SecurityGroup } from '../../lib/network/security-group';
import { KmsKey } from '../../lib/security/kms-key';
import { RamRole } from '../../lib/security/ram-role';
import { Trust } from '../../lib/security/ram-trust';
import { RamUser } from '../../lib/security/ram-user';
import { AccountSetup } from '../../lib/stacks/account-setup';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { OssBucket } from '../../lib/storage/oss-bucket';
import { BucketEncryption } from '../../lib/storage/oss-encryption';

/** What stands beside a cluster and in no example: keys, buckets, logs, roles and users, each granted something. */
function besideACluster() {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'beside', { region: 'cn-hangzhou', tags: { team: 'platform' } });
  const key = new KmsKey(cloud, 'key');
  const logs = new OssBucket(cloud, 'logs');
  const pictures = new OssBucket(cloud, 'pictures', {
    encryption: BucketEncryption.withKey(key),
    accessLogs: { bucket: logs },
    lifecycle: [{ prefix: 'tmp/', deleteAfterDays: 90 }],
  });
  const store = new LogStore(cloud, 'store', { project: new LogProject(cloud, 'project') });
  const role = new RamRole(cloud, 'crawler', { trust: Trust.service('ecs.aliyuncs.com') });
  pictures.grantReadWrite(role, { prefix: 'uploads/' });
  store.grantWrite(role);
  new RamUser(cloud, 'ada', { name: 'ada' });
  return app;
}

/** A network with all that it can have, and groups of both types that let each other in. */
function everyNetwork() {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'wide', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', {
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i'],
    secondaryCidrs: ['10.64.0.0/16'],
    podNetwork: PodNetwork.terway(),
    perZone: { pods: 4000 },
    ipv6: true,
  });
  const enterprise = new SecurityGroup(cloud, 'enterprise', { network });
  const basic = new SecurityGroup(cloud, 'basic', { network, type: 'basic' });
  enterprise.allowFrom(basic, Port.tcp(8080), 'the gateway');
  basic.allowFrom(enterprise, Port.tcp(9090), 'the workers');
  basic.allowFrom(Peer.cidr('192.168.0.0/16'), Port.tcp(443), 'the office');
  return app;
}

/** An account that is prepared for a cluster: services, roles, service-linked roles. */
function anAccount() {
  const app = Testing.app();
  const planned = new CloudStack(Testing.app(), 'planned', { region: 'cn-hangzhou' });
  const network = new Network(planned, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  new ManagedCluster(planned, 'cluster', { network }).addVirtualNode();
  const roles = rolesNeeded(planned);
  new AccountSetup(app, 'account', { region: 'cn-hangzhou', roles, activate: ['ack', 'log', 'nas'] });
  return app;
}

test.each([
  ['keys, buckets, logs, roles and users', besideACluster],
  ['a network with a secondary range and IPv6, and groups that let each other in', everyNetwork],
  ['an account with what a cluster needs', anAccount],
])('Terraform accepts, applies, plans again without a change, and destroys %s', async (_, program) => {
  const rehearsal = await rehearse(program());
  expect(describeFailures(rehearsal)).toBe('');
  expect(rehearsal.ok).toBe(true);
  expect(rehearsal.steps.map(({ step }) => step)).toEqual(expect.arrayContaining(['plan again', 'destroy']));
  expect(warningsOf(rehearsal)).toEqual([]);
});
