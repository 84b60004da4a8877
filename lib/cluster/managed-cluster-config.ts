import type { CsManagedKubernetesConfig } from '@cdktf/provider-alicloud/lib/cs-managed-kubernetes';
import type { Protection } from '../core/cloud';
import { logAttributes } from './cluster-logs';
import { podAttributes, type ClusterRanges } from './cluster-ranges';
import { clusterSpec } from './control-plane';
import { controlPlaneVswitches, controlPlaneZones } from './control-plane-zones';
import { deleteOptions } from './delete-options';
import { encryptionAttributes } from './encryption';
import { maintenanceAttributes, upgradesItself } from './maintenance';
import { CLUSTER_TIMEOUTS, CREATE_ONLY, type ResolvedManagedCluster } from './managed-cluster-defaults';
import { firstBootAddons } from './network-plugin';
import { defaultProxyMode, isMinorOnly } from './version';

/** What the cluster was given besides its props. */
export interface ClusterParts {
  readonly name: string;
  readonly protection: Protection;
  readonly ranges: ClusterRanges;
  readonly securityGroupId: string;
  readonly logProject: string | undefined;
  readonly encryptionKey: string | undefined;
  readonly networkPolicies: boolean;
}

/** The L1 attributes of a managed cluster, one by one. */
export function managedClusterConfig(p: ResolvedManagedCluster, parts: ClusterParts): CsManagedKubernetesConfig {
  const pro = p.controlPlane.tier === 'pro';
  return {
    name: parts.name,
    clusterSpec: clusterSpec(p.controlPlane),
    version: p.version,
    upgradePolicy: p.controlPlaneOnly ? { controlPlaneOnly: true } : undefined,
    vswitchIds: [...controlPlaneVswitches(p.network, controlPlaneZones(p.network, p.zones))],
    securityGroupId: parts.securityGroupId,
    ...podAttributes(p.network, parts.ranges),
    serviceCidr: parts.ranges.serviceCidr,
    ipStack: p.dualStack ? 'dual' : 'ipv4',
    proxyMode: p.proxyMode ?? defaultProxyMode(p.version),
    addons: [...firstBootAddons(p.network.podNetwork, parts.networkPolicies)],
    newNatGateway: false,
    slbInternetEnabled: p.endpoint.kind === 'public',
    deletionProtection: parts.protection === 'production',
    deleteOptions: deleteOptions(parts.protection),
    enableRrsa: true,
    skipSetCertificateAuthority: true,
    ...encryptionAttributes(parts.encryptionKey),
    ...logAttributes(p.logs, parts.logProject, pro),
    ...maintenanceAttributes(p.maintenance),
    timeouts: { ...CLUSTER_TIMEOUTS },
    lifecycle: { ignoreChanges: [...ignoredChanges(p)] },
  };
}

/** What Terraform must not compare: what is read once, what ACK changes itself, and a default that was chosen once. */
function ignoredChanges(p: ResolvedManagedCluster): readonly string[] {
  return [
    ...CREATE_ONLY,
    'control_plane_log_components',
    ...(p.proxyMode === undefined ? ['proxy_mode'] : []),
    ...(upgradesItself(p.maintenance) || isMinorOnly(p.version) ? ['version'] : []),
  ].sort();
}
