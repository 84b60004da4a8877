import { CsManagedKubernetes } from '@cdktf/provider-alicloud/lib/cs-managed-kubernetes';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import type { EndpointData, RrsaProvider } from '../core/cluster';
import type { ISecurityGroup } from '../core/connections';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { NAME_RULES, physicalName } from '../core/names';
import type { Dependable, INetwork } from '../core/network';
import { needRoles } from '../core/roles';
import { waitFor } from '../core/wait-for';
import { warn } from '../core/warnings';
import { LogProject, type ILogProject } from '../logs/log-project';
import { SecurityGroup } from '../network/security-group';
import { KmsKey } from '../security/kms-key';
import { requireAddon } from './addons/require-addon';
import { clusterRanges } from './cluster-ranges';
import { clusterRoles } from './cluster-roles';
import type { EncryptionData } from './encryption';
import { watchEgress } from './egress-watch';
import { EVERYTHING } from './endpoint';
import { EndpointAccess } from './endpoint-access';
import type { IManagedCluster } from './i-managed-cluster';
import { ImportedCluster } from './imported-cluster';
import { MANAGED_CLUSTER_FORMS } from './cluster-forms';
import { managedClusterConfig } from './managed-cluster-config';
import { MANAGED_CLUSTER_DEFAULTS, type ResolvedManagedCluster } from './managed-cluster-defaults';
import { managedClusterProblems } from './managed-cluster-problems';
import type { ManagedClusterAttributes, ManagedClusterProps } from './managed-cluster-props';
import { managedClusterWarnings } from './managed-cluster-warnings';
import { NodePool } from './nodes/node-pool';
import type { NodePoolProps } from './nodes/node-pool-props';
import { ownCluster } from './nodes/own-cluster';
import { poolsOf } from './nodes/pools';
import { watchRanges } from './ranges-watch';

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
  readonly securityGroup: ISecurityGroup;
  readonly networkPolicies: boolean;
  readonly rrsa?: RrsaProvider;
  /** Project of the audit and control plane logs; absent with `ClusterLogs.off()`. */
  readonly logProject?: ILogProject;
  /** Range of Service addresses. */
  readonly serviceCidr: string;
  /** Range of Pod addresses with Flannel; absent with Terway. */
  readonly podCidr?: string;

  constructor(scope: Construct, id: string, props: ManagedClusterProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, MANAGED_CLUSTER_FORMS));
    const p = withDefaults(props, MANAGED_CLUSTER_DEFAULTS);
    reject(this, managedClusterProblems(p, cloudOf(this)));
    const ranges = clusterRanges(p.network, p);
    this.serviceCidr = ranges.serviceCidr;
    this.podCidr = ranges.podCidr;
    this.network = p.network;
    this.endpoint = p.endpoint;
    this.tier = p.controlPlane.tier;
    this.networkPolicies = p.networkPolicies ?? p.network.podNetwork.kind === 'terway';
    const ownGroup = p.securityGroup ? undefined : SecurityGroup.forCluster(this, 'security-group', this);
    this.securityGroup = p.securityGroup ?? ownGroup!;
    this.logProject = p.logs.kind === 'on' ? (p.logs.project ?? new LogProject(this, 'log-project')) : undefined;
    this.resource = this.makeResource(p, ownGroup);
    this.clusterId = this.resource.id;
    this.rrsa = this.tier === 'pro' ? rrsaOf(this.resource) : undefined;
    this.makeEndpointAccess(p.endpoint);
    adopt(this.resource, p.adopt);
    ownCluster(this, { maintained: p.maintenance !== undefined });
    watchEgress(this, p.network.egress);
    watchRanges(this, ranges);
    needRoles(this, clusterRoles(p));
    managedClusterWarnings(p).forEach(([code, text]) => warn(this, code, text));
  }

  /** A cluster that exists; node pools added to it belong to the stack of `scope`. */
  static fromAttributes(scope: Construct, id: string, attributes: ManagedClusterAttributes): IManagedCluster {
    return new ImportedCluster(scope, id, attributes);
  }

  get capacity(): readonly Dependable[] {
    return poolsOf(this).map(({ resource }) => resource);
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

  requireAddon(name: string, why: string): void {
    requireAddon(this, name, why);
  }

  addNodePool(id: string, props: Omit<NodePoolProps, 'cluster'>): NodePool {
    return new NodePool(this, id, { ...props, cluster: this });
  }

  private makeResource(p: ResolvedManagedCluster, ownGroup: SecurityGroup | undefined): CsManagedKubernetes {
    const config = managedClusterConfig(p, {
      name: p.name ?? physicalName(this, NAME_RULES.cluster),
      protection: cloudOf(this).protection,
      ranges: this,
      securityGroupId: this.securityGroup.securityGroupId,
      logProject: this.logProject?.projectName,
      encryptionKey: this.encryptionKey(p.encryption),
      networkPolicies: this.networkPolicies,
    });
    // The rules stay until the last node has gone: without them the members of an enterprise group reach nobody.
    const before = [...p.network.egress, ...Object.values(ownGroup?.ruleResources ?? {})];
    return new CsManagedKubernetes(this, 'Resource', { ...config, dependsOn: waitFor(this, before) });
  }

  private encryptionKey(encryption: EncryptionData | undefined): string | undefined {
    return encryption?.kind === 'new-key' ? new KmsKey(this, 'kms-key').keyId : encryption?.keyId;
  }

  private makeEndpointAccess(endpoint: EndpointData): void {
    if (endpoint.kind === 'public' && endpoint.allow.includes(EVERYTHING)) {
      warn(this, 'endpoint-public', `the API server answers the internet: ${endpoint.reason}`);
    } else if (endpoint.kind === 'public') {
      new EndpointAccess(this, 'endpoint-access', { network: this.network, podCidr: this.podCidr, endpoint });
    }
  }
}

function rrsaOf(resource: CsManagedKubernetes): RrsaProvider {
  const metadata = resource.rrsaMetadata.get(0);
  return { issuer: metadata.rrsaOidcIssuerUrl, providerArn: metadata.ramOidcProviderArn };
}
