import { Construct } from 'constructs';
import type { ApiServer, ClusterKind, EndpointData, ICluster, IVirtualNode, RrsaProvider } from '../core/cluster';
import type { ISecurityGroup } from '../core/connections';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import type { Dependable, INetwork } from '../core/network';
import { addAddon, type IAddonHost } from './addons/add-addon';
import { addonBook, type AddedAddon } from './addons/addon-book';
import type { AddonData } from './addons/addon-data';
import { requireAddon } from './addons/require-addon';
import { ATTRIBUTES_FORMS } from './cluster-forms';
import { Endpoint } from './endpoint';
import { importedProblems, kindProblems, type Attributes } from './imported-cluster-problems';
import { NodePool } from './nodes/node-pool';
import type { NodePoolProps } from './nodes/node-pool-props';
import { poolsOf } from './nodes/pools';
import { addVirtualNode, virtualNodeOf, type VirtualNode } from './nodes/virtual-node';
import type { VirtualNodeProps } from './nodes/virtual-node-props';
import { declareRanges } from './ranges-watch';
import { ServiceDiscovery, type ServiceDiscoveryData } from './service-discovery';

/** The class that imports a cluster, and what it was told. */
export interface ImportedClusterProps<K extends ClusterKind> {
  readonly kind: K;
  readonly attributes: Attributes;
}

/**
 * A cluster that exists, seen from the stack in which it is imported; what is added to it belongs to that stack. The class
 * of each kind hands it out under an interface of that kind alone; what the interface hides is refused when it is called.
 */
export class ImportedCluster<K extends ClusterKind> extends Construct implements ICluster, IAddonHost {
  readonly kind: K;
  readonly clusterId: string;
  readonly network: INetwork;
  readonly version?: string;
  readonly endpoint: EndpointData;
  readonly apiServer?: ApiServer;
  readonly securityGroup?: ISecurityGroup;
  readonly rrsa?: RrsaProvider;
  readonly tier?: 'basic' | 'pro';
  readonly podCidr?: string;
  readonly networkPolicies: boolean;
  readonly serviceDiscovery: ServiceDiscoveryData;

  constructor(scope: Construct, id: string, { kind, attributes }: ImportedClusterProps<K>) {
    super(scope, checkedId(scope, id));
    this.kind = kind;
    reject(this, kindProblems(kind, attributes));
    reject(this, formProblems(attributes, ATTRIBUTES_FORMS[kind]));
    this.endpoint = attributes.endpoint ?? Endpoint.private();
    reject(this, importedProblems({ ...attributes, endpoint: this.endpoint }));
    this.clusterId = attributes.clusterId;
    this.network = attributes.network;
    this.version = attributes.version;
    this.apiServer = attributes.apiServer && Object.freeze({ ...attributes.apiServer });
    this.securityGroup = attributes.securityGroup;
    this.rrsa = attributes.rrsa;
    this.tier = attributes.tier;
    this.networkPolicies = attributes.networkPolicies ?? false;
    this.serviceDiscovery = attributes.serviceDiscovery ?? ServiceDiscovery.coreDns();
    const { podNetwork } = this.network;
    const pods = podNetwork.kind === 'flannel' && kind !== 'serverless' ? podNetwork.podCidr : undefined;
    this.podCidr = attributes.podCidr ?? pods;
    declareRanges(this, { podCidr: this.podCidr });
    addonBook(this, attributes.addons);
  }

  /** The node pools that this program added. */
  get capacity(): readonly Dependable[] {
    return poolsOf(this).map(({ resource }) => resource);
  }

  get addons(): readonly string[] | undefined {
    return addonBook(this).names();
  }

  get virtualNode(): IVirtualNode | undefined {
    return virtualNodeOf(this);
  }

  addAddon(addon: AddonData): AddedAddon {
    return addAddon(this, addon);
  }

  requireAddon(name: string, why: string): void {
    requireAddon(this, name, why);
  }

  addVirtualNode(props: Omit<VirtualNodeProps, 'cluster'> = {}): VirtualNode {
    return addVirtualNode(this, props);
  }

  addNodePool(id: string, props: Omit<NodePoolProps, 'cluster'>): NodePool {
    return new NodePool(this, id, { ...props, cluster: this });
  }
}
