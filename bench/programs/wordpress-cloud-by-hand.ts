/** What WordPress needs of the cloud, by hand with L1 classes: network, cluster, database, shared files, balancer. */
import { NasAccessGroup } from '@cdktf/provider-alicloud/lib/nas-access-group';
import { NasAccessRule } from '@cdktf/provider-alicloud/lib/nas-access-rule';
import { NasFileSystem } from '@cdktf/provider-alicloud/lib/nas-file-system';
import { NasMountTarget } from '@cdktf/provider-alicloud/lib/nas-mount-target';
import { SlbLoadBalancer } from '@cdktf/provider-alicloud/lib/slb-load-balancer';
import type { App } from 'cdktf';
import type { Construct } from 'constructs';
import { controlPlane, workers } from './ack-by-hand';
import { virtualNode } from './apps-by-hand';
import { cloudStack, network, RANGES, type Net } from './network-by-hand';
import { mysql, siteDatabase } from './wordpress-database-by-hand';
import type { Site } from './wordpress-parts-by-hand';

export function wordpressCloud(app: App, id: string) {
  const name = `${id}-cloud`;
  const cloud = cloudStack(app, name);
  const net = network(cloud, name);
  const { ack, nodes } = controlPlane(cloud, name, net);
  const pool = workers(cloud, name, net, ack, {
    instanceTypes: ['ecs.g8i.2xlarge', 'ecs.g7.2xlarge', 'ecs.g8a.2xlarge'],
    desiredSize: '3',
    scalingConfig: { enable: false },
    lifecycle: { ignoreChanges: ['image_id', 'runtime_version'] },
  });
  virtualNode(cloud, { ack, pool });
  const instance = mysql(
    cloud,
    { name, net, nodes },
    { category: 'HighAvailability', instanceType: 'mysql.n2.medium.2c', instanceChargeType: 'Postpaid' },
  );
  const namespace = 'wordpress';
  const database = siteDatabase(cloud, instance, { namespace, database: 'wordpress', path: `${id}-apps/site` });
  const files = sharedFiles(cloud, name, net);
  const front = new SlbLoadBalancer(cloud, 'front', {
    loadBalancerName: `${name}-front`,
    addressType: 'internet',
    paymentType: 'PayAsYouGo',
    instanceChargeType: 'PayByCLCU',
    internetChargeType: 'PayByTraffic',
    deleteProtection: 'on',
    modificationProtectionStatus: 'ConsoleProtection',
    timeouts: { create: '10m', delete: '15m' },
    lifecycle: { ignoreChanges: ['tags'] },
  });
  const site: Site = { namespace, database, files, front };
  return { ack, nodes, vswitches: net.vswitches, site };
}

/** A file system that every node and Pod may mount; answers where. */
export function sharedFiles(cloud: Construct, name: string, { vpc, vswitches }: Net): NasMountTarget {
  const fileSystemType = 'standard';
  const system = new NasFileSystem(cloud, 'files', {
    description: `${name}-files`,
    fileSystemType,
    protocolType: 'NFS',
    storageType: 'Capacity',
    encryptType: 1,
    zoneId: 'cn-hangzhou-h',
    recycleBin: { status: 'Enable', reservedDays: 7 },
    timeouts: { create: '15m', update: '15m', delete: '20m' },
    lifecycle: { ignoreChanges: ['zone_id'] },
  });
  const access = new NasAccessGroup(cloud, 'access', {
    accessGroupName: `${name}-files`,
    accessGroupType: 'Vpc',
    fileSystemType,
  });
  const outward = Object.keys(vswitches).filter((purpose) => purpose !== 'data');
  const clients = outward.flatMap((purpose) => Object.values(RANGES[purpose]!)).sort();
  const rules = clients.map(
    (range) =>
      new NasAccessRule(cloud, `access-${range.replace(/[./]/g, '-')}`, {
        accessGroupName: access.accessGroupName,
        fileSystemType,
        sourceCidrIp: range,
        rwAccessType: 'RDWR',
        userAccessType: 'no_squash',
        priority: 1,
      }),
  );
  return new NasMountTarget(cloud, 'target', {
    fileSystemId: system.id,
    accessGroupName: access.accessGroupName,
    networkType: 'Vpc',
    vpcId: vpc.id,
    vswitchId: vswitches.data![0]!.id,
    timeouts: { create: '15m', delete: '15m' },
    dependsOn: rules,
    lifecycle: { ignoreChanges: ['vswitch_id'] },
  });
}
