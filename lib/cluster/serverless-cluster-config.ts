import type { CsManagedKubernetesConfig } from '@cdktf/provider-alicloud/lib/cs-managed-kubernetes';
import type { Protection } from '../core/cloud';
import { logAttributes } from './cluster-logs';
import { clusterSpec } from './control-plane';
import { controlPlaneVswitches, controlPlaneZones } from './control-plane-zones';
import { deleteOptions } from './delete-options';
import { encryptionAttributes } from './encryption';
import { maintenanceAttributes, upgradesItself } from './maintenance';
import { CLUSTER_TIMEOUTS, CREATE_ONLY } from './managed-cluster-defaults';
import { SERVERLESS_LOG_COMPONENTS, type ResolvedServerlessCluster } from './serverless-cluster-defaults';
import { eciPurpose, serverlessZones } from './serverless-zones';
import { discoveryAddons } from './service-discovery';
import { isMinorOnly } from './version';

/** What the cluster was given besides its props. */
export interface ServerlessParts {
  readonly name: string;
  readonly protection: Protection;
  readonly serviceCidr: string;
  readonly securityGroupId: string;
  readonly logProject: string | undefined;
  readonly encryptionKey: string | undefined;
}

/**
 * What the provider fills in for clusters with nodes, or reads back, and would replace a cluster for; a Serverless one has
 * none of it, and what it answers is documented nowhere.
 */
const OF_NODES: readonly string[] = Object.freeze(['cluster_domain', 'node_cidr_mask', 'pod_cidr', 'proxy_mode']);

/** The L1 attributes of a Serverless cluster, one by one. */
export function serverlessClusterConfig(
  p: ResolvedServerlessCluster,
  parts: ServerlessParts,
): CsManagedKubernetesConfig {
  const pro = p.controlPlane.tier === 'pro';
  const zones = controlPlaneZones(p.network, serverlessZones(p.network, p.zones));
  return {
    name: parts.name,
    profile: 'Serverless',
    clusterSpec: clusterSpec(p.controlPlane),
    version: p.version,
    vswitchIds: [...controlPlaneVswitches(p.network, zones, eciPurpose(p.network))],
    securityGroupId: parts.securityGroupId,
    serviceCidr: parts.serviceCidr,
    addons: discoveryAddons(p.serviceDiscovery),
    newNatGateway: false,
    slbInternetEnabled: p.endpoint.kind === 'public',
    deletionProtection: parts.protection === 'production',
    deleteOptions: deleteOptions(parts.protection),
    enableRrsa: true,
    skipSetCertificateAuthority: true,
    ...encryptionAttributes(parts.encryptionKey),
    ...logAttributes(p.logs, parts.logProject, pro, SERVERLESS_LOG_COMPONENTS),
    ...maintenanceAttributes(p.maintenance),
    timeouts: { ...CLUSTER_TIMEOUTS },
    lifecycle: { ignoreChanges: ignoredChanges(p) },
  };
}

function ignoredChanges({ version, maintenance }: ResolvedServerlessCluster): string[] {
  const decided = upgradesItself(maintenance) || isMinorOnly(version) ? ['version'] : [];
  return [...CREATE_ONLY, 'control_plane_log_components', ...OF_NODES, ...decided].sort();
}
