import type { RoleNeeded } from '../core/roles';
import type { ResolvedManagedCluster } from './managed-cluster-defaults';

/** The RAM roles that ACK needs in the account for a managed cluster with these props. */
export function clusterRoles(p: ResolvedManagedCluster): readonly RoleNeeded[] {
  return [
    ackRole('AliyunCSDefaultRole', 'ACK manages nodes, balancers and disks of clusters'),
    ackRole('AliyunCSManagedKubernetesRole', 'the managed control plane works in the account'),
    ackRole('AliyunCSManagedCsiRole', 'volumes of Pods are made on disks, NAS and OSS'),
    ackRole('AliyunCSManagedCsiPluginRole', 'volumes of Pods are mounted'),
    ackRole('AliyunCSManagedCsiProvisionerRole', 'volumes of Pods are made on demand'),
    ackRole('AliyunCSManagedCmsRole', 'metrics-server and the monitor controller report to CloudMonitor'),
    ackRole('AliyunCSManagedArmsRole', 'the monitor controller reports to ARMS'),
    ackRole('AliyunCSManagedLogRole', 'components write logs and events to the log service'),
    ...(p.network.podNetwork.kind === 'terway'
      ? [ackRole('AliyunCSManagedNetworkRole', 'Terway attaches network interfaces for Pods')]
      : []),
    ...(p.logs.kind === 'on' ? [ackRole('AliyunCSKubernetesAuditRole', 'the audit log is written')] : []),
    ...(p.encryption ? [ackRole('AliyunCSManagedSecurityRole', 'Secrets are encrypted with a KMS key')] : []),
  ];
}

function ackRole(name: string, why: string): RoleNeeded {
  return { name, kind: 'ack-role', why };
}
