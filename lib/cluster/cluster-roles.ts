import type { RoleNeeded } from '../core/roles';
import type { ClusterLogsData } from './cluster-logs';
import type { EncryptionData } from './encryption';
import type { ResolvedManagedCluster } from './managed-cluster-defaults';
import type { ResolvedServerlessCluster } from './serverless-cluster-defaults';

const DEFAULT_ROLE = ackRole('AliyunCSDefaultRole', 'ACK manages nodes, balancers and disks of clusters');
const LOG_ROLE = ackRole('AliyunCSManagedLogRole', 'components write logs and events to the log service');

/** The RAM roles that ACK needs in the account for a managed cluster with these props. */
export function managedClusterRoles(p: ResolvedManagedCluster): readonly RoleNeeded[] {
  return [
    DEFAULT_ROLE,
    ackRole('AliyunCSManagedKubernetesRole', 'the managed control plane works in the account'),
    ackRole('AliyunCSManagedCsiRole', 'volumes of Pods are made on disks, NAS and OSS'),
    ackRole('AliyunCSManagedCsiPluginRole', 'volumes of Pods are mounted'),
    ackRole('AliyunCSManagedCsiProvisionerRole', 'volumes of Pods are made on demand'),
    ackRole('AliyunCSManagedCmsRole', 'metrics-server and the monitor controller report to CloudMonitor'),
    ackRole('AliyunCSManagedArmsRole', 'the monitor controller reports to ARMS'),
    LOG_ROLE,
    ...(p.network.podNetwork.kind === 'terway'
      ? [ackRole('AliyunCSManagedNetworkRole', 'Terway attaches network interfaces for Pods')]
      : []),
    ...auditRoles(p.logs),
    ...securityRoles(p.encryption),
  ];
}

/** The RAM roles for a dedicated cluster: its components run on nodes and have the roles of those. */
export function dedicatedClusterRoles(): readonly RoleNeeded[] {
  return [DEFAULT_ROLE];
}

/** The RAM roles for a Serverless cluster. */
export function serverlessClusterRoles({ logs, encryption }: ResolvedServerlessCluster): readonly RoleNeeded[] {
  return [
    DEFAULT_ROLE,
    ackRole('AliyunCSServerlessKubernetesRole', 'the Serverless control plane works in the account'),
    ackRole('AliyunCSManagedVKRole', 'Pods become elastic container instances'),
    LOG_ROLE,
    { name: 'eci.aliyuncs.com', kind: 'service-linked-role', why: 'ECI attaches network interfaces for Pods' },
    ...auditRoles(logs),
    ...securityRoles(encryption),
  ];
}

function auditRoles(logs: ClusterLogsData): readonly RoleNeeded[] {
  return logs.kind === 'on' ? [ackRole('AliyunCSKubernetesAuditRole', 'the audit log is written')] : [];
}

function securityRoles(encryption: EncryptionData | undefined): readonly RoleNeeded[] {
  return encryption ? [ackRole('AliyunCSManagedSecurityRole', 'Secrets are encrypted with a KMS key')] : [];
}

function ackRole(name: string, why: string): RoleNeeded {
  return { name, kind: 'ack-role', why };
}
