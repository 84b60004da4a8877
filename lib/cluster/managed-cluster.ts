import { CsManagedKubernetes } from '@cdktf/provider-alicloud/lib/cs-managed-kubernetes';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import type { ApiServer, EndpointData, IVirtualNode, RrsaProvider } from '../core/cluster';
import type { ISecurityGroup } from '../core/connections';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { NAME_RULES, physicalName } from '../core/names';
import type { Dependable, INetwork } from '../core/network';
import { waitFor } from '../core/wait-for';
import type { ILogProject } from '../logs/log-project';
import { addAddon } from './addons/add-addon';
import { addonBook, type AddedAddon } from './addons/addon-book';
import type { AddonData } from './addons/addon-data';
import { requireAddon } from './addons/require-addon';
import { apiServerOf } from './api-server';
import type { ManagedClusterAttributes } from './cluster-attributes';
import { groupForNodes } from './cluster-group';
import { logProjectOf } from './cluster-logs';
import { clusterRanges } from './cluster-ranges';
import { managedClusterRoles } from './cluster-roles';
import { settle } from './cluster-settled';
import { clusterWarnings, MAKES_ITS_OWN } from './cluster-warnings';
import { encryptionKeyOf } from './encryption';
import type { IManagedCluster } from './i-managed-cluster';
import { ImportedCluster } from './imported-cluster';
import { MANAGED_CLUSTER_FORMS } from './cluster-forms';
import { foreignProps, ownProps } from './kind-props';
import { managedClusterConfig } from './managed-cluster-config';
import { MANAGED_CLUSTER_DEFAULTS, type ResolvedManagedCluster } from './managed-cluster-defaults';
import { managedClusterProblems } from './managed-cluster-problems';
import type { ManagedClusterProps } from './managed-cluster-props';
import { NodePool } from './nodes/node-pool';
import type { NodePoolProps } from './nodes/node-pool-props';
import { poolsOf } from './nodes/pools';
import { addVirtualNode, virtualNodeOf, type VirtualNode } from './nodes/virtual-node';
import type { VirtualNodeProps } from './nodes/virtual-node-props';
import { watchRanges } from './ranges-watch';
import { rrsaOf } from './rrsa';

/**
 * An ACK managed cluster: Alibaba Cloud runs the control plane over several zones, you pay for it by the hour (Pro) and
 * for the nodes that you add.
 *
 * Creates `alicloud_cs_managed_kubernetes` and, unless you bring your own, a security group and a log project; a KMS key
 * and an access list when asked for. ACK adds a balancer for the API server. Waits for the network's way out. Deletion
 * protection and what outlives the cluster follow the stack's `protection`.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class ManagedCluster extends Construct implements IManagedCluster {
  readonly resource: CsManagedKubernetes;
  readonly clusterId: string;
  readonly kind = 'managed';
  readonly tier: 'basic' | 'pro';
  readonly network: INetwork;
  readonly endpoint: EndpointData;
  readonly apiServer: ApiServer;
  readonly version?: string;
  readonly securityGroup: ISecurityGroup;
  readonly networkPolicies: boolean;
  readonly rrsa: RrsaProvider;
  /** Project of the audit and control plane logs; absent with `ClusterLogs.off()`. */
  readonly logProject?: ILogProject;
  /** Range of Service addresses. */
  readonly serviceCidr: string;
  /** Range of Pod addresses with Flannel; absent with Terway. */
  readonly podCidr?: string;

  constructor(scope: Construct, id: string, props: ManagedClusterProps) {
    super(scope, checkedId(scope, id));
    reject(this, [
      ...foreignProps('managed', props),
      ...formProblems(ownProps('managed', props), MANAGED_CLUSTER_FORMS),
    ]);
    const p = withDefaults(props, MANAGED_CLUSTER_DEFAULTS);
    reject(this, managedClusterProblems(p, cloudOf(this)));
    const ranges = clusterRanges(p.network, p);
    this.serviceCidr = ranges.serviceCidr;
    this.podCidr = ranges.podCidr;
    this.network = p.network;
    this.endpoint = p.endpoint;
    this.version = p.version;
    this.tier = p.controlPlane.tier;
    this.networkPolicies = p.networkPolicies ?? p.network.podNetwork.kind === 'terway';
    const { group, before } = groupForNodes(this, p.securityGroup);
    this.securityGroup = group;
    this.logProject = logProjectOf(this, p.logs);
    this.resource = this.makeResource(p, before);
    this.clusterId = this.resource.id;
    this.rrsa = rrsaOf(this.resource);
    this.apiServer = apiServerOf(this.resource, p.endpoint);
    adopt(this.resource, p.adopt);
    watchRanges(this, ranges);
    settle(this, {
      maintained: p.maintenance !== undefined,
      autoscaler: p.autoscaler,
      roles: managedClusterRoles(p),
      warnings: clusterWarnings(p, `${MAKES_ITS_OWN} nodes that cannot pull images never become ready`),
    });
  }

  /** A cluster that exists; node pools added to it belong to the stack of `scope`. */
  static fromAttributes(scope: Construct, id: string, attributes: ManagedClusterAttributes): IManagedCluster {
    return new ImportedCluster(scope, id, { kind: 'managed', attributes });
  }

  get capacity(): readonly Dependable[] {
    return poolsOf(this).map(({ resource }) => resource);
  }

  get addons(): readonly string[] {
    return addonBook(this).names()!;
  }

  get virtualNode(): IVirtualNode | undefined {
    return virtualNodeOf(this);
  }

  /** Private address of the API server, in the VPC. */
  get privateAddress(): string {
    return this.resource.slbIntranet;
  }

  /** Public address of the API server; empty with `Endpoint.private()`. */
  get publicAddress(): string {
    return this.resource.slbInternet;
  }

  /** Name of the RAM role that the nodes have. */
  get workerRoleName(): string {
    return this.resource.workerRamRoleName;
  }

  addAddon(addon: AddonData): AddedAddon {
    return addAddon(this, addon);
  }

  requireAddon(name: string, why: string): void {
    requireAddon(this, name, why);
  }

  addNodePool(id: string, props: Omit<NodePoolProps, 'cluster'>): NodePool {
    return new NodePool(this, id, { ...props, cluster: this });
  }

  addVirtualNode(props: Omit<VirtualNodeProps, 'cluster'> = {}): VirtualNode {
    return addVirtualNode(this, props);
  }

  private makeResource(p: ResolvedManagedCluster, before: readonly Dependable[]): CsManagedKubernetes {
    const config = managedClusterConfig(p, {
      name: p.name ?? physicalName(this, NAME_RULES.cluster),
      protection: cloudOf(this).protection,
      ranges: this,
      securityGroupId: this.securityGroup.securityGroupId,
      logProject: this.logProject?.projectName,
      encryptionKey: encryptionKeyOf(this, p.encryption),
      networkPolicies: this.networkPolicies,
    });
    const dependsOn = waitFor(this, [...p.network.egress, ...before]);
    return new CsManagedKubernetes(this, 'Resource', { ...config, dependsOn });
  }
}
