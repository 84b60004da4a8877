import type { CloudView } from '../cloud/cloud';
import { isObj, text } from '../cty/value';
import { amountOf } from '../values/quantity';
import { objectName, objectNamespace } from './cluster-look';
import { POD_TYPES, WORKLOADS, block, inNamespace, podsOf } from './kube-look';
import { amountsOf, givenBy, useOf, type Given, type Use } from './kube-quota-use';
import type { Change, Refusal, Rule } from './rule';

const COUNTED = [...WORKLOADS, 'pod', 'service', 'persistent_volume_claim'];

/** Amounts that a quota makes every container say. */
const MUST_SAY = /^(requests|limits)\.(cpu|memory)$|^(cpu|memory)$/;

/** Pods, balancers and claims stay inside the quota of their namespace; the Pods that do not are never made. */
export const kubeQuota: Rule = {
  name: 'kube-quota',
  source: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
  types: [...POD_TYPES, 'kubernetes_service_v1', 'kubernetes_persistent_volume_claim_v1'],
  on: ['create', 'update'],
  check(change, cloud) {
    const namespace = objectNamespace(change.type, change.values);
    const quotas = inNamespace(cloud, ['resource_quota'], change.cluster, namespace);
    if (quotas.length === 0) {
      return [];
    }
    const given = givenBy(inNamespace(cloud, ['limit_range'], change.cluster, namespace));
    const own = useOf(change.type, change.values, given);
    const others = usedByOthers(change, cloud, given);
    return quotas.flatMap(({ values }) => {
      const name = objectName(values) ?? '';
      const { hard } = block(values, 'spec');
      const bounds = Object.entries(isObj(hard) ? hard : {}).map(([what, bound]) => [what, text(bound) ?? ''] as const);
      return [
        ...bounds.flatMap(([what, bound]) => exceeded(name, what, bound, own, others)),
        ...unsaid(
          name,
          bounds.map(([what]) => what),
          change,
          given,
        ),
      ];
    });
  },
};

function usedByOthers({ type, values, cluster }: Change, cloud: CloudView, given: Given): Use {
  const sum: Record<string, number> = {};
  const namespace = objectNamespace(type, values);
  for (const thing of inNamespace(cloud, COUNTED, cluster, namespace)) {
    if (thing.type === type && objectName(thing.values) === objectName(values)) {
      continue;
    }
    for (const [what, amount] of Object.entries(useOf(thing.type, thing.values, given))) {
      sum[what] = (sum[what] ?? 0) + amount;
    }
  }
  return sum;
}

/** Sums of binary fractions: a hair too much is none. */
const HAIR = 1e-6;

function exceeded(quota: string, what: string, bound: string, own: Use, others: Use): Refusal[] {
  const asked = own[what] ?? 0;
  const used = others[what] ?? 0;
  const most = amountOf(bound);
  return most === undefined || asked === 0 || asked + used <= most * (1 + HAIR)
    ? []
    : [
        {
          what: `forbidden: exceeded quota: ${quota}, requested: ${what}=${asked}, used: ${what}=${used}, limited: ${what}=${bound}`,
          fix: `raise ${what} of the quota, or ask for less`,
        },
      ];
}

/** A quota on cpu or memory refuses Pods that do not say how much they take. */
function unsaid(quota: string, bounds: readonly string[], { type, values }: Change, given: Given): Refusal[] {
  return podsOf(type, values).containers.flatMap((container) => {
    const { requests, limits } = amountsOf(container, given);
    const said = new Set([
      ...Object.keys(requests).flatMap((what) => [what, `requests.${what}`]),
      ...Object.keys(limits).map((what) => `limits.${what}`),
    ]);
    const missing = bounds.filter((what) => MUST_SAY.test(what) && !said.has(what));
    return missing.length === 0
      ? []
      : [
          {
            what: `forbidden: failed quota: ${quota}: must specify ${missing.join(', ')} for: ${text(container.name)}`,
            fix: 'say it in the container, or in a LimitRange of the namespace',
          },
        ];
  });
}
