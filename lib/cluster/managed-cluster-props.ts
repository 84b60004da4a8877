import type { EndpointData } from '../core/cluster';
import type { ISecurityGroup } from '../core/connections';
import type { INetwork } from '../core/network';
import type { ClusterLogsData } from './cluster-logs';
import type { ControlPlaneData } from './control-plane';
import type { EncryptionData } from './encryption';
import type { Maintenance } from './maintenance';
import type { AutoscalerData } from './nodes/autoscaler-data';
import type { ProxyMode } from './version';

export interface ManagedClusterProps {
  /**
   * Network of the cluster: its node vSwitches, its way out, its Service range and how Pods get addresses (Terway or
   * Flannel). The kind of Pod network can never be changed; another network replaces the cluster.
   */
  readonly network: INetwork;
  /**
   * Name of the cluster: 1 to 63 letters, digits, hyphens, underscores. Changed in place.
   * @default the stack's name and the construct's path
   */
  readonly name?: string;
  /**
   * What control plane to buy: `ControlPlane.pro()`, `.provisioned('xlarge')` or `.basic()`. Basic becomes Pro in
   * place, nothing leads back. Pro is billed by the hour.
   * @default ControlPlane.pro()
   */
  readonly controlPlane?: ControlPlaneData;
  /**
   * Kubernetes version. A full one (`1.34.1-aliyun.1`) is kept: raise it one minor at a time, in place, never down. A
   * minor (`1.34`) only decides what is created. With automatic upgrades neither is compared.
   * @default the newest that ACK offers when the cluster is created
   * @throws InputError `version-invalid`
   */
  readonly version?: string;
  /**
   * Whether raising `version` leaves the nodes as they are, to be renewed pool by pool (`rotation` of each), instead of
   * renewing all of them with the control plane. Means something while the version changes only.
   * @default false - ACK upgrades control plane and nodes
   */
  readonly controlPlaneOnly?: boolean;
  /**
   * Zones of the control plane's network interfaces: 1 to 5, in a `production` stack at least 2. Changed in place;
   * every change restarts the control plane.
   * @default the network's zones, the first five in the order of their ids
   * @throws InputError `zone-count`, `vswitch-missing`
   */
  readonly zones?: readonly string[];
  /**
   * From where the API server can be reached. Create-only.
   * @default Endpoint.private()
   */
  readonly endpoint?: EndpointData;
  /**
   * Encrypts Secrets at rest with a KMS key: `Encryption.withKey(id)` or `.withNewKey()`. Pro only. Changed in place.
   * @default none - ACK's disks are encrypted, Secrets in the store are not
   */
  readonly encryption?: EncryptionData;
  /**
   * Audit log and control plane logs: `ClusterLogs.on({...})` or `.off()`. A Basic cluster has the audit log only. The
   * audit log is changed in place; which control plane components log is decided at creation, since ACK adds some of
   * its own: switched on later, or after going from Basic to Pro, they are chosen in the console.
   * @default ClusterLogs.on() - to a project of the cluster's own, kept 30 days
   */
  readonly logs?: ClusterLogsData;
  /**
   * When ACK may work on the cluster, and whether it upgrades by itself then. Pro only. Changed in place.
   * @default none - ACK does nothing by itself
   */
  readonly maintenance?: Maintenance;
  /**
   * How kube-proxy forwards Service traffic: `ipvs`, `iptables` or, from 1.35 on, `nftables`. Changing a mode that was
   * written here replaces the cluster.
   * @default "ipvs" when `version` is below 1.35, else "iptables"; decided at creation, never compared again
   * @throws InputError `proxy-mode-version`
   */
  readonly proxyMode?: ProxyMode;
  /**
   * Range of Service addresses, IPv4, one address per Service; within 10/8, 172.16/12 or 192.168/16, mask 16 to 24.
   * Changing it replaces the cluster.
   * @default the network's Service range
   * @throws InputError `cidr-overlap` when it meets the VPC or the Pod range
   */
  readonly serviceCidr?: string;
  /**
   * Flannel only: range of Pod addresses, for a second cluster in one network. Changing it replaces the cluster.
   * @default the network's Pod range
   * @throws InputError `cidr-overlap`, `pod-range-terway`
   */
  readonly podCidr?: string;
  /**
   * Whether Pods and Services have IPv6 addresses too. The network needs IPv6. Changing it replaces the cluster.
   * @default false
   */
  readonly dualStack?: boolean;
  /**
   * Whether NetworkPolicy objects have an effect. Terway only: Flannel has no engine. Create-only.
   * @default true with Terway, false with Flannel
   */
  readonly networkPolicies?: boolean;
  /**
   * Group of the nodes, of the control plane's interfaces and, with Terway, of Pods. Changing it restarts the control
   * plane and does not move existing nodes; so it is needed with `adopt`.
   * @default a new group that lets the VPC and the Pods in: enterprise with Terway, basic with Flannel
   * @throws InputError `value-missing` with `adopt`
   */
  readonly securityGroup?: ISecurityGroup;
  /**
   * What adds and removes nodes of pools with limits: `Autoscaler.clusterAutoscaler({...})` or `.instant({...})`. Changed
   * in place.
   * @default cluster-autoscaler as ACK sets it up, once a pool with limits is there
   * @throws InputError `autoscaler-invalid`, `autoscaler-version`
   */
  readonly autoscaler?: AutoscalerData;
  /**
   * Takes over the cluster with this id instead of creating one. Import id: the cluster's id, `c` and 32 hex digits.
   * Write its `securityGroup`, its `controlPlane` (a Basic cluster would become Pro, and be billed) and what cannot be
   * changed as they are (Service and Pod range, dual stack): a plan that shows a replacement says which is not.
   * @default none - a new cluster
   */
  readonly adopt?: string;
}
