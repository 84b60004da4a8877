import { Construct } from 'constructs';
import type { ClusterKind, EndpointData, RrsaProvider } from '../core/cluster';
import type { ISecurityGroup } from '../core/connections';
import { quote, reject, type Problem } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import type { Dependable, INetwork } from '../core/network';
import { isToken } from '../core/tokens';
import { parseCidr } from '../network/cidr';
import { requireAddon } from './addons/require-addon';
import { MANAGED_CLUSTER_ATTRIBUTES_FORMS } from './cluster-forms';
import { clusterIdProblems } from './cluster-id';
import { Endpoint, endpointProblems } from './endpoint';
import type { IManagedCluster } from './i-managed-cluster';
import type { ManagedClusterAttributes } from './managed-cluster-props';
import { NodePool } from './nodes/node-pool';
import type { NodePoolProps } from './nodes/node-pool-props';
import { poolsOf } from './nodes/pools';
import { declareRanges } from './ranges-watch';

/** A cluster that exists, seen from the stack in which it is imported; what is added to it belongs to that stack. */
export class ImportedCluster extends Construct implements IManagedCluster {
  readonly clusterId: string;
  readonly kind: ClusterKind;
  readonly network: INetwork;
  readonly endpoint: EndpointData;
  readonly securityGroup?: ISecurityGroup;
  readonly rrsa?: RrsaProvider;
  readonly tier?: 'basic' | 'pro';
  readonly podCidr?: string;
  readonly networkPolicies: boolean;

  constructor(scope: Construct, id: string, attributes: ManagedClusterAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, MANAGED_CLUSTER_ATTRIBUTES_FORMS));
    this.endpoint = attributes.endpoint ?? Endpoint.private();
    reject(this, [
      ...endpointProblems(this.endpoint),
      ...podRangeProblems(attributes),
      ...clusterIdProblems('clusterId', attributes.clusterId),
    ]);
    this.clusterId = attributes.clusterId;
    this.kind = attributes.kind ?? 'managed';
    this.network = attributes.network;
    this.securityGroup = attributes.securityGroup;
    this.rrsa = attributes.rrsa;
    this.tier = attributes.tier;
    const { podNetwork } = this.network;
    this.podCidr = attributes.podCidr ?? (podNetwork.kind === 'flannel' ? podNetwork.podCidr : undefined);
    declareRanges(this, { podCidr: this.podCidr });
    this.networkPolicies = attributes.networkPolicies ?? false;
  }

  /** The node pools that this program added. */
  get capacity(): readonly Dependable[] {
    return poolsOf(this).map(({ resource }) => resource);
  }

  requireAddon(name: string, why: string): void {
    requireAddon(this, name, why);
  }

  addNodePool(id: string, props: Omit<NodePoolProps, 'cluster'>): NodePool {
    return new NodePool(this, id, { ...props, cluster: this });
  }
}

function podRangeProblems({ network, podCidr }: ManagedClusterAttributes): Problem[] {
  if (podCidr === undefined || isToken(podCidr)) {
    return [];
  }
  if (network.podNetwork.kind === 'terway') {
    const what = `podCidr ${quote(podCidr)}: with Terway Pods take addresses of the network's Pod vSwitches`;
    return [{ code: 'pod-range-terway', what, value: podCidr, fix: 'leave podCidr out' }];
  }
  const parsed = parseCidr(podCidr, 'podCidr');
  return parsed.ok ? [] : [parsed.problem];
}
