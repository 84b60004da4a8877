import type { Amounts } from '../core/pod';
import type { IsolationData } from './isolation';
import type { PlacementData } from './placement';

/** What the admission of Pods lets in; see the Kubernetes Pod Security Standards. */
export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** What all objects of a namespace may have together. Everything is changed in place and binds new objects only. */
export interface NamespaceQuota {
  /** Sum of the requests of all Pods. @default no bound */
  readonly requests?: Amounts;
  /** Sum of the limits of all Pods. @default no bound */
  readonly limits?: Amounts;
  /** Number of Pods that have not ended. @default no bound */
  readonly pods?: number;
  /** Number of Services of type LoadBalancer, each of which is a balancer on the bill. @default no bound */
  readonly loadBalancers?: number;
  /** Number of volume claims. @default no bound */
  readonly claims?: number;
  /** Sum of the sizes of all volume claims, such as `500Gi`. @default no bound */
  readonly storage?: string;
  /** Bounds on further kinds, under the names that Kubernetes has for them: `{ 'count/jobs.batch': '20' }`. @default none */
  readonly objects?: Readonly<Record<string, string>>;
}

/**
 * What a container gets that says nothing, and the most one may say. Binds new Pods only. As in Kubernetes, a limit that
 * is left out is the maximum, and a request that is left out is the limit.
 */
export interface ContainerDefaults {
  /** @default { cpu: '100m', memory: '128Mi' } */
  readonly requests?: Amounts;
  /** @default { cpu: '1', memory: '1Gi' } */
  readonly limits?: Amounts;
  /** The most that the limits of one container may say. @default no bound */
  readonly max?: Amounts;
}

export interface NamespaceProps {
  /**
   * Name in the cluster: 1 to 63 lower-case letters, digits and hyphens, a letter first. Changing it replaces the
   * namespace **and everything in it**.
   * @default the path below the stack, joined by hyphens
   * @throws InputError `kubernetes-name`
   */
  readonly name?: string;
  /**
   * Takes over the namespace that exists instead of creating one, and has its name unless `name` says the same. Import id:
   * `<name>`. Its quota, default size and policy are parts, see `Adopt.parts`.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name or namespace than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
  /**
   * Labels of the namespace. Changed in place.
   * @default those of the other props
   * @throws InputError `label-invalid`, `namespace-conflict`
   */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the namespace. Changed in place. @default none */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * What all objects of the namespace may have together. Changed in place.
   * @default no ResourceQuota
   * @throws InputError `quantity-invalid`, `number-invalid`; `quota-too-small` for less than a container gets by default, and,
   *   when the App is synthesised, for less than the workloads take at the most of their scales
   */
  readonly quota?: NamespaceQuota;
  /**
   * What a container gets that says nothing of cpu and memory. Without it, such a Pod is refused where there is a quota,
   * takes 2 vCPU and 4 GiB on ECI, and cannot be scaled on cpu. `none` makes no LimitRange. Changed in place.
   * @default requests of 100m and 128Mi, limits of 1 and 1Gi
   * @throws InputError `quantity-invalid`, `limit-below-request`
   */
  readonly containerDefaults?: ContainerDefaults | 'none';
  /**
   * Which traffic the Pods take that nobody asked for. Needs Terway with network policies for Pods on nodes, and the
   * component `poseidon` of a Pro cluster for Pods on ECI, which is installed where this asks for it. Changed in place.
   * @default Isolation.denyIngress() where something enforces it, Isolation.open() elsewhere
   * @throws InputError `network-policy-engine` where nothing enforces it: Kubernetes would take the policy and ignore it
   */
  readonly isolation?: IsolationData;
  /**
   * What a Pod may ask of its node; a Pod that asks for more is refused. What `restricted` would refuse is warned about
   * at every level. Changed in place; running Pods stay.
   * @default "baseline"
   */
  readonly podSecurity?: PodSecurityLevel;
  /**
   * Where the Pods go. Changed in place, for new Pods.
   * @default Placement.scheduled()
   * @throws InputError `everything-on-eci` without a virtual node, and on Serverless, where every Pod is on ECI anyway
   */
  readonly placement?: PlacementData;
  /**
   * Whether new Pods ask the DNS cache of their node, component `ack-node-local-dns`, which is installed where this asks for it.
   * Changed in place; Pods that run already ask as before until they are replaced.
   * @default true where the baseline of the cluster says `dns: { nodeCache: true }` and there are nodes for the Pods, else false
   * @throws InputError `dns-cache-eci` without nodes; when the App is synthesised, for workloads that can land on ECI and do not
   *   say `dns: PodDns.cluster({ nodeCache: false })`
   */
  readonly nodeDnsCache?: boolean;
}

/** An existing namespace. */
export interface NamespaceAttributes {
  /** Its name in the cluster. */
  readonly name: string;
  /** Whether every Pod of it goes to ECI. @default false */
  readonly everythingOnEci?: boolean;
  /** What the Pod Security admission lets in there. @default not known */
  readonly podSecurity?: PodSecurityLevel;
  /**
   * Which traffic its Pods take that nobody asked for. Without it, `allowFrom` cannot tell whether a policy would let
   * something in or shut everything else out.
   * @default not known
   */
  readonly isolation?: IsolationData;
}
