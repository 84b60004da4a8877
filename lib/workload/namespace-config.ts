import type { LimitRangeV1SpecLimit } from '@cdktf/provider-kubernetes/lib/limit-range-v1';
import type { Amounts } from '../core/pod';
import type { ResolvedNamespace } from './namespace-defaults';
import type { ContainerDefaults, NamespaceQuota } from './namespace-props';
import { resourceList } from './pod/quantities';

/** Sends every Pod of a namespace to ECI. */
const ECI_LABEL = 'alibabacloud.com/eci';

type Texts = Readonly<Record<string, string>>;

/** Labels of a namespace: the user's and those of typed props, sorted by key. */
export function namespaceLabels({ labels, podSecurity, placement }: ResolvedNamespace): Texts {
  return sorted({
    ...labels,
    'pod-security.kubernetes.io/enforce': podSecurity,
    'pod-security.kubernetes.io/warn': 'restricted',
    ...(placement.kind === 'everything-on-eci' ? { [ECI_LABEL]: 'true' } : {}),
  });
}

/** The bounds of a quota under the names that Kubernetes has for them. */
export function quotaBounds(quota: NamespaceQuota): Texts {
  const { requests, limits, pods, loadBalancers, claims, storage, objects } = quota;
  return sorted({
    ...objects,
    ...prefixed('requests.', requests),
    ...prefixed('limits.', limits),
    ...counted({ pods, 'services.loadbalancers': loadBalancers, persistentvolumeclaims: claims }),
    ...(storage === undefined ? {} : { 'requests.storage': storage }),
  });
}

/**
 * What containers get that say nothing, complete: the API server fills a limit in from the maximum and a request from the
 * limit, and the provider takes what it finds there for a difference. For the same reason quantities are written as the
 * API server writes them.
 */
export function containerLimit({ requests, limits, max }: ContainerDefaults): LimitRangeV1SpecLimit {
  const most = resourceList(max);
  const limit = { ...most, ...resourceList(limits) };
  return {
    type: 'Container',
    defaultRequest: { ...limit, ...resourceList(requests) },
    default: limit,
    max: most,
  };
}

/** Amounts under the names of Kubernetes. */
function prefixed(prefix: string, amounts: Amounts | undefined): Record<string, string> {
  const { cpu, memory, ephemeralStorage } = amounts ?? {};
  const named = { cpu, memory, 'ephemeral-storage': ephemeralStorage };
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [[`${prefix}${name}`, value]])),
  );
}

function counted(counts: Readonly<Record<string, number | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([name, count]) => (count === undefined ? [] : [[name, String(count)]])),
  );
}

function sorted(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
