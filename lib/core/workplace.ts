import type { IConstruct } from 'constructs';
import { tryCloudOf } from './cloud';
import type { ICluster } from './cluster';
import { reject } from './errors';

/** What a stack of in-cluster objects tells the constructs in it. */
export interface Workplace {
  /** The stack itself. */
  readonly stack: IConstruct;
  /** The cluster whose objects the stack holds. */
  readonly cluster: ICluster;
  /** Over which address the stack reaches the API server; `credential` is the one that the credential names. */
  readonly apiServer: 'private' | 'public' | 'credential';
}

const WORKPLACE = Symbol.for('alicloud-constructs/Workplace');

/** Brands a stack as one that holds objects inside a cluster. */
export function provideWorkplace(stack: IConstruct, workplace: Workplace): void {
  Object.defineProperty(stack, WORKPLACE, { value: Object.freeze({ ...workplace }) });
}

/** What a stack of in-cluster objects offers; `undefined` for any other construct. */
export function tryWorkplaceOf(construct: IConstruct): Workplace | undefined {
  return (construct as { [WORKPLACE]?: Workplace })[WORKPLACE];
}

/**
 * The cluster whose objects a construct belongs to.
 *
 * @throws InputError `no-workload-stack` when no scope is a `WorkloadStack`; names the stack it was put in instead
 */
export function workplaceOf(construct: IConstruct): Workplace {
  let at: IConstruct | undefined = construct;
  let cloud: IConstruct | undefined;
  while (at) {
    const workplace = tryWorkplaceOf(at);
    if (workplace) {
      return workplace;
    }
    cloud ??= tryCloudOf(at) && at;
    at = at.node.scope;
  }
  const where =
    cloud === undefined ? 'in no WorkloadStack' : `in "${cloud.node.path}", which holds ${cloudThings(cloud)}`;
  reject(construct, [
    {
      code: 'no-workload-stack',
      what: `"${construct.node.path}" is an object inside a cluster and is ${where}; a cluster and what runs in it cannot be planned together`,
      value: cloud?.node.path,
      fix: "create it in new WorkloadStack(app, 'apps', { cluster })",
    },
  ]);
  throw new Error('unreachable');
}

/** What a stack that is no place for objects of a cluster holds instead: the cluster, where it has one. */
function cloudThings(stack: IConstruct): string {
  const cluster = stack.node.findAll().find((one) => 'clusterId' in one && 'kind' in one && 'capacity' in one);
  return cluster ? `the cluster "${cluster.node.path}" itself` : 'cloud resources';
}
