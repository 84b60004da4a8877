import type { BalancerAddressData } from '../../balancer/balancer-address';
import type { IManagedCluster } from '../../cluster/i-managed-cluster';
import type { PracticesData } from '../../checks/practices/profiles';
import type { EndpointData } from '../../core/cluster';
import type { Protection, Site } from '../../core/cloud';
import type { IBalancer } from '../../core/balancer';
import type { INetwork } from '../../core/network';
import type { Tags } from '../../core/tags';
import type { IMysqlInstance } from '../../database/i-mysql-instance';
import type { IRedisInstance } from '../../database/i-redis-instance';
import type { CloudStack } from '../../stacks/cloud-stack';
import type { StateData } from '../../stacks/state';
import type { INasFileSystem } from '../../storage/i-nas-file-system';
import type { Requests } from '../../workload/pod/pod-props';
import type { ScheduleJob } from '../../workload/scaling/schedule';
import type { LoadTestData } from '../wordpress/load-test-data';
import type { Part } from '../parts/part';
import type { WordPressRotation, WordPressSite } from '../wordpress/site-props';

/** How many Pods there are, and where. All of it is changed in place. */
export interface WordPressScale {
  /** Pods on nodes, which always run, 2 to 500; the pool of nodes is made for them. @default 22 */
  readonly onNodes?: number;
  /** Most Pods, those on ECI included. @default 100 */
  readonly max?: number;
  /** Use of cpu to hold, in percent of what the Pods request, 1 to 100. @default 60 */
  readonly cpuPercent?: number;
  /**
   * Times at which more Pods must be there before the visitors come: they move the limits of the autoscaler.
   * @default none
   */
  readonly peaks?: readonly ScheduleJob[];
}

export interface WordPressOnEciBurstProps {
  /** Region of everything, such as `cn-hangzhou`. Changing it creates all anew. */
  readonly region: string;
  /**
   * Zones of the network, two or more. Needed unless `network` or `cluster` is given.
   * @throws InputError `part-missing`, `part-conflict`
   */
  readonly zones?: readonly string[];
  /**
   * Image made from the Apache variant of the official WordPress image, with a version. Pulls from Docker Hub fail in
   * mainland regions: keep a copy in Container Registry. Plugins and themes belong into its `/usr/src/wordpress/wp-content`; the installation
   * brings them to all Pods. Another one runs the installation again and updates the Pods.
   * @throws InputError `image-untagged`; `site-image` for a variant without Apache
   */
  readonly image: string;
  /** Title, language, administrator and address of the site. @default an English site called WordPress */
  readonly site?: WordPressSite;
  /** @default 22 Pods on nodes, up to 100 in all, at 60 % cpu */
  readonly scale?: WordPressScale;
  /** What each Pod requests, and has as its limit: a size of ECI. Pods start anew. @default 500m and 1Gi */
  readonly requests?: Requests;
  /**
   * Requests that one Pod answers at the same time, 1 to 256. Each may hold a connection: `scale.max` Pods, and a tenth more in
   * an update, times this number must stay below what the class of the database takes. Pods start anew.
   * @default 20
   */
  readonly workers?: number;
  /** Network of everything. @default a new one over `zones` */
  readonly network?: INetwork | ((cloud: CloudStack) => INetwork);
  /**
   * ACK managed Pro cluster. One that is given keeps its nodes; it gets a virtual node where it has none.
   * @default a new one, with a pool of nodes that holds `scale.onNodes` Pods even when a zone is lost
   */
  readonly cluster?: Part<IManagedCluster>;
  /** Nodes of the new cluster: instance types and how many. @default what `planNodes` finds for `scale.onNodes` Pods */
  readonly nodes?: { readonly instanceTypes: readonly string[]; readonly size: number };
  /** From where the API server of the new cluster is reached. @default Endpoint.private() */
  readonly endpoint?: EndpointData;
  /** MySQL. One that is given must have the database `databaseName`. @default a new one in two zones */
  readonly database?: Part<IMysqlInstance>;
  /** Database of the site. Another one is another site. @default "wordpress" */
  readonly databaseName?: string;
  /** Files of `wp-content`, which all Pods share. @default a new NAS file system */
  readonly files?: Part<INasFileSystem>;
  /**
   * Redis as the cache of objects. The image must bring the plugin `redis-object-cache`; the installation fails without.
   * @default none
   */
  readonly redis?: Part<IRedisInstance>;
  /**
   * What stands before the Pods: owned by Terraform, or made by the cluster (`ServiceBalancer`), which takes its address
   * with it when the Service goes.
   * @default a new ClassicLoadBalancer of the cloud stack; a NetworkLoadBalancer for accounts of the international site
   */
  readonly balancer?: Part<IBalancer>;
  /**
   * From where the default balancer is reached.
   * @default the whole internet
   * @throws InputError `part-conflict` beside `balancer`
   */
  readonly address?: BalancerAddressData;
  /**
   * Ports of the balancer, all of which lead to port 80 of the Pods: `[80, 443]` for a `balancer` that ends TLS on 443.
   * @default [80]
   * @throws InputError `part-conflict` for 443 of a balancer without TLS, as the default one is
   */
  readonly ports?: readonly number[];
  /** Namespace in the cluster. Another one is another site. @default "wordpress" */
  readonly namespace?: string;
  /** Texts that draw new secrets when they change. @default each "1" */
  readonly rotation?: WordPressRotation;
  /** A suspended CronJob with the reference's load. @default LoadTest.withSiteImage() */
  readonly loadTest?: LoadTestData;
  /** Metrics to Managed Prometheus, logs of the Pods to the log service; both bill what comes in. @default false */
  readonly observability?: boolean;
  /**
   * The kind of account, as of `CloudStack`. The default balancer is an NLB on the international site, which does not sell CLBs by use.
   * @default "cn" in mainland regions, "intl" elsewhere
   */
  readonly account?: Site;
  /** See `CloudStack`. Of both stacks. @default "production" */
  readonly protection?: Protection;
  /**
   * Against which practices of the field both stacks are held when they are synthesised; `docs/practices.md` lists them.
   * Parts that are given are judged with the stack that they are in. Changes nothing in the Terraform.
   * @default Practices.production(), or Practices.sandbox() with `protection: 'sandbox'`
   * @throws InputError `practice`, `choice-invalid`
   */
  readonly practices?: PracticesData;
  /** Tags of everything in both stacks. @default none */
  readonly tags?: Tags;
  /** Where Terraform keeps the states of both stacks. @default State.local() */
  readonly state?: StateData;
}
