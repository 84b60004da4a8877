import type { CsKubernetesConfig } from '@cdktf/provider-alicloud/lib/cs-kubernetes';
import type { Protection } from '../core/cloud';
import { podAttributes, type ClusterRanges } from './cluster-ranges';
import { controlPlaneVswitches } from './control-plane-zones';
import { DECIDED_ONCE, type ResolvedDedicatedCluster } from './dedicated-cluster-defaults';
import { masterZones } from './dedicated-cluster-problems';
import { deleteOptions } from './delete-options';
import { loginAttributes } from './login';
import { CLUSTER_TIMEOUTS } from './managed-cluster-defaults';
import { masterDiskAttributes, masterTypesOf } from './masters';
import { firstBootAddons } from './network-plugin';
import { defaultProxyMode, isMinorOnly } from './version';

/** What the cluster was given besides its props. */
export interface DedicatedParts {
  readonly name: string;
  readonly protection: Protection;
  readonly ranges: ClusterRanges;
  readonly securityGroupId: string;
  readonly networkPolicies: boolean;
}

/** The L1 attributes of a dedicated cluster, one by one. */
export function dedicatedClusterConfig(p: ResolvedDedicatedCluster, parts: DedicatedParts): CsKubernetesConfig {
  return {
    name: parts.name,
    version: p.version,
    masterVswitchIds: [...controlPlaneVswitches(p.network, masterZones(p))],
    masterInstanceTypes: [...masterTypesOf(p.masterTypes, p.masters)],
    ...masterDiskAttributes(p.masterDisk),
    ...loginAttributes(p.login),
    securityGroupId: parts.securityGroupId,
    ...podAttributes(p.network, parts.ranges),
    serviceCidr: parts.ranges.serviceCidr,
    proxyMode: p.proxyMode ?? defaultProxyMode(p.version),
    // Without it the masters get a Docker that Kubernetes has not run on since 1.24.
    runtime: { name: 'containerd' },
    addons: [...firstBootAddons(p.network.podNetwork, parts.networkPolicies)],
    newNatGateway: false,
    slbInternetEnabled: p.endpoint.kind === 'public',
    deletionProtection: parts.protection === 'production',
    deleteOptions: deleteOptions(parts.protection),
    skipSetCertificateAuthority: true,
    timeouts: { ...CLUSTER_TIMEOUTS },
    lifecycle: { ignoreChanges: [...DECIDED_ONCE, ...(isMinorOnly(p.version) ? ['version'] : [])] },
  };
}
