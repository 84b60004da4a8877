import { identityOf } from '../serve/identity';
import type { Obj } from '../cty/value';

/** A state file of Terraform's, as far as faults look at it. */
export interface StateJson {
  readonly version: number;
  readonly resources?: readonly ResourceState[];
  readonly [name: string]: unknown;
}

interface ResourceState {
  readonly module?: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly provider: string;
  readonly instances: readonly InstanceState[];
}

interface InstanceState {
  readonly index_key?: string | number;
  readonly status?: string;
  readonly deposed?: string;
  readonly attributes?: Obj;
}

/** One object that a state says exists. */
export interface Recorded {
  readonly stack: string;
  readonly address: string;
  readonly type: string;
  /** `hashicorp/random` */
  readonly provider: string;
  readonly id: string;
  /** Terraform will replace it. */
  readonly tainted: boolean;
  /** The old one of a replacement, still to be destroyed. */
  readonly deposed: boolean;
}

const indexed = (key: string | number | undefined): string => (key === undefined ? '' : `[${JSON.stringify(key)}]`);

/** `provider["registry.terraform.io/aliyun/alicloud"].alias` → `aliyun/alicloud`. */
const providerOf = (text: string): string => (/\["([^"]+)"\]/.exec(text)?.[1] ?? text).split('/').slice(-2).join('/');

const addressOf = (resource: ResourceState, instance: InstanceState): string =>
  `${resource.module === undefined ? '' : `${resource.module}.`}${resource.type}.${resource.name}${indexed(instance.index_key)}`;

const recordOf = (stack: string, resource: ResourceState, instance: InstanceState): Recorded => ({
  stack,
  address: addressOf(resource, instance),
  type: resource.type,
  provider: providerOf(resource.provider),
  id: identityOf(instance.attributes ?? {}),
  tainted: instance.status === 'tainted',
  deposed: instance.deposed !== undefined,
});

/** What a state says exists; data sources are no objects. */
export const recordedIn = (stack: string, state: StateJson | undefined): Recorded[] =>
  (state?.resources ?? [])
    .filter(({ mode }) => mode === 'managed')
    .flatMap((resource) => resource.instances.map((instance) => recordOf(stack, resource, instance)));

/** The state as it was before some objects came into it; what was read is read again. */
export function stateWithout(state: StateJson, gone: (one: Recorded) => boolean): StateJson {
  const resources = (state.resources ?? [])
    .filter(({ mode }) => mode === 'managed')
    .map((resource) => ({
      ...resource,
      instances: resource.instances.filter((instance) => !gone(recordOf('', resource, instance))),
    }))
    .filter(({ instances }) => instances.length > 0);
  return { ...state, outputs: {}, check_results: null, resources };
}
