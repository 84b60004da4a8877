import type { Construct } from 'constructs';
import { BalancerAddress } from '../../balancer/balancer-address';
import { ManagedCluster } from '../../cluster/managed-cluster';
import type { IBalancer } from '../../core/balancer';
import { reject } from '../../core/errors';
import type { INetwork } from '../../core/network';
import { addTreeCheck } from '../../core/tree';
import { Network } from '../../network/network';
import type { IContainerRegistry } from '../../registry/i-container-registry';
import { RegistryNamespace } from '../../registry/registry-namespace';
import type { RegistryRepository } from '../../registry/registry-repository';
import type { CloudStack } from '../../stacks/cloud-stack';
import type { INasFileSystem } from '../../storage/i-nas-file-system';
import { NasFileSystem } from '../../storage/nas-file-system';
import { NasKind } from '../../storage/nas-kind';
import { newFront } from '../parts/front';
import { nodelessProblems } from '../parts/nodeless';
import { networkPart, partOf } from '../parts/part';
import { eciAddresses, nodeAddresses, nodesFor } from './capacity';
import { AgentPlace, type AgentPlaceData } from './configuration/agent-place';
import type { ResolvedJenkins } from './jenkins-defaults';
import { agentSpace, releaseSpace } from './spaces';
import { pushedImageProblems } from './image-problems';
import { PART_FORMS } from './jenkins-forms';
import { atPlaceProblems, openBalancerProblems, placeProblems } from './jenkins-problems';
import type { JenkinsCluster } from './jenkins-props';

/** What the cloud stack provides to Jenkins. */
export interface CloudParts {
  readonly network: INetwork;
  readonly cluster: JenkinsCluster;
  /** What carries agents in this cluster. */
  readonly place: AgentPlaceData;
  readonly files: INasFileSystem;
  readonly balancer: IBalancer;
  readonly registry: IContainerRegistry & Construct;
  /** Namespace of the registry that images are pushed to. */
  readonly images: RegistryNamespace;
  /** Repositories by application. */
  readonly repositories: ReadonlyMap<string, RegistryRepository>;
}

/** Takes the parts that are given and makes the others. */
export function cloudParts(cloud: CloudStack, p: ResolvedJenkins): CloudParts {
  const network = networkPart(cloud, PART_FORMS.network, p.network, p.cluster) ?? newNetwork(cloud, p);
  const made = <T>(
    name: keyof typeof PART_FORMS,
    part: T | ((cloud: CloudStack, network: INetwork) => T) | undefined,
  ) => partOf<T>(cloud, name, PART_FORMS[name], part, network);
  const cluster = made<JenkinsCluster>('cluster', p.cluster) ?? newCluster(cloud, network, p);
  const place = placeIn(cloud, cluster, p.agents.place);
  reject(cloud, atPlaceProblems(p, place));
  const files = made<INasFileSystem>('files', p.files) ?? newFiles(cloud, network, p);
  const address = p.address ?? BalancerAddress.intranet();
  const balancer = made<IBalancer>('balancer', p.balancer) ?? newFront(cloud, { network, address });
  reject(cloud, openBalancerProblems(balancer.scheme, p.url));
  const registry = made<IContainerRegistry & Construct>('registry', p.registry)!;
  reject(cloud, pushedImageProblems(p, registry.privateDomain));
  return { network, cluster, place, files, balancer, registry, ...imagesOf(registry, p) };
}

/** What carries agents: ECI where nobody said otherwise, since builds come and go. */
function placeIn(cloud: CloudStack, cluster: JenkinsCluster, asked: AgentPlaceData | undefined): AgentPlaceData {
  reject(cloud, placeProblems(cluster.kind, asked));
  const { spot, imageCache } =
    asked !== undefined && asked.kind !== 'nodes'
      ? asked
      : (AgentPlace.eci() as Extract<AgentPlaceData, { kind: 'eci' }>);
  if (cluster.kind === 'serverless') {
    return AgentPlace.serverless({ spot, imageCache });
  }
  addTreeCheck(cloud, () => nodelessProblems(cluster, 'the controller is to run'));
  if (asked?.kind === 'nodes') {
    return asked;
  }
  if (cluster.virtualNode === undefined) {
    cluster.addVirtualNode();
  }
  return AgentPlace.eci({ spot, imageCache });
}

/** Room in every zone for the nodes, for their Pods, and for all agents on ECI. */
function newNetwork(cloud: CloudStack, p: ResolvedJenkins): Network {
  const { zones = [] } = p;
  const ask = { ...p, zones: [...new Set(zones)] };
  const onNodes = p.cluster === undefined ? nodeAddresses(ask) : {};
  return new Network(cloud, 'network', { zones, perZone: { ...onNodes, eci: eciAddresses(ask) } });
}

function newCluster(cloud: CloudStack, network: INetwork, p: ResolvedJenkins): ManagedCluster {
  const cluster = new ManagedCluster(cloud, 'cluster', { network, endpoint: p.endpoint });
  const { zones, podNetwork } = network;
  const plan = p.nodes ?? nodesFor({ ...p, zones, podNetwork }).pool;
  cluster.addNodePool('workers', { instanceTypes: plan.instanceTypes, size: plan.size });
  return cluster;
}

/** Many small files, which people wait for. */
function newFiles(cloud: CloudStack, network: INetwork, { backup }: ResolvedJenkins): NasFileSystem {
  const kept = cloud.protection === 'production' ? { retentionDays: 14 } : undefined;
  return new NasFileSystem(cloud, 'home', {
    network,
    kind: NasKind.standard('Performance'),
    backup: backup === 'none' ? undefined : (backup ?? kept),
  });
}

/** Where images go: a namespace whose images the registry looks through, and in it what each application is pushed to, once under a tag. */
function imagesOf(registry: IContainerRegistry & Construct, p: ResolvedJenkins) {
  // A builder keeps the layers that it may need again beside the images, in a repository that it makes.
  const images = new RegistryNamespace(registry, p.registryNamespace, { createOnPush: true });
  images.scanImages();
  const repositories = new Map(
    p.applications.map(({ name }) => [name, images.addRepository(name, { immutableTags: true })] as const),
  );
  return { images, repositories };
}

/** The component that pulls without a password, under each of its names. */
const HELPER = /acr-credential-helper$/;

/**
 * Lets the Pods of Jenkins and of both environments pull what was pushed. On ECI Pods do by themselves; a cluster that is given has
 * one list of namespaces, which is its owner's.
 */
export function letPull({ registry, cluster, network }: CloudParts, p: ResolvedJenkins): void {
  const own = p.cluster === undefined || typeof p.cluster === 'function';
  if (cluster.kind === 'serverless' || !own || cluster.addons?.some((name) => HELPER.test(name))) {
    registry.allowFrom(network);
    return;
  }
  const { test, production } = p.environments;
  const spaces = [p.namespace, agentSpace(p.namespace), releaseSpace(p.namespace), test.name, production.name];
  registry.allowPull(cluster, { namespaces: spaces.sort() });
}
