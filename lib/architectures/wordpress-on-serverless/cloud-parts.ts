import { noteException } from '../../checks/practices/notes';
import { ServerlessCluster } from '../../cluster/serverless-cluster';
import { reject } from '../../core/errors';
import type { INetwork } from '../../core/network';
import type { IMysqlInstance } from '../../database/i-mysql-instance';
import { MysqlCapacity } from '../../database/mysql-capacity';
import { MysqlInstance } from '../../database/mysql-instance';
import type { ILogProject } from '../../logs/i-log-project';
import { LogProject } from '../../logs/log-project';
import { Network } from '../../network/network';
import type { IAlertContacts } from '../../monitoring/i-alert-contacts';
import type { IContainerRegistry } from '../../registry/i-container-registry';
import type { CloudStack } from '../../stacks/cloud-stack';
import type { INasFileSystem } from '../../storage/i-nas-file-system';
import { NasFileSystem } from '../../storage/nas-file-system';
import { networkPart, partOf, type Part } from '../parts/part';
import type { ResolvedEnvironment } from './environment-defaults';
import { unusedRegistryProblems } from './images';
import { PART_FORMS } from './serverless-forms';
import { kindProblems } from './serverless-problems';
import type { SiteCluster, WordPressOnServerlessProps } from './serverless-props';

/** What all environments share. */
export interface SharedParts {
  readonly network: INetwork;
  readonly cluster: SiteCluster;
  readonly logs: ILogProject;
  readonly registry?: IContainerRegistry;
  /** Absent where every environment has its own. */
  readonly database?: IMysqlInstance;
  /** Whether the databases of the environments are made in it: those of a given instance exist. */
  readonly databaseIsNew: boolean;
  readonly files?: INasFileSystem;
  /** Absent where nobody is told of alerts. */
  readonly contacts?: IAlertContacts;
}

/** Capacity of the new instance when none is given, in RCU. */
export const CAPACITY_DEFAULTS = Object.freeze({ min: 1, max: 8 });

/** Why the disk of the default database is not encrypted. */
const NO_DISK_KEY =
  'the key is chosen when the instance is created and is the account’s: give `database` a MysqlInstance with diskKey';

/** Takes the parts that are given and makes the others. */
export function sharedParts(
  cloud: CloudStack,
  p: WordPressOnServerlessProps,
  environments: readonly ResolvedEnvironment[],
): SharedParts {
  const network = networkPart(cloud, PART_FORMS.network, p.network, p.cluster) ?? newNetwork(cloud, p);
  const made = <T>(name: keyof typeof PART_FORMS, part: Part<T> | undefined): T | undefined =>
    partOf(cloud, name, PART_FORMS[name], part, network);
  const registry = made('registry', p.registry);
  if (registry) {
    reject(
      cloud,
      unusedRegistryProblems(
        registry,
        environments.map(({ image }) => image),
      ),
    );
    registry.allowFrom(network);
  }
  const cluster = made('cluster', p.cluster) ?? newCluster(cloud, network, p);
  reject(cloud, kindProblems(cluster));
  if (cluster.kind === 'managed' && cluster.virtualNode === undefined) {
    cluster.addVirtualNode();
  }
  const wanted = (part: 'database' | 'files'): boolean => environments.some((one) => one[part] === undefined);
  const given = made('database', p.database);
  return {
    network,
    cluster,
    registry,
    logs: made('logs', p.logs) ?? new LogProject(cloud, 'logs'),
    database: given ?? (wanted('database') ? newDatabase(cloud, network, p) : undefined),
    databaseIsNew: given === undefined,
    contacts: made('contacts', p.contacts),
    files: made('files', p.files) ?? (wanted('files') ? new NasFileSystem(cloud, 'files', { network }) : undefined),
  };
}

/** vSwitches for Pods on nodes are there only for a cluster that may have nodes; those for nodes are where balancers stand. */
function newNetwork(cloud: CloudStack, { zones = [], cluster }: WordPressOnServerlessProps): Network {
  const purposes = cluster === undefined ? (['nodes', 'eci', 'data'] as const) : undefined;
  return new Network(cloud, 'network', { zones, purposes });
}

/** Policies keep the namespaces apart: a test does not reach into production. */
function newCluster(cloud: CloudStack, network: INetwork, { endpoint }: WordPressOnServerlessProps): ServerlessCluster {
  return new ServerlessCluster(cloud, 'cluster', { network, endpoint, networkPolicies: true });
}

function newDatabase(cloud: CloudStack, network: INetwork, p: WordPressOnServerlessProps): MysqlInstance {
  const capacity = MysqlCapacity.serverless(p.capacity ?? CAPACITY_DEFAULTS);
  const database = new MysqlInstance(cloud, 'database', { network, capacity });
  noteException(database, 'database-encryption', NO_DISK_KEY);
  return database;
}
