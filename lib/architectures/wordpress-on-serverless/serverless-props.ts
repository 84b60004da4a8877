import type { PracticesData } from '../../checks/practices/profiles';
import type { IManagedCluster } from '../../cluster/i-managed-cluster';
import type { IServerlessCluster } from '../../cluster/i-serverless-cluster';
import type { EndpointData } from '../../core/cluster';
import type { Protection, Site } from '../../core/cloud';
import type { INetwork } from '../../core/network';
import type { Tags } from '../../core/tags';
import type { IMysqlInstance } from '../../database/i-mysql-instance';
import type { ILogProject } from '../../logs/i-log-project';
import type { IAlertContacts } from '../../monitoring/i-alert-contacts';
import type { IContainerRegistry } from '../../registry/i-container-registry';
import type { CloudStack } from '../../stacks/cloud-stack';
import type { StateData } from '../../stacks/state';
import type { INasFileSystem } from '../../storage/i-nas-file-system';
import type { Part } from '../parts/part';
import type { WordPressEnvironmentData } from './environment';

/** A cluster whose Pods can all be on ECI. */
export type SiteCluster = IServerlessCluster | IManagedCluster;

export interface WordPressOnServerlessProps {
  /** Region of everything, such as `cn-hangzhou`. Changing it creates all anew. */
  readonly region: string;
  /**
   * Zones of the network, two or more. Needed unless `network` or `cluster` is given.
   * @throws InputError `part-missing`, `part-conflict`
   */
  readonly zones?: readonly string[];
  /**
   * Image made from the Apache variant of the official WordPress image, with a version, in Container Registry of the same
   * account: there Pods on ECI pull without a password, by their own role. Any other one must be public. Environments can have
   * one of their own. Plugins and themes belong into its `/usr/src/wordpress/wp-content`.
   * @throws InputError `image-untagged`; `site-image` for a variant without Apache, `registry-region` for another region's
   */
  readonly image: string;
  /**
   * The environments by name, 2 to 24 lower-case letters, digits and hyphens, a letter first: each is a namespace with a site, a database, a
   * directory, a balancer and a store of logs. Another one adds its own things; one that is taken out takes its database and its
   * logs with it, and its files stay in the file system.
   * @throws InputError `value-missing` for none, `kubernetes-name`, `part-conflict` for a namespace that two have
   */
  readonly environments: Readonly<Record<string, WordPressEnvironmentData>>;
  /**
   * Registry (Enterprise) that the images are in: its doors are opened to the network. It is bought by the month, so it is
   * best older than the sites, in a stack of its own.
   * @default none - images of a Personal Edition older than 9 September 2024, or of a registry that lets the network in already
   * @throws InputError `part-conflict` where no image is of it
   */
  readonly registry?: Part<IContainerRegistry>;
  /** Network of everything. @default a new one over `zones` */
  readonly network?: INetwork | ((cloud: CloudStack) => INetwork);
  /**
   * ACK Serverless cluster, or a managed Pro cluster, which gets a virtual node where it has none and whose namespaces send all
   * Pods to ECI: for accounts that are not sold Serverless clusters any more. It needs nodes for its own components.
   * @default a new Serverless cluster (Pro) that keeps namespaces apart
   * @throws InputError `cluster-kind` for a dedicated one
   */
  readonly cluster?: Part<SiteCluster>;
  /** From where the API server of the new cluster is reached. @default Endpoint.private() */
  readonly endpoint?: EndpointData;
  /**
   * MySQL that the environments share, each with a database and accounts of its own. One that is given must have their
   * databases. Not made where every environment has its own.
   * @default a new RDS MySQL Serverless in two zones
   */
  readonly database?: Part<IMysqlInstance>;
  /**
   * Least and greatest capacity of the new instance, in RCU, 0.5 to 8; it bills what it uses. Changed in place.
   * @default { min: 1, max: 8 }
   * @throws InputError `database-capacity`, `part-conflict` beside `database`
   */
  readonly capacity?: { readonly min: number; readonly max: number };
  /** Files of `wp-content`, of which each environment has a directory. @default a new NAS file system */
  readonly files?: Part<INasFileSystem>;
  /** Project of the logs, of which each environment has a store. @default a new one */
  readonly logs?: Part<ILogProject>;
  /**
   * Who is told when something is wrong: with the Pods, Jobs and scales of environments that are `watched`, with databases, balancers and
   * the way out.
   * @default nobody - rules of Prometheus are seen in the console alone, and a warning says so
   * @throws InputError `contacts-unreachable`
   */
  readonly contacts?: Part<IAlertContacts>;
  /**
   * The kind of account, as of `CloudStack`. Default balancers are NLBs on the international site, which does not sell CLBs by use.
   * @default "cn" in mainland regions, "intl" elsewhere
   */
  readonly account?: Site;
  /** See `CloudStack`. Of both stacks, and so of every environment. @default "production" */
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
