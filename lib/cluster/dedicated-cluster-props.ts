import type { EndpointData } from '../core/cluster';
import type { ISecurityGroup } from '../core/connections';
import type { INetwork } from '../core/network';
import type { LoginData } from './login';
import type { MasterCount, MasterDisk } from './masters';
import type { AutoscalerData } from './nodes/autoscaler-data';
import type { ProxyMode } from './version';

export interface DedicatedClusterProps {
  /**
   * Network of the cluster: its node vSwitches, its way out, its Service range and how Pods get addresses (Terway or
   * Flannel). Create-only.
   */
  readonly network: INetwork;
  /**
   * Name of the cluster: 1 to 63 letters, digits, hyphens, underscores. Changed in place.
   * @default the stack's name and the construct's path
   */
  readonly name?: string;
  /**
   * How many masters: 3, or 5 for a cluster that survives the loss of two. Each is an ECS instance that you pay for.
   * Create-only.
   * @default 3
   */
  readonly masters?: MasterCount;
  /**
   * ECS instance types of the masters, 4 vCPU or more: one for all, or one for each. Create-only.
   * @throws InputError `master-types`, `instance-type-invalid`, `instance-type-small`, `instance-type-mixed`
   */
  readonly masterTypes: readonly string[];
  /**
   * Disk of every master. Create-only.
   * @default cloud_essd PL1 of 120 GiB
   * @throws InputError `disk-invalid`
   */
  readonly masterDisk?: MasterDisk;
  /** How people log in to the masters: `Login.keyPair(name)` or `.encryptedPassword({...})`. Create-only. */
  readonly login: LoginData;
  /**
   * Zones of the masters: 1 to 5 and no more than masters, in a `production` stack at least 2, better 3: the loss of one
   * of two zones takes the majority of the masters. Create-only.
   * @default the network's zones in the order of their ids, as many as there are masters
   * @throws InputError `zone-count`, `vswitch-missing`
   */
  readonly zones?: readonly string[];
  /**
   * Kubernetes version. A full one (`1.34.1-aliyun.1`) is kept: raise it one minor at a time, in place, never down. A
   * minor (`1.34`) only decides what is created.
   * @default the newest that ACK offers when the cluster is created
   * @throws InputError `version-invalid`
   */
  readonly version?: string;
  /**
   * From where the API server can be reached. Create-only.
   * @default Endpoint.private()
   */
  readonly endpoint?: EndpointData;
  /**
   * How kube-proxy forwards Service traffic: `ipvs`, `iptables` or, from 1.35 on, `nftables`. Create-only.
   * @default "ipvs" when `version` is below 1.35, else "iptables"
   * @throws InputError `proxy-mode-version`
   */
  readonly proxyMode?: ProxyMode;
  /**
   * Range of Service addresses, IPv4; within 10/8, 172.16/12 or 192.168/16, mask 16 to 24. Create-only.
   * @default the network's Service range
   * @throws InputError `cidr-overlap` when it meets the VPC or the Pod range
   */
  readonly serviceCidr?: string;
  /**
   * Flannel only: range of Pod addresses, for a second cluster in one network. Create-only.
   * @default the network's Pod range
   * @throws InputError `cidr-overlap`, `pod-range-terway`
   */
  readonly podCidr?: string;
  /**
   * Whether NetworkPolicy objects have an effect. Terway only: Flannel has no engine. Create-only.
   * @default true with Terway, false with Flannel
   */
  readonly networkPolicies?: boolean;
  /**
   * Group of the masters, the nodes and, with Terway, of Pods. Create-only; needed with `adopt`, since a cluster keeps the
   * group that it has.
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
   * Takes over the cluster with this id instead of creating one, which is what this construct is for since ACK creates no
   * new ones. Import id: the cluster's id, `c` and 32 hex digits. What was decided at creation is not compared, so a wrong
   * disk or master type does no harm; write what others rely on as it is: network, ranges, network policies, group.
   * @default none - a new cluster
   */
  readonly adopt?: string;
}
