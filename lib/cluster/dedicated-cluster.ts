import { CsKubernetes } from '@cdktf/provider-alicloud/lib/cs-kubernetes';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import type { ApiServer, EndpointData } from '../core/cluster';
import type { ISecurityGroup } from '../core/connections';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { NAME_RULES, physicalName } from '../core/names';
import type { Dependable, INetwork } from '../core/network';
import { waitFor } from '../core/wait-for';
import { warnedOf } from '../core/warnings';
import { addAddon } from './addons/add-addon';
import { addonBook, type AddedAddon } from './addons/addon-book';
import type { AddonData } from './addons/addon-data';
import { requireAddon } from './addons/require-addon';
import { apiServerOf } from './api-server';
import type { DedicatedClusterAttributes } from './cluster-attributes';
import { DEDICATED_CLUSTER_FORMS } from './cluster-forms';
import { groupForNodes } from './cluster-group';
import { clusterRanges } from './cluster-ranges';
import { dedicatedClusterRoles } from './cluster-roles';
import { settle } from './cluster-settled';
import { dedicatedClusterConfig } from './dedicated-cluster-config';
import { DEDICATED_CLUSTER_DEFAULTS, type ResolvedDedicatedCluster } from './dedicated-cluster-defaults';
import { dedicatedClusterProblems } from './dedicated-cluster-problems';
import type { DedicatedClusterProps } from './dedicated-cluster-props';
import { dedicatedClusterWarnings, NO_VIRTUAL_NODE } from './dedicated-cluster-warnings';
import type { IDedicatedCluster } from './i-dedicated-cluster';
import { ImportedCluster } from './imported-cluster';
import { foreignProps, ownProps } from './kind-props';
import { NodePool } from './nodes/node-pool';
import type { NodePoolProps } from './nodes/node-pool-props';
import { poolsOf } from './nodes/pools';
import { watchRanges } from './ranges-watch';
import { refuseCalls } from './refused-calls';

/**
 * An ACK dedicated cluster: three or five masters in your account, ECS instances that you pay for and look after, spread
 * over the zones. **Alibaba Cloud creates no new ones since 2024-08-21**; this is for those that exist (`adopt`), and every
 * synth warns. For a new cluster use `ManagedCluster`.
 *
 * Creates `alicloud_cs_kubernetes` and, unless you bring your own, a security group; an access list when asked for. ACK
 * adds a balancer for the API server. What was decided at creation is never compared later: the provider would replace the
 * cluster, and ACK would not make it again. Deletion protection follows the stack's `protection`. The provider has
 * deprecated the type, so Terraform warns in every plan.
 *
 * @throws InputError with everything that is wrong with the props, `cluster-kind` for what only other kinds have
 */
export class DedicatedCluster extends Construct implements IDedicatedCluster {
  readonly resource: CsKubernetes;
  readonly clusterId: string;
  readonly kind = 'dedicated';
  readonly network: INetwork;
  readonly endpoint: EndpointData;
  readonly apiServer: ApiServer;
  readonly version?: string;
  readonly securityGroup: ISecurityGroup;
  readonly networkPolicies: boolean;
  /** Range of Service addresses. */
  readonly serviceCidr: string;
  /** Range of Pod addresses with Flannel; absent with Terway. */
  readonly podCidr?: string;

  constructor(scope: Construct, id: string, props: DedicatedClusterProps) {
    super(scope, checkedId(scope, id));
    reject(this, [
      ...foreignProps('dedicated', props),
      ...formProblems(ownProps('dedicated', props), DEDICATED_CLUSTER_FORMS),
    ]);
    const p = withDefaults(props, DEDICATED_CLUSTER_DEFAULTS);
    reject(this, dedicatedClusterProblems(p, cloudOf(this)));
    const ranges = clusterRanges(p.network, p);
    this.serviceCidr = ranges.serviceCidr;
    this.podCidr = ranges.podCidr;
    this.network = p.network;
    this.endpoint = p.endpoint;
    this.version = p.version;
    this.networkPolicies = p.networkPolicies ?? p.network.podNetwork.kind === 'terway';
    const { group, before } = groupForNodes(this, p.securityGroup);
    this.securityGroup = group;
    this.resource = this.makeResource(p, before);
    this.clusterId = this.resource.id;
    this.apiServer = apiServerOf(this.resource, p.endpoint);
    adopt(this.resource, p.adopt);
    warnedOf(this.resource);
    watchRanges(this, ranges);
    settle(this, {
      maintained: false,
      autoscaler: p.autoscaler,
      roles: dedicatedClusterRoles(),
      warnings: dedicatedClusterWarnings(p),
    });
    refuseCalls(this, NO_VIRTUAL_NODE);
  }

  /** A cluster that exists and stays as it is; node pools added to it belong to the stack of `scope`. */
  static fromAttributes(scope: Construct, id: string, attributes: DedicatedClusterAttributes): IDedicatedCluster {
    return new ImportedCluster(scope, id, { kind: 'dedicated', attributes });
  }

  get capacity(): readonly Dependable[] {
    return poolsOf(this).map(({ resource }) => resource);
  }

  get addons(): readonly string[] {
    return addonBook(this).names()!;
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

  private makeResource(p: ResolvedDedicatedCluster, before: readonly Dependable[]): CsKubernetes {
    const config = dedicatedClusterConfig(p, {
      name: p.name ?? physicalName(this, NAME_RULES.cluster),
      protection: cloudOf(this).protection,
      ranges: this,
      securityGroupId: this.securityGroup.securityGroupId,
      networkPolicies: this.networkPolicies,
    });
    const dependsOn = waitFor(this, [...p.network.egress, ...before]);
    return new CsKubernetes(this, 'Resource', { ...config, dependsOn });
  }
}
