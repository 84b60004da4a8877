import type { EndpointData } from '../core/cluster';
import type { ISecurityGroup } from '../core/connections';
import type { INetwork } from '../core/network';
import type { ClusterLogsData } from './cluster-logs';
import type { BasicPlane, ProPlane } from './control-plane';
import type { EncryptionData } from './encryption';
import type { Maintenance } from './maintenance';
import type { ServiceDiscoveryData } from './service-discovery';

export interface ServerlessClusterProps {
  /**
   * Network of the cluster: the vSwitches that Pods take addresses of, its way out and its Service range. Its kind of Pod
   * network plays no part: on ECI every Pod has an address of the VPC. Another network replaces the cluster.
   */
  readonly network: INetwork;
  /**
   * Name of the cluster: 1 to 63 letters, digits, hyphens, underscores. Changed in place.
   * @default the stack's name and the construct's path
   */
  readonly name?: string;
  /**
   * What control plane to buy: `ControlPlane.pro()` or `.basic()`; there is no provisioned one. Basic becomes Pro in
   * place, nothing leads back. Pro is billed by the hour.
   * @default ControlPlane.pro()
   */
  readonly controlPlane?: BasicPlane | ProPlane;
  /**
   * Kubernetes version. A full one (`1.34.1-aliyun.1`) is kept: raise it one minor at a time, in place, never down. A
   * minor (`1.34`) only decides what is created.
   * @default the newest that ACK offers when the cluster is created
   * @throws InputError `version-invalid`
   */
  readonly version?: string;
  /**
   * Zones that Pods are placed in, and the control plane's network interfaces with them: 1 to 5, in a `production` stack
   * at least 2. Takes the first vSwitch of each zone for ECI; in a network without any for ECI, the first for Pods, else
   * for nodes. The provider asks ACK to change it in place; the older type of resource replaced the cluster for it.
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
   * Audit log and control plane logs: `ClusterLogs.on({...})` or `.off()`. A Basic cluster has the audit log only. The
   * audit log is changed in place; which control plane components log is decided at creation.
   * @default ClusterLogs.on() - to a project of the cluster's own, kept 30 days
   */
  readonly logs?: ClusterLogsData;
  /**
   * Encrypts Secrets at rest with a KMS key: `Encryption.withKey(id)` or `.withNewKey()`. Pro only. Changed in place.
   * @default none - ACK's disks are encrypted, Secrets in the store are not
   * @throws InputError `tier-basic`
   */
  readonly encryption?: EncryptionData;
  /**
   * When ACK may work on the cluster, and whether it upgrades by itself then. Pro only. Changed in place.
   * @default none - ACK does nothing by itself
   * @throws InputError `tier-basic`, `maintenance-invalid`
   */
  readonly maintenance?: Maintenance;
  /**
   * How Pods find Services by name: `ServiceDiscovery.coreDns()` or `.privateZone()`. Create-only.
   * @default ServiceDiscovery.coreDns()
   */
  readonly serviceDiscovery?: ServiceDiscoveryData;
  /**
   * Whether NetworkPolicy objects have an effect: ECI takes them and ignores them without the component `poseidon`, which
   * this installs. Pro only, IPv4 only. Changed in place.
   * @default false
   * @throws InputError `tier-basic`
   */
  readonly networkPolicies?: boolean;
  /**
   * Range of Service addresses, IPv4; within 10/8, 172.16/12 or 192.168/16, mask 16 to 24. Changing it replaces the
   * cluster.
   * @default the network's Service range
   * @throws InputError `cidr-overlap` when it meets the VPC
   */
  readonly serviceCidr?: string;
  /**
   * Group of the Pods and of the control plane's interfaces. The provider asks ACK to change it in place, which does not
   * move living Pods; the older type of resource replaced the cluster for it. Needed with `adopt`, since living Pods keep
   * the group that they have.
   * @default a new enterprise group that lets the VPC in
   * @throws InputError `value-missing` with `adopt`
   */
  readonly securityGroup?: ISecurityGroup;
  /**
   * Takes over the cluster with this id instead of creating one. Import id: the cluster's id, `c` and 32 hex digits.
   * Write its `securityGroup`, its `controlPlane` (a Basic cluster would become Pro, and be billed) and its Service range as
   * they are.
   * @default none - a new cluster
   */
  readonly adopt?: string;
}
