import { CsManagedKubernetes } from '@cdktf/provider-alicloud/lib/cs-managed-kubernetes';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import type { ApiServer, EndpointData, RrsaProvider } from '../core/cluster';
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
import type { ServerlessClusterAttributes } from './cluster-attributes';
import { SERVERLESS_CLUSTER_FORMS } from './cluster-forms';
import { groupForEci } from './cluster-group';
import { logProjectOf } from './cluster-logs';
import { serverlessClusterRoles } from './cluster-roles';
import { settle } from './cluster-settled';
import { encryptionKeyOf } from './encryption';
import type { IServerlessCluster } from './i-serverless-cluster';
import { ImportedCluster } from './imported-cluster';
import { foreignProps, ownProps } from './kind-props';
import { watchRanges } from './ranges-watch';
import { refuseCalls } from './refused-calls';
import { rrsaOf } from './rrsa';
import { serverlessClusterConfig } from './serverless-cluster-config';
import { SERVERLESS_CLUSTER_DEFAULTS, type ResolvedServerlessCluster } from './serverless-cluster-defaults';
import { serverlessClusterProblems } from './serverless-cluster-problems';
import type { ServerlessClusterProps } from './serverless-cluster-props';
import { NO_NODES, serverlessClusterWarnings } from './serverless-cluster-warnings';
import type { ServiceDiscoveryData } from './service-discovery';

/**
 * An ACK Serverless cluster: no nodes, every Pod is an elastic container instance with an address of the VPC. You pay for
 * the control plane by the hour (Pro) and for what Pods ask for by the second.
 *
 * Creates `alicloud_cs_managed_kubernetes` with the profile `Serverless` and, unless you bring your own, a security group
 * and a log project; a KMS key and an access list when asked for. ACK adds a balancer for the API server. Waits for the network's way
 * out. Has no node pools and no virtual node: it is one. Deletion protection and what outlives the cluster follow the
 * stack's `protection`.
 *
 * Since 2025-02-17 Alibaba Cloud creates Serverless clusters only for accounts that have had one before; a warning says so.
 *
 * @throws InputError with everything that is wrong with the props, `cluster-kind` for what only other kinds have
 */
export class ServerlessCluster extends Construct implements IServerlessCluster {
  readonly resource: CsManagedKubernetes;
  readonly clusterId: string;
  readonly kind = 'serverless';
  readonly tier: 'basic' | 'pro';
  readonly network: INetwork;
  readonly endpoint: EndpointData;
  readonly apiServer: ApiServer;
  readonly version?: string;
  readonly securityGroup: ISecurityGroup;
  readonly rrsa: RrsaProvider;
  readonly serviceDiscovery: ServiceDiscoveryData;
  readonly networkPolicies: boolean;
  /** Empty: Pods need no nodes. */
  readonly capacity: readonly Dependable[] = [];
  /** Project of the audit and control plane logs; absent with `ClusterLogs.off()`. */
  readonly logProject?: ILogProject;
  /** Range of Service addresses. */
  readonly serviceCidr: string;

  constructor(scope: Construct, id: string, props: ServerlessClusterProps) {
    super(scope, checkedId(scope, id));
    reject(this, [
      ...foreignProps('serverless', props),
      ...formProblems(ownProps('serverless', props), SERVERLESS_CLUSTER_FORMS),
    ]);
    const p = withDefaults(props, SERVERLESS_CLUSTER_DEFAULTS);
    reject(this, serverlessClusterProblems(p, cloudOf(this)));
    this.network = p.network;
    this.endpoint = p.endpoint;
    this.version = p.version;
    this.tier = p.controlPlane.tier;
    this.serviceDiscovery = p.serviceDiscovery;
    this.networkPolicies = p.networkPolicies;
    this.serviceCidr = p.serviceCidr ?? p.network.serviceCidr;
    const { group, before } = groupForEci(this, p.network, p.securityGroup);
    this.securityGroup = group;
    this.logProject = logProjectOf(this, p.logs);
    this.resource = this.makeResource(p, before);
    this.clusterId = this.resource.id;
    this.rrsa = rrsaOf(this.resource);
    this.apiServer = apiServerOf(this.resource, p.endpoint);
    adopt(this.resource, p.adopt);
    watchRanges(this, { serviceCidr: this.serviceCidr });
    settle(this, {
      maintained: p.maintenance !== undefined,
      roles: serverlessClusterRoles(p),
      warnings: serverlessClusterWarnings(p),
    });
    refuseCalls(this, NO_NODES);
    if (p.networkPolicies) {
      this.requireAddon('poseidon', 'networkPolicies of the cluster');
    }
  }

  /** A cluster that exists; creates nothing. */
  static fromAttributes(scope: Construct, id: string, attributes: ServerlessClusterAttributes): IServerlessCluster {
    return new ImportedCluster(scope, id, { kind: 'serverless', attributes });
  }

  get addons(): readonly string[] {
    return addonBook(this).names()!;
  }

  addAddon(addon: AddonData): AddedAddon {
    return addAddon(this, addon);
  }

  requireAddon(name: string, why: string): void {
    requireAddon(this, name, why);
  }

  private makeResource(p: ResolvedServerlessCluster, before: readonly Dependable[]): CsManagedKubernetes {
    const config = serverlessClusterConfig(p, {
      name: p.name ?? physicalName(this, NAME_RULES.cluster),
      protection: cloudOf(this).protection,
      serviceCidr: this.serviceCidr,
      securityGroupId: this.securityGroup.securityGroupId,
      logProject: this.logProject?.projectName,
      encryptionKey: encryptionKeyOf(this, p.encryption),
    });
    const dependsOn = waitFor(this, [...p.network.egress, ...before]);
    return new CsManagedKubernetes(this, 'Resource', { ...config, dependsOn });
  }
}
