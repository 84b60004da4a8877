import type { Practice } from './practice';
import { ackAdministrator } from './rules/access/ack-administrator';
import { anonymousAccess } from './rules/access/anonymous-access';
import { clusterAdmin } from './rules/access/cluster-admin';
import { ramAccessKey } from './rules/access/ram-access-key';
import { ramAdministrator } from './rules/access/ram-administrator';
import { rbacEscalation } from './rules/access/rbac-escalation';
import { rbacSecrets } from './rules/access/rbac-secrets';
import { rbacWildcard } from './rules/access/rbac-wildcard';
import { apiEndpointPrivate } from './rules/clusters/api-endpoint-private';
import { auditLogs } from './rules/clusters/audit-logs';
import { clusterCertificates } from './rules/clusters/cluster-certificates';
import { clusterDeletionProtection } from './rules/clusters/cluster-deletion-protection';
import { clusterPro } from './rules/clusters/cluster-pro';
import { clusterZones } from './rules/clusters/cluster-zones';
import { controlPlaneLogs } from './rules/clusters/control-plane-logs';
import { podIdentity } from './rules/clusters/pod-identity';
import { secretsEncryption } from './rules/clusters/secrets-encryption';
import { databaseAudit } from './rules/databases/database-audit';
import { databaseBackups } from './rules/databases/database-backups';
import { databaseDeletionProtection } from './rules/databases/database-deletion-protection';
import { databaseEncryption } from './rules/databases/database-encryption';
import { databaseOpen } from './rules/databases/database-open';
import { databasePassword } from './rules/databases/database-password';
import { databasePublicAddress } from './rules/databases/database-public-address';
import { databaseTls } from './rules/databases/database-tls';
import { databaseZones } from './rules/databases/database-zones';
import { redisTls } from './rules/databases/redis-tls';
import { keyDeletionProtection } from './rules/keys/key-deletion-protection';
import { keyRotation } from './rules/keys/key-rotation';
import { logRetention } from './rules/keys/log-retention';
import { trailComplete } from './rules/keys/trail-complete';
import { defaultNamespace } from './rules/namespaces/default-namespace';
import { namespaceLimits } from './rules/namespaces/namespace-limits';
import { namespaceQuota } from './rules/namespaces/namespace-quota';
import { networkPolicy } from './rules/namespaces/network-policy';
import { podSecurity } from './rules/namespaces/pod-security';
import { adminPortOpen } from './rules/network/admin-port-open';
import { networkDeletionProtection } from './rules/network/network-deletion-protection';
import { tlsPolicy } from './rules/network/tls-policy';
import { diskEncryption } from './rules/nodes/disk-encryption';
import { instanceTypes } from './rules/nodes/instance-types';
import { nodeAddresses } from './rules/nodes/node-addresses';
import { nodeBalance } from './rules/nodes/node-balance';
import { nodeMetadata } from './rules/nodes/node-metadata';
import { nodeRepair } from './rules/nodes/node-repair';
import { nodeSize } from './rules/nodes/node-size';
import { nodeZones } from './rules/nodes/node-zones';
import { severalNodes } from './rules/nodes/several-nodes';
import { spotWithOthers } from './rules/nodes/spot-with-others';
import { capabilities } from './rules/pods/capabilities';
import { capabilitiesDropped } from './rules/pods/capabilities-dropped';
import { disruptionBudget } from './rules/pods/disruption-budget';
import { disruptionBudgetOpen } from './rules/pods/disruption-budget-open';
import { gracePeriod } from './rules/pods/grace-period';
import { hostNamespaces } from './rules/pods/host-namespaces';
import { hostPath } from './rules/pods/host-path';
import { httpProbe } from './rules/pods/http-probe';
import { imageTag } from './rules/pods/image-tag';
import { limitsSet } from './rules/pods/limits-set';
import { livenessProbe } from './rules/pods/liveness-probe';
import { noPrivileged } from './rules/pods/no-privileged';
import { noRoot } from './rules/pods/no-root';
import { nonRoot } from './rules/pods/non-root';
import { oneScaler } from './rules/pods/one-scaler';
import { preStop } from './rules/pods/pre-stop';
import { privilegeEscalation } from './rules/pods/privilege-escalation';
import { readOnlyRoot } from './rules/pods/read-only-root';
import { readinessProbe } from './rules/pods/readiness-probe';
import { requestsSet } from './rules/pods/requests-set';
import { seccomp } from './rules/pods/seccomp';
import { serviceAccountToken } from './rules/pods/service-account-token';
import { spread } from './rules/pods/spread';
import { twoReplicas } from './rules/pods/two-replicas';
import { providerKeys } from './rules/secrets/provider-keys';
import { secretDataLiteral } from './rules/secrets/secret-data-literal';
import { secretInArgs } from './rules/secrets/secret-in-args';
import { secretInConfigMap } from './rules/secrets/secret-in-config-map';
import { secretInEnv } from './rules/secrets/secret-in-env';
import { secretInValues } from './rules/secrets/secret-in-values';
import { secretLiteral } from './rules/secrets/secret-literal';
import { ingressOwnNodes } from './rules/services/ingress-own-nodes';
import { ingressTls } from './rules/services/ingress-tls';
import { noNodePort } from './rules/services/no-node-port';
import { nasEncryption } from './rules/storage/nas-encryption';
import { nasOpen } from './rules/storage/nas-open';
import { nasRecycleBin } from './rules/storage/nas-recycle-bin';
import { ossEncryption } from './rules/storage/oss-encryption';
import { ossForceDestroy } from './rules/storage/oss-force-destroy';
import { ossHttps } from './rules/storage/oss-https';
import { ossLogging } from './rules/storage/oss-logging';
import { ossPolicyPublic } from './rules/storage/oss-policy-public';
import { ossPublic } from './rules/storage/oss-public';
import { ossVersioning } from './rules/storage/oss-versioning';
import { registryPublic } from './rules/storage/registry-public';

/** Every practice by what it is about, in the order of the documents. */
export const GROUPS = Object.freeze({
  pods: [
    requestsSet,
    limitsSet,
    readinessProbe,
    livenessProbe,
    httpProbe,
    preStop,
    gracePeriod,
    twoReplicas,
    spread,
    disruptionBudget,
    disruptionBudgetOpen,
    oneScaler,
    imageTag,
    noPrivileged,
    noRoot,
    nonRoot,
    privilegeEscalation,
    capabilities,
    capabilitiesDropped,
    readOnlyRoot,
    seccomp,
    hostNamespaces,
    hostPath,
    serviceAccountToken,
  ],
  secrets: [
    secretInEnv,
    secretInArgs,
    secretInConfigMap,
    secretDataLiteral,
    secretInValues,
    secretLiteral,
    providerKeys,
  ],
  namespaces: [namespaceQuota, namespaceLimits, podSecurity, defaultNamespace, networkPolicy],
  services: [noNodePort, ingressTls, ingressOwnNodes],
  access: [
    rbacWildcard,
    rbacEscalation,
    rbacSecrets,
    clusterAdmin,
    anonymousAccess,
    ackAdministrator,
    ramAdministrator,
    ramAccessKey,
  ],
  clusters: [
    clusterDeletionProtection,
    apiEndpointPrivate,
    clusterZones,
    clusterPro,
    auditLogs,
    controlPlaneLogs,
    secretsEncryption,
    clusterCertificates,
    podIdentity,
  ],
  nodes: [
    nodeSize,
    instanceTypes,
    nodeZones,
    nodeBalance,
    severalNodes,
    spotWithOthers,
    nodeAddresses,
    nodeMetadata,
    diskEncryption,
    nodeRepair,
  ],
  databases: [
    databaseOpen,
    databasePublicAddress,
    databasePassword,
    databaseDeletionProtection,
    databaseBackups,
    databaseZones,
    databaseTls,
    redisTls,
    databaseEncryption,
    databaseAudit,
  ],
  storage: [
    nasOpen,
    nasEncryption,
    nasRecycleBin,
    ossPublic,
    ossPolicyPublic,
    ossEncryption,
    ossVersioning,
    ossHttps,
    ossLogging,
    ossForceDestroy,
    registryPublic,
  ],
  network: [adminPortOpen, networkDeletionProtection, tlsPolicy],
  keys: [keyDeletionProtection, keyRotation, logRetention, trailComplete],
}) satisfies Readonly<Record<string, readonly Practice[]>>;

/** Every practice. */
export const PRACTICES: readonly Practice[] = Object.freeze(Object.values(GROUPS).flat());
