import type { Resolved } from '../../core/defaults';
import { any, flag, listOf, mapOf, object, text, word, type Forms } from '../../core/forms';

/** What CoreDNS answers and how, for the whole cluster. Changed in place: CoreDNS reads it again within two minutes. */
export interface CoreDnsSettings {
  /**
   * Domains that servers of yours answer, such as those of a data centre: `{ 'corp.example.com': ['10.8.0.53'] }`. Every other
   * name still goes to the resolvers of the VPC, which alone know databases, shares and private zones.
   * @default none
   * @throws InputError `dns-name`, `dns-address`; `dns-cloud-names` for a domain that names of the cloud are in
   */
  readonly forwarders?: Readonly<Record<string, readonly string[]>>;
  /** Names that have an address here, before anybody is asked. @default none @throws InputError `dns-name`, `dns-address` */
  readonly hosts?: Readonly<Record<string, string>>;
  /** Seconds for which answers are kept at most, 0 to 3600; 0 keeps none. @default 30 */
  readonly cacheSeconds?: number;
  /** Whether every question is logged: to be looked at for a while, since it costs much of what CoreDNS can do. @default false */
  readonly log?: boolean;
  /**
   * Whether CoreDNS tries the search domains of a Pod itself, so that the Pod asks once. That takes memory: each of its Pods
   * needs 1 MB for every 250 Pods and Services of the cluster then, instead of for every 1000.
   * @default false
   */
  readonly autopath?: boolean;
  /** Whether upstream servers are asked by UDP even when CoreDNS was asked by TCP, as the caches of nodes do. @default true */
  readonly preferUdp?: boolean;
  /** Whether CoreDNS writes events of the cluster about itself; needs version 1.9.3.6 of the component. @default false */
  readonly events?: boolean;
  /** Domain of the cluster, of one that was made with another. @default "cluster.local" */
  readonly clusterDomain?: string;
  /**
   * How many Pods of CoreDNS there are, by the nodes and cores of the cluster, virtual nodes left out. A small controller in
   * `kube-system` sees to it; an autoscaler by load would make and end them too often.
   * @default as many as the component has: two
   */
  readonly replicas?: CoreDnsReplicas;
}

/** So many Pods of CoreDNS, whichever rule asks for more. */
export interface CoreDnsReplicas {
  /** Nodes for one Pod, 1 to 100. @default 8 */
  readonly nodesPerReplica?: number;
  /** Cores for one Pod, 1 to 1024. @default 64 */
  readonly coresPerReplica?: number;
  /** Fewest, 2 to 100. @default 2 */
  readonly min?: number;
  /** Most, `min` to 100. @default 100 */
  readonly max?: number;
  /**
   * Image of the controller.
   * @default `acs/cluster-proportional-autoscaler:1.8.4` of the registry of ACK in the region
   */
  readonly image?: string;
}

/** How names are found in a cluster. */
export interface DnsSettings {
  /**
   * Whether every node keeps answers (component `ack-node-local-dns`), and namespaces made in this program have their Pods ask
   * there unless they say `nodeDnsCache: false`. Pods that run already ask as before until they are replaced.
   * @default false
   * @throws InputError `dns-cache-eci` on a Serverless cluster, which has no nodes
   */
  readonly nodeCache?: boolean;
  /**
   * What CoreDNS answers. Its whole configuration is then this program's: the key `Corefile` of `kube-system/coredns` is taken
   * from whoever wrote it, and changes by hand are undone by the next apply. **Leaving it out later removes the key**, and new
   * Pods of CoreDNS then fail: write `coreDns: {}` instead, which is what the component comes with. Destroying the stack removes it
   * as well: put the file back by hand where the cluster is to live on.
   * @default as the component has it
   * @throws InputError `core-dns-absent` on a cluster that finds names by a private zone
   */
  readonly coreDns?: CoreDnsSettings;
}

/** What CoreDNS has when a prop is left out. */
export const CORE_DNS_DEFAULTS = Object.freeze({
  forwarders: Object.freeze({}) as Readonly<Record<string, readonly string[]>>,
  hosts: Object.freeze({}) as Readonly<Record<string, string>>,
  cacheSeconds: 30,
  log: false,
  autopath: false,
  preferUdp: true,
  events: false,
  clusterDomain: 'cluster.local',
});

/** How many Pods it has when a prop is left out. */
export const CORE_DNS_REPLICAS_DEFAULTS = Object.freeze({ nodesPerReplica: 8, coresPerReplica: 64, min: 2, max: 100 });

/** Settings with every default in place. */
export type ResolvedCoreDns = Readonly<Resolved<CoreDnsSettings, typeof CORE_DNS_DEFAULTS>>;

const REPLICAS: Forms<CoreDnsReplicas> = {
  nodesPerReplica: any,
  coresPerReplica: any,
  min: any,
  max: any,
  image: word,
};

const CORE_DNS: Forms<CoreDnsSettings> = {
  forwarders: mapOf(listOf(any)),
  hosts: mapOf(text),
  cacheSeconds: any,
  log: flag,
  autopath: flag,
  preferUdp: flag,
  events: flag,
  clusterDomain: word,
  replicas: object(REPLICAS),
};

/** The form of how names are found. */
export const DNS_FORM = object<DnsSettings>({ nodeCache: flag, coreDns: object(CORE_DNS) });
