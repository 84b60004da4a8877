import type { INetwork } from './network';

/** One port that a balancer offers, and where Pods listen for it. */
export interface BalancedPort {
  /** Name of the port, unique in its Service. */
  readonly name: string;
  /** Port of the balancer, 1 to 65535. */
  readonly port: number;
  /** Port of the containers. */
  readonly targetPort: number;
}

/** What a balancer is told of the Service that asks for it. */
export interface BalancedService {
  readonly ports: readonly BalancedPort[];
  /** Name that the balancer should have, where the cluster makes it. */
  readonly balancerName: string;
  /** Tags of the stack that holds the Service. */
  readonly tags: Readonly<Record<string, string>>;
  /** Whether the console must not delete the balancer by mistake. */
  readonly deleteProtection: boolean;
}

/**
 * A balancer in front of Pods, seen from the Service that asks for it. Listeners and server groups are the cloud controller
 * manager's alone, which makes them from the Service's annotations; what differs is whose the balancer itself is:
 *
 * - `cluster`: the cloud controller manager makes the balancer for one Service, and removes it with the Service;
 * - `terraform`: the balancer is a resource of a CloudStack, or exists. The Service names it by its id, makes listeners on it
 *   and removes them with itself; the balancer stays. Several Services share it, each port is one Service's. Terraform
 *   holds no listener of it.
 */
export interface IBalancer {
  /** CLB, or NLB. */
  readonly kind: 'classic' | 'network';
  readonly owns: 'cluster' | 'terraform';
  /** Id of the balancer; absent where the cluster makes it. */
  readonly balancerId?: string;
  /** Names the Service: `<workload>-<name>`. */
  readonly name: string;
  readonly scheme: 'internet' | 'intranet';
  /** The network that its Pods must be in. */
  readonly network: INetwork;
  /** `spec.loadBalancerClass`; cannot change on a living Service. */
  readonly loadBalancerClass?: string;
  /**
   * Where traffic that reached a node may go: to any Pod, or to Pods of that node, which then see the client's address.
   * The same with Terway, where the balancer reaches Pods itself.
   */
  readonly externalTrafficPolicy: 'Cluster' | 'Local';
  /** Seconds for which the balancer lets open connections of a removed Pod go on. */
  readonly drainSeconds: number;
  /** Ranges that clients come from; every address when left out. */
  readonly clients?: readonly string[];
  /** Whether the Service itself lists the ranges (`loadBalancerSourceRanges`), which only NLB understands. */
  readonly sourceRanges: boolean;
  /** Id of the access control list for listeners of a CLB; absent for none, or where one is to be made of `clients`. */
  readonly aclId?: string;
  /** Annotations of the Service, all values text. @param aclId list of `clients`, where one was made */
  annotations(service: BalancedService, aclId?: string): Readonly<Record<string, string>>;
}
