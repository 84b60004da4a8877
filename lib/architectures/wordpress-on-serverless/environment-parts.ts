import { type Construct } from 'constructs';
import { noteException } from '../../checks/practices/notes';
import type { IBalancer } from '../../core/balancer';
import { protectOtherwise } from '../../core/cloud';
import { reject } from '../../core/errors';
import type { INetwork } from '../../core/network';
import { LogStore } from '../../logs/log-store';
import type { CloudStack } from '../../stacks/cloud-stack';
import { takeFor } from '../parts/one-owner';
import { newFront } from '../parts/front';
import { partOf, type Part } from '../parts/part';
import type { SiteParts } from '../wordpress/site-defaults';
import { contentDirectory } from '../wordpress/site-files';
import { tlsProblems } from '../wordpress/tls-problems';
import type { SharedParts } from './cloud-parts';
import { ENVIRONMENT_DEFAULTS, type ResolvedEnvironment } from './environment-defaults';
import { PART_FORMS } from './serverless-forms';
import type { SiteCluster } from './serverless-props';

/** What one environment stands on. */
export interface EnvironmentParts extends SiteParts {
  readonly logs: LogStore;
  readonly cluster: SiteCluster;
}

/**
 * Takes what is given to an environment, and makes the rest in the cloud stack below a scope of its own, so that another
 * environment moves nothing of it.
 */
export function environmentParts(
  scope: Construct,
  cloud: CloudStack,
  shared: SharedParts,
  p: ResolvedEnvironment,
): EnvironmentParts {
  const { network } = shared;
  protectOtherwise(scope, p.protection);
  const made = <T>(name: keyof typeof PART_FORMS, part: Part<T> | undefined): T | undefined =>
    partOf(cloud, `environments.${p.name}.${name}`, PART_FORMS[name], part, network);
  const given = made('database', p.database);
  const database = given ?? shared.database!;
  if (given === undefined && shared.databaseIsNew) {
    database.addDatabase(p.databaseName);
  }
  const files = made('files', p.files) ?? shared.files!;
  const own = `${cloud.node.id.replace(/-cloud$/, '')}-${p.name}`;
  const at = `environments.${p.name}`;
  takeFor(scope, database, p.databaseName, `${at}.databaseName`, own.replace(/-/g, '_'));
  takeFor(scope, files, contentDirectory(p.namespace), `${at}.namespace`, own);
  takeFor(scope, shared.logs, p.namespace, `${at}.namespace`, own);
  const redis = made('redis', p.redis);
  const balancer = made('balancer', p.balancer) ?? newBalancer(scope, cloud, network, p);
  reject(scope, tlsProblems(p.ports, balancer, `${at}.`));
  return {
    cluster: shared.cluster,
    database,
    files,
    redis,
    balancer,
    logs: new LogStore(scope, 'logs', { project: shared.logs, name: p.namespace, retentionDays: p.logDays }),
  };
}

/** Why the balancer of an environment may be deleted. */
const COMES_AND_GOES =
  'the environment is written as one that comes and goes: to take it out must not need a second apply';

/** Kept from being deleted unless the environment comes and goes. */
function newBalancer(
  scope: Construct,
  { protection: ofTheStack }: CloudStack,
  network: INetwork,
  { kind, address, protection }: ResolvedEnvironment,
): IBalancer {
  const front = newFront(scope, { network, address: address ?? ENVIRONMENT_DEFAULTS[kind].address });
  if (protection === 'sandbox' && ofTheStack === 'production') {
    noteException(front, 'network-deletion-protection', COMES_AND_GOES);
  }
  return front;
}
