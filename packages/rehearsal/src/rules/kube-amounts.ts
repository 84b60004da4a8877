import { isObj, text, type Obj } from '../cty/value';
import { amountOf } from '../values/quantity';
import { POD_TYPES, block, inNamespace, podsOf } from './kube-look';
import { objectNamespace } from './cluster-look';
import { blocks } from './look';
import type { Refusal, Rule } from './rule';

const entries = (map: Obj[string] | undefined): [string, string][] =>
  Object.entries(isObj(map) ? map : {}).flatMap(([key, one]) => (text(one) === undefined ? [] : [[key, text(one)!]]));

function inContainer(container: Obj): Refusal[] {
  const { requests, limits } = block(container, 'resources');
  const name = text(container.name);
  const wrong = [...entries(requests), ...entries(limits)].filter(([, amount]) => amountOf(amount) === undefined);
  const bounds = Object.fromEntries(entries(limits));
  return [
    ...wrong.map(([what, amount]) => ({
      what: `resources.${what} of container "${name}": quantities must match the form of "500m" or "1Gi", not "${amount}"`,
      fix: 'write a Kubernetes quantity',
    })),
    ...entries(requests)
      .filter(([what, amount]) => amountOf(amount)! > (amountOf(bounds[what]) ?? Infinity))
      .map(([what, amount]) => ({
        what: `resources.requests of container "${name}": Invalid value "${amount}": must be less than or equal to ${what} limit of ${bounds[what]}`,
        fix: `ask for at most ${bounds[what]} of ${what}, or raise the limit`,
      })),
  ];
}

/** A container asks for amounts, and for no more than its own limit or what the namespace allows. */
export const kubeAmounts: Rule = {
  name: 'kube-amounts',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  types: POD_TYPES,
  on: ['create', 'update'],
  check({ type, values, cluster }, cloud) {
    const { containers, initContainers } = podsOf(type, values);
    const all = [...initContainers, ...containers];
    const bounds = inNamespace(cloud, ['limit_range'], cluster, objectNamespace(type, values)).flatMap((thing) =>
      blocks(block(thing.values, 'spec').limit).filter((limit) => limit.type === 'Container'),
    );
    return [...all.flatMap(inContainer), ...all.flatMap((one) => bounds.flatMap((limit) => beyond(one, limit)))];
  },
};

/** A LimitRange's `max` refuses the Pod, not the workload, which then stays without Pods. */
function beyond(container: Obj, limit: Obj): Refusal[] {
  const own = Object.fromEntries(entries(block(container, 'resources').limits));
  return entries(limit.max)
    .filter(([what, most]) => (amountOf(own[what]) ?? 0) > (amountOf(most) ?? Infinity))
    .map(([what, most]) => ({
      what: `Pods are forbidden: maximum ${what} usage per Container is ${most}, but limit is ${own[what]}`,
      fix: `lower the limit of container "${text(container.name)}", or raise max of the LimitRange`,
    }));
}
