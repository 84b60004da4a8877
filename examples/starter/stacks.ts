import { PvtzZone } from '@cdktf/provider-alicloud/lib/pvtz-zone';
import { PvtzZoneAttachment } from '@cdktf/provider-alicloud/lib/pvtz-zone-attachment';
import { CloudStack, ManagedCluster, Network } from 'alicloud-constructs';
import type { App } from 'cdktf';

/** A network over two zones and a cluster with three to six nodes: change the region and the names, then apply. */
export function build(app: App): void {
  const cloud = new CloudStack(app, 'my-cloud', {
    region: 'cn-hangzhou',
    // 'sandbox' lets you destroy everything; go back to 'production' (the default) before anybody relies on it.
    protection: 'sandbox',
    tags: { team: 'platform' },
  });

  // VPC, vSwitches for nodes, Pods, ECI and databases in each zone, a NAT gateway as the way out.
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-j', 'cn-hangzhou-k'] });

  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', {
    // Two types, so that one being out of stock in a zone does not stop you.
    instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'],
    size: { min: 3, max: 6 },
  });

  // Whatever this library has no construct for is there as a raw resource of the provider, beside the constructs:
  // here a private DNS zone that only this VPC resolves.
  const zone = new PvtzZone(cloud, 'internal', { zoneName: 'internal.example' });
  new PvtzZoneAttachment(cloud, 'internal-attachment', { zoneId: zone.id, vpcIds: [network.vpcId] });
}
