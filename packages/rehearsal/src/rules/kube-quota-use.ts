import type { Thing } from '../cloud/cloud';
import { isObj, number, text, type Obj, type Value } from '../cty/value';
import { amountOf } from '../values/quantity';
import { block, kindOf, podsOf } from './kube-look';
import { blocks } from './look';

/** What is used of a namespace's quota, by the quota's names. */
export type Use = Readonly<Record<string, number>>;

/** What a LimitRange gives containers that say nothing. */
export interface Given {
  readonly requests: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, string>>;
}

const textsOf = (map: Value | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isObj(map) ? map : {}).flatMap(([key, one]) => (text(one) === undefined ? [] : [[key, text(one)!]])),
  );

/** What LimitRanges of a namespace give. */
export function givenBy(limitRanges: readonly Thing[]): Given {
  const limits = limitRanges
    .flatMap(({ values }) => blocks(block(values, 'spec').limit))
    .filter((limit) => limit.type === 'Container');
  const all = (name: string): Record<string, string> =>
    Object.assign({}, ...limits.map((one) => textsOf(one[name]))) as Record<string, string>;
  const defaults = all('default');
  return { requests: { ...defaults, ...all('default_request') }, limits: defaults };
}

/** Requests and limits of a container after the namespace's defaults. */
export function amountsOf(container: Obj, given: Given): Given {
  const resources = block(container, 'resources');
  const limits = { ...given.limits, ...textsOf(resources.limits) };
  // A limit without a request is the request too, before any default.
  const requests = { ...given.requests, ...textsOf(resources.limits), ...textsOf(resources.requests) };
  return { requests, limits };
}

const add = (one: Record<string, number>, more: Use, times = 1): void => {
  for (const [name, amount] of Object.entries(more)) {
    one[name] = (one[name] ?? 0) + amount * times;
  }
};

/** How many Pods a workload keeps. DaemonSets depend on the nodes and are left out. */
function podCount(type: string, values: Obj): number {
  const spec = block(values, 'spec');
  switch (kindOf(type)) {
    case 'deployment':
    case 'stateful_set':
    case 'replication_controller':
      return number(spec.replicas) ?? 1;
    case 'job':
      return number(spec.parallelism) ?? 1;
    case 'pod':
      return 1;
    default:
      return 0;
  }
}

/** What one object uses. */
export function useOf(type: string, values: Obj, given: Given): Use {
  const used: Record<string, number> = {};
  const spec = block(values, 'spec');
  switch (kindOf(type)) {
    case 'service':
      add(used, { services: 1, 'services.loadbalancers': spec.type === 'LoadBalancer' ? 1 : 0 });
      break;
    case 'persistent_volume_claim':
      add(used, {
        persistentvolumeclaims: 1,
        'requests.storage': amountOf(textsOf(block(spec, 'resources').requests).storage) ?? 0,
      });
      break;
    default: {
      const count = podCount(type, values);
      add(used, { pods: 1 }, count);
      for (const container of podsOf(type, values).containers) {
        add(used, named(amountsOf(container, given)), count);
      }
    }
  }
  return used;
}

const named = ({ requests, limits }: Given): Use =>
  Object.fromEntries([
    ...Object.entries(requests).flatMap(([what, amount]) => [
      [`requests.${what}`, amountOf(amount) ?? 0],
      [what, amountOf(amount) ?? 0],
    ]),
    ...Object.entries(limits).map(([what, amount]) => [`limits.${what}`, amountOf(amount) ?? 0]),
  ]) as Use;
