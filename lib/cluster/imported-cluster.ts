import { Construct } from 'constructs';
import type { ClusterKind, EndpointData, RrsaProvider } from '../core/cluster';
import type { ISecurityGroup } from '../core/connections';
import { reject } from '../core/errors';
import { checkedId } from '../core/ids';
import type { Dependable, INetwork } from '../core/network';
import { Endpoint, endpointProblems } from './endpoint';
import type { IManagedCluster } from './i-managed-cluster';
import type { ManagedClusterAttributes } from './managed-cluster-props';
import { NodePool } from './nodes/node-pool';
import type { NodePoolProps } from './nodes/node-pool-props';
import { poolsOf } from './nodes/pools';

/** A cluster that exists, seen from the stack in which it is imported; what is added to it belongs to that stack. */
export class ImportedCluster extends Construct implements IManagedCluster {
  readonly clusterId: string;
  readonly kind: ClusterKind;
  readonly network: INetwork;
  readonly endpoint: EndpointData;
  readonly securityGroup?: ISecurityGroup;
  readonly rrsa?: RrsaProvider;
  readonly networkPolicies: boolean;

  constructor(scope: Construct, id: string, attributes: ManagedClusterAttributes) {
    super(scope, checkedId(scope, id));
    this.endpoint = attributes.endpoint ?? Endpoint.private();
    reject(this, endpointProblems(this.endpoint));
    this.clusterId = attributes.clusterId;
    this.kind = attributes.kind ?? 'managed';
    this.network = attributes.network;
    this.securityGroup = attributes.securityGroup;
    this.rrsa = attributes.rrsa;
    this.networkPolicies = attributes.networkPolicies ?? false;
  }

  /** The node pools that this program added. */
  get capacity(): readonly Dependable[] {
    return poolsOf(this).map(({ resource }) => resource);
  }

  addNodePool(id: string, props: Omit<NodePoolProps, 'cluster'>): NodePool {
    return new NodePool(this, id, { ...props, cluster: this });
  }
}
