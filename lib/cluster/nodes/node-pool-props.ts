import type { ICluster } from '../../core/cluster';
import type { BillingData } from './billing';
import type { DeploymentSetData } from './deployment-set';
import type { DataDisk, SystemDisk } from './disks';
import type { NodeImage } from './image';
import type { Kubelet } from './kubelet';
import type { Taint } from './labels';
import type { NodeManagement } from './management';
import type { Rotation } from './rotation';
import type { NodePoolSize } from './size';

export interface NodePoolProps {
  /** Cluster that the nodes join; changing it replaces the pool. */
  readonly cluster: ICluster;
  /**
   * ECS instance types, the preferred one first: at least two, so that one may be sold out; at most ten, of one
   * architecture, with at least 4 vCPU. Changed in place, for new nodes.
   * @throws InputError `instance-type-invalid`, `instance-type-small`, `instance-type-mixed`, `instance-type-many`
   */
  readonly instanceTypes: readonly string[];
  /**
   * How many nodes: a number that Terraform keeps, or `{ min, max }` between which the autoscaler decides. Number and
   * limits are each changed in place.
   * @throws InputError `size-invalid`, and when the App is synthesised `capacity-nodes` or `capacity-addresses`
   */
  readonly size: NodePoolSize;
  /**
   * Name of the pool: 1 to 63 letters, digits, hyphens, underscores. Changed in place.
   * @default the stack's name and the construct's path
   */
  readonly name?: string;
  /**
   * Zones of the nodes, out of the network's. Changed in place, for new nodes.
   * @default all zones of the network
   */
  readonly zones?: readonly string[];
  /**
   * How the nodes are paid for: `Billing.payAsYouGo()`, `.spot()`, `.mixed({...})` or `.subscription({...})`. For new
   * nodes only; nodes paid for ahead cannot be destroyed, so an autoscaler cannot have them. A pool with limits goes to
   * or from `spot` only as a new pool: its kind of scaling cannot be changed.
   * @throws InputError `choice-conflict` for a subscription with limits
   * @default Billing.payAsYouGo()
   */
  readonly billing?: BillingData;
  /**
   * Operating system, or `{ imageId }` of your own. Changed in place, for new nodes.
   * @default "AliyunLinux3ContainerOptimized"; "AliyunLinux3Arm64" on Arm instance types
   * @throws InputError `image-retired`, `image-architecture`
   */
  readonly image?: NodeImage;
  /**
   * Disk that nodes boot from. For new nodes.
   * @default 120 GiB cloud_essd PL1, encrypted
   */
  readonly systemDisk?: SystemDisk;
  /**
   * Further disks of every node, all encrypted; the last holds images and Pod data. For new nodes.
   * @default none
   */
  readonly dataDisks?: readonly DataDisk[];
  /**
   * Labels of the nodes. Changed in place.
   * @default none; on GPU types `ack.node.gpu.schedule`
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Taints of the nodes: Pods without a toleration stay away. Changed in place.
   * @default none
   */
  readonly taints?: readonly Taint[];
  /**
   * GPU types only: whether Pods share a GPU by memory instead of having it to themselves.
   * @default false
   */
  readonly shareGpu?: boolean;
  /**
   * Settings of the kubelet. A change rolls through the nodes.
   * @default those of ACK
   */
  readonly kubelet?: Kubelet;
  /**
   * What ACK does for the nodes by itself. Changed in place.
   * @default repairs nodes, one at a time; upgrades and mends nothing
   */
  readonly management?: NodeManagement;
  /**
   * Keeps the nodes on different physical hosts: `DeploymentSet.create()` or `.withId('ds-...')`. Changing it replaces
   * the pool.
   * @default none
   */
  readonly deploymentSet?: DeploymentSetData;
  /**
   * ECS key pair for logging in to nodes. Changed in place, for new nodes.
   * @default none - nobody logs in
   */
  readonly keyName?: string;
  /**
   * Whether people log in as `ecs-user` instead of `root`. Changing it replaces the pool.
   * @default false
   */
  readonly loginAsNonRoot?: boolean;
  /**
   * Shell script that runs on a new node after it has joined; must not hold secrets, nodes can read it.
   * @default none
   */
  readonly userData?: string;
  /**
   * Renews the nodes that are there, a few at a time, with the next apply; see {@link Rotation}. Taken out again it does
   * nothing.
   * @default none - nodes stay as they are
   * @throws InputError `version-skew`, `version-invalid`, `number-invalid`
   */
  readonly rotation?: Rotation;
  /**
   * Allows instance types below 4 vCPU, of which system Pods leave little.
   * @default false
   */
  readonly allowSmallNodes?: boolean;
  /**
   * Takes over a pool that exists instead of creating one. Import id: `NodePool.importId(clusterId, nodePoolId)`. It keeps
   * how its nodes answer metadata requests, which only a new pool can change.
   * @default none - a new pool
   */
  readonly adopt?: string;
}
