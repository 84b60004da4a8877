import type { INetwork } from '../core/network';
import type { BalancerAddressData } from './balancer-address';
import type { BalancerHealthData } from './balancer-health';

/** What both kinds of balancer take. Every change is made in place by the cloud controller manager, unless it is said. */
export interface ServiceBalancerOptions {
  /** The network of the clusters whose Services it stands before. */
  readonly network: INetwork;
  /**
   * From where it can be reached. A CLB made anew is a new address.
   * @default BalancerAddress.intranet()
   */
  readonly address?: BalancerAddressData;
  /** Names the Service, `<workload>-<name>`, 1 to 20 lower-case letters, digits and hyphens. @default "balancer" */
  readonly name?: string;
  /**
   * `cluster`: any Pod may get the traffic that reaches a node. `local`: only Pods of that node, which then see the
   * client's address; the scheduler must heed how many a node has. The same with Terway.
   * @default "cluster"
   */
  readonly traffic?: 'cluster' | 'local';
  /** How the balancer asks whether Pods are well. @default BalancerHealth.tcp() */
  readonly health?: BalancerHealthData;
  /**
   * Seconds for which open connections of a Pod that goes may go on, 10 to 900 (CLB) or 0 to 900 (NLB). The Pod must
   * answer as long: `Shutdown.drain({ drainSeconds })`.
   * @default 15
   */
  readonly drainSeconds?: number;
  /** Certificate of the TLS listeners, from Certificate Management Service. Needed by them. @default none */
  readonly certificateId?: string;
}

/** Props of a CLB that the cluster makes. */
export interface ClassicBalancerProps extends ServiceBalancerOptions {
  /** Which Pod comes next: `wrr` by weight, `rr` in turn, `sch` and `tch` by the client's address. @default "wrr" */
  readonly scheduler?: 'wrr' | 'rr' | 'sch' | 'tch';
  /** Protocol of a port of the balancer, by port. @default tcp on every port */
  readonly protocols?: Readonly<Record<number, 'tcp' | 'udp' | 'http' | 'https'>>;
  /**
   * Ports of HTTP that answer with the way to a port of HTTPS, `{ 80: 443 }`: nobody reaches the Pods in clear.
   * @default none - every port leads to the Pods
   */
  readonly redirect?: Readonly<Record<number, number>>;
  /** Seconds for which one client stays with one Pod, 0 to 3600; TCP only. @default 0 */
  readonly persistenceSeconds?: number;
}

/** Props of an NLB that the cluster makes. */
export interface NetworkBalancerProps extends ServiceBalancerOptions {
  /** Which Pod comes next: as with CLB, and `wlc` to the one with fewest connections. @default "wrr" */
  readonly scheduler?: 'wrr' | 'rr' | 'sch' | 'tch' | 'wlc';
  /** Protocol of a port of the balancer, by port. @default tcp on every port */
  readonly protocols?: Readonly<Record<number, 'tcp' | 'udp' | 'tcpssl'>>;
  /** Security groups of the NLB, by id, at most 4; besides the one that is made of `allow`. @default none */
  readonly securityGroupIds?: readonly string[];
}

/** What a balancer does when a prop is left out. */
export const SERVICE_BALANCER_DEFAULTS = Object.freeze({
  address: Object.freeze({ kind: 'intranet' }) as BalancerAddressData,
  name: 'balancer' as string,
  traffic: 'cluster' as 'cluster' | 'local',
  health: Object.freeze({ kind: 'tcp' }) as BalancerHealthData,
  drainSeconds: 15 as number,
  scheduler: 'wrr' as const,
});
