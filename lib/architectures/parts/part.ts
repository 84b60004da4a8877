import { reject, type Problem } from '../../core/errors';
import { construct, type Form } from '../../core/forms';
import type { INetwork } from '../../core/network';
import type { CloudStack } from '../../stacks/cloud-stack';

/** A part of the architecture that exists already, or how to make it in the cloud stack, in the network. */
export type Part<T> = T | ((cloud: CloudStack, network: INetwork) => T);

/** The forms of parts that exist; the same hold for what a function makes. */
export const SITE_PART_FORMS = Object.freeze({
  database: construct(['instanceId', 'host', 'port', 'grantConnect'], 'new MysqlInstance(...)'),
  files: construct(['fileSystemId', 'server', 'mountIn'], 'new NasFileSystem(...)'),
  redis: construct(['instanceId', 'host', 'port', 'grantConnect'], 'new RedisInstance(...)'),
  balancer: construct(['annotations', 'owns', 'scheme'], 'ServiceBalancer.classic({ network })'),
});

/** A part, or the function that makes it: before the architecture there is no stack in which one could be made. */
export function part(form: Form): Form {
  const orMade = (problem: Problem): Problem => ({
    ...problem,
    fix: `${problem.fix}, or a function (cloud, network) => ... that makes it`,
  });
  return (prop, value) => (typeof value === 'function' ? [] : form(prop, value).map(orMade));
}

/** A part, made by its function in the cloud stack or given; a function can return anything. */
export function partOf<T>(
  cloud: CloudStack,
  name: string,
  form: Form,
  part: Part<T> | undefined,
  network: INetwork,
): T | undefined {
  if (typeof part !== 'function') {
    return part;
  }
  const made = (part as (cloud: CloudStack, network: INetwork) => T)(cloud, network);
  reject(cloud, form(`what ${name} returns`, made ?? null));
  return made;
}

/** The network of an architecture that is given, or made by its function; of an existing cluster it is the cluster's. */
export function networkPart(
  cloud: CloudStack,
  form: Form,
  network: INetwork | ((cloud: CloudStack) => INetwork) | undefined,
  cluster: Part<{ readonly network: INetwork }> | undefined,
): INetwork | undefined {
  if (typeof network === 'function') {
    const made = network(cloud);
    reject(cloud, form('what network returns', made ?? null));
    return made;
  }
  return network ?? (typeof cluster === 'function' ? undefined : cluster?.network);
}
