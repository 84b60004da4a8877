import type { RoleNeeded } from '../../core/roles';

const ack = (name: string, why: string): RoleNeeded => Object.freeze({ name, kind: 'ack-role', why });

/** The RAM roles that components work with. */
export const ROLES = Object.freeze({
  acr: ack('AliyunCSManagedAcrRole', 'Pods pull images from ACR without a password'),
  arms: ack('AliyunCSManagedArmsRole', 'metrics and traces are sent to ARMS'),
  backup: ack('AliyunCSManagedBackupRestoreRole', 'the backup centre keeps and restores what a cluster holds'),
  cms: ack('AliyunCSManagedCmsRole', 'metrics are sent to CloudMonitor and read from it'),
  cost: ack('AliyunCSManagedCostRole', 'the cost of workloads is read from the bills'),
  csi: ack('AliyunCSManagedCsiRole', 'volumes of Pods are made on disks, NAS and OSS'),
  csiPlugin: ack('AliyunCSManagedCsiPluginRole', 'volumes of Pods are mounted'),
  csiProvisioner: ack('AliyunCSManagedCsiProvisionerRole', 'volumes of Pods are made on demand'),
  log: ack('AliyunCSManagedLogRole', 'components write logs and events to the log service'),
  mse: ack('AliyunCSManagedMseRole', 'gateways of MSE are made for Ingresses'),
  network: ack('AliyunCSManagedNetworkRole', 'Terway attaches network interfaces for Pods'),
  virtualNode: ack('AliyunCSManagedVKRole', 'Pods are started on ECI'),
  eci: Object.freeze({
    name: 'eci.aliyuncs.com',
    kind: 'service-linked-role',
    why: 'ECI makes network interfaces for Pods',
  } satisfies RoleNeeded),
  alb: Object.freeze({
    name: 'alb.aliyuncs.com',
    kind: 'service-linked-role',
    why: 'ALB makes network interfaces in the VPC',
  } satisfies RoleNeeded),
});
