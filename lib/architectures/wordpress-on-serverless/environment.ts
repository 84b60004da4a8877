import type { BalancerAddressData } from '../../balancer/balancer-address';
import type { IBalancer } from '../../core/balancer';
import type { Protection } from '../../core/cloud';
import type { IMysqlInstance } from '../../database/i-mysql-instance';
import type { IRedisInstance } from '../../database/i-redis-instance';
import type { INasFileSystem } from '../../storage/i-nas-file-system';
import type { Requests } from '../../workload/pod/pod-props';
import type { ScaleData } from '../../workload/scaling/scale';
import type { LoadTestData } from '../wordpress/load-test-data';
import type { Part } from '../parts/part';
import type { WordPressRotation, WordPressSite } from '../wordpress/site-props';

/** What an environment is for; it decides what is left out of its props. */
export type EnvironmentKind = 'production' | 'test';

/** A site in a namespace of its own. */
export interface WordPressEnvironmentProps {
  /**
   * Image of this environment: the one that is to come in `test`, the one that runs in `production`. Another one runs the
   * installation again and updates the Pods.
   * @default the image of the architecture
   * @throws InputError `image-untagged`; `site-image` for a variant without Apache, `registry-region` for another region's
   */
  readonly image?: string;
  /** Title, language, administrator and address of the site. @default an English site called WordPress; of a test, hidden from search engines */
  readonly site?: WordPressSite;
  /**
   * How many Pods there are, and when: `Scale.fixed(2)`, `Scale.onCpu({...})`, `Scale.onSchedule({ jobs, over })`. In production
   * never fewer than two. Changed in place.
   * @default 2 to 10 Pods at 60 % cpu; one Pod in a test
   * @throws InputError `site-scale`, and those of `Scale`
   */
  readonly scale?: ScaleData;
  /**
   * What each Pod requests, and has as its limit: a size of ECI. Pods start anew.
   * @default 1 and 2Gi; 500m and 1Gi in a test
   * @throws InputError `site-size` for one that ECI does not sell
   */
  readonly requests?: Requests;
  /**
   * Requests that one Pod answers at the same time, 1 to 256. Each may hold a connection to the database. Pods start anew.
   * @default 20; 10 in a test
   */
  readonly workers?: number;
  /**
   * Ports of the balancer, all of which lead to port 80 of the Pods: `[80, 443]` for a `balancer` that ends TLS on 443.
   * @default [80]
   * @throws InputError `part-conflict` for 443 of a balancer without TLS, as the default one is
   */
  readonly ports?: readonly number[];
  /**
   * From where the default balancer is reached. A CLB cannot change it: another one is another balancer.
   * @default the whole internet; the VPC in a test
   * @throws InputError `part-conflict` beside `balancer`
   */
  readonly address?: BalancerAddressData;
  /**
   * What stands before the Pods. One balancer can be that of several environments, each with ports of its own.
   * @default a new ClassicLoadBalancer of the cloud stack; a NetworkLoadBalancer for accounts of the international site
   */
  readonly balancer?: Part<IBalancer>;
  /**
   * An instance of its own, which must have the database `databaseName`. Another one is another site.
   * @default a database and an account of the instance that all share
   */
  readonly database?: Part<IMysqlInstance>;
  /** Its database. Another one is another site. @default "wordpress_" and the name of the environment */
  readonly databaseName?: string;
  /** A file system of its own. Another one is another site. @default a directory of the file system that all share */
  readonly files?: Part<INasFileSystem>;
  /**
   * Redis as the cache of objects. The image must bring the plugin `redis-object-cache`; the installation fails without.
   * @default none
   */
  readonly redis?: Part<IRedisInstance>;
  /** Its namespace in the cluster. Another one is another site. @default the name of the environment */
  readonly namespace?: string;
  /** Texts that draw new secrets when they change. @default each "1" */
  readonly rotation?: WordPressRotation;
  /** A suspended CronJob with a load. @default LoadTest.none(); LoadTest.withSiteImage() with 200 visitors in a test */
  readonly loadTest?: LoadTestData;
  /**
   * Whether alerts are about it: its Pods, Jobs and scale, its balancer, a database or Redis of its own.
   * @default true; false in a test, for which nobody gets up
   */
  readonly watched?: boolean;
  /**
   * Whether its default balancer is kept from being deleted by mistake. To take an environment out that is protected, apply it
   * once with `sandbox`. Changed in place.
   * @default that of the architecture; "sandbox" in a test, which comes and goes
   */
  readonly protection?: Protection;
  /** Days for which its logs are kept, 1 to 3650. Changed in place. @default 180; 30 in a test */
  readonly logDays?: number;
}

/** An environment, as plain data. Create one with {@link WordPressEnvironment}. */
export type WordPressEnvironmentData = WordPressEnvironmentProps & { readonly kind: EnvironmentKind };

/** What an environment is for. */
export const WordPressEnvironment = Object.freeze({
  /** For visitors: open to the internet, at least two Pods in different zones, logs for half a year. */
  production: (props: WordPressEnvironmentProps = {}): WordPressEnvironmentData =>
    Object.freeze({ ...props, kind: 'production' }),
  /** To try what comes next: one Pod, reached from the VPC, hidden from search engines, logs for a month. */
  test: (props: WordPressEnvironmentProps = {}): WordPressEnvironmentData => Object.freeze({ ...props, kind: 'test' }),
});
