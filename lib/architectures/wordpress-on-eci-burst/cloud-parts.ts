import { BalancerAddress } from '../../balancer/balancer-address';
import { noteException } from '../../checks/practices/notes';
import type { IManagedCluster } from '../../cluster/i-managed-cluster';
import { ManagedCluster } from '../../cluster/managed-cluster';
import type { IBalancer } from '../../core/balancer';
import type { IVirtualNode } from '../../core/cluster';
import { reject } from '../../core/errors';
import type { INetwork } from '../../core/network';
import { addTreeCheck } from '../../core/tree';
import type { IMysqlInstance } from '../../database/i-mysql-instance';
import { MysqlInstance } from '../../database/mysql-instance';
import type { IRedisInstance } from '../../database/i-redis-instance';
import { Network } from '../../network/network';
import type { CloudStack } from '../../stacks/cloud-stack';
import type { INasFileSystem } from '../../storage/i-nas-file-system';
import { NasFileSystem } from '../../storage/nas-file-system';
import { newFront } from '../parts/front';
import { nodelessProblems } from '../parts/nodeless';
import { networkPart, partOf, type Part } from '../parts/part';
import { tlsProblems } from '../wordpress/tls-problems';
import { eciAddresses, furtherRanges, nodeAddresses, nodesFor } from './capacity';
import type { ResolvedWordPress } from './wordpress-defaults';
import { PART_FORMS } from './wordpress-forms';

/** What the cloud stack provides to the site. */
export interface CloudParts {
  readonly network: INetwork;
  readonly cluster: IManagedCluster;
  readonly virtualNode: IVirtualNode;
  readonly database: IMysqlInstance;
  readonly files: INasFileSystem;
  readonly redis?: IRedisInstance;
  readonly balancer: IBalancer;
}

/** Everybody: a site is for the public, unless it is told otherwise. */
const PUBLIC = BalancerAddress.internet({ allow: ['0.0.0.0/0'], reason: 'a public web site' });

/** Why the disk of the default database is not encrypted. */
const NO_DISK_KEY =
  'the key is chosen when the instance is created and is the account’s: give `database` a MysqlInstance with diskKey';

/** Takes the parts that are given and makes the others. */
export function cloudParts(cloud: CloudStack, p: ResolvedWordPress): CloudParts {
  const network = networkOf(cloud, p);
  const made = <T>(name: keyof typeof PART_FORMS, part: Part<T> | undefined): T | undefined =>
    partOf(cloud, name, PART_FORMS[name], part, network);
  const cluster = made('cluster', p.cluster) ?? newCluster(cloud, network, p);
  addTreeCheck(cloud, () => nodelessProblems(cluster, 'the installation and the first Pods are to run'));
  const virtualNode = cluster.virtualNode ?? cluster.addVirtualNode();
  const database = made('database', p.database) ?? newDatabase(cloud, network, p.databaseName);
  const files = made('files', p.files) ?? new NasFileSystem(cloud, 'files', { network });
  const redis = made('redis', p.redis);
  const balancer = made('balancer', p.balancer) ?? newFront(cloud, { network, address: p.address ?? PUBLIC });
  reject(cloud, tlsProblems(p.ports, balancer));
  if (p.observability) {
    cluster.requireAddon('arms-prometheus', 'observability is true');
    cluster.requireAddon('loongcollector', 'observability is true');
  }
  return { network, cluster, virtualNode, database, files, redis, balancer };
}

function networkOf(cloud: CloudStack, p: ResolvedWordPress): INetwork {
  return networkPart(cloud, PART_FORMS.network, p.network, p.cluster) ?? newNetwork(cloud, p.zones ?? [], p);
}

/**
 * Room in every zone for the nodes, for their Pods, and for all that can be on ECI. A further range of the VPC moves none
 * of those that are there.
 */
function newNetwork(cloud: CloudStack, zones: readonly string[], { requests, scale }: ResolvedWordPress): Network {
  const distinct = [...new Set(zones)];
  const nodes = nodeAddresses({ zones: distinct, requests, ...scale });
  const eci = eciAddresses({ zones: distinct, max: scale.max });
  return new Network(cloud, 'network', { zones, perZone: { ...nodes, eci }, secondaryCidrs: furtherRanges(eci) });
}

function newCluster(cloud: CloudStack, network: INetwork, p: ResolvedWordPress): ManagedCluster {
  const { requests, scale, nodes, endpoint } = p;
  const cluster = new ManagedCluster(cloud, 'cluster', { network, endpoint });
  const { zones, podNetwork } = network;
  const plan = nodes ?? nodesFor({ zones, podNetwork, requests, ...scale }).pool;
  cluster.addNodePool('workers', { instanceTypes: plan.instanceTypes, size: plan.size });
  return cluster;
}

function newDatabase(cloud: CloudStack, network: INetwork, name: string): MysqlInstance {
  const database = new MysqlInstance(cloud, 'database', { network });
  noteException(database, 'database-encryption', NO_DISK_KEY);
  return database.addDatabase(name);
}
