import { quote, type Problem } from '../core/errors';
import type { Amounts, ContainerData, PodData } from '../core/pod';
import { quantityOf } from '../core/quantity';
import { isToken } from '../core/tokens';
import type { NamespaceQuota } from './namespace-props';
import type { PodDemand } from './pod-demand';

/** A workload of a namespace: how many Pods, and what one of them asks for. */
export interface QuotaAsker extends PodDemand {
  readonly path: string;
  readonly data: Pick<PodData, 'containers' | 'initContainers'>;
}

/** One bound of a quota, in whole units, and what one Pod takes of it. */
interface Bound {
  readonly prop: string;
  readonly value: unknown;
  readonly most: number;
  readonly of: (asker: QuotaAsker) => number;
  readonly text: (amount: number) => string;
}

/** Workloads that a text names, those that take most. */
const NAMED = 5;

/** Problems when the most of all scales is more than a quota lets be. */
export function quotaRoomProblems(namespace: string, quota: NamespaceQuota, askers: readonly QuotaAsker[]): Problem[] {
  return boundsOf(quota)
    .map((bound) => ({ bound, need: sum(askers, (asker) => asker.pods * bound.of(asker)) }))
    .filter(({ bound, need }) => need > bound.most)
    .map(({ bound: { prop, value, of, text }, need }) => ({
      code: 'quota-too-small',
      what: `at the most of their scales the workloads of namespace ${quote(namespace)} take ${text(need)} (${list(askers, (asker) => asker.pods * of(asker), text)}); ${prop} is ${quote(value)}, so the last Pods are never made`,
      value,
      fix: `write ${prop}: ${typeof value === 'number' ? text(need) : quote(text(need))} or more, or lower the most of the scales`,
    }));
}

/** What to say when only updates and jobs, all at once, would take more than a quota lets be. */
export function passingTexts(namespace: string, quota: NamespaceQuota, askers: readonly QuotaAsker[]): string[] {
  const all = ({ pods, passing }: QuotaAsker) => pods + passing;
  return boundsOf(quota)
    .map((bound) => ({ bound, need: sum(askers, (asker) => all(asker) * bound.of(asker)) }))
    .filter(({ bound, need }) => need > bound.most)
    .map(
      ({ bound: { prop, value, of, text }, need }) =>
        `with updates at their most and all jobs at once the workloads of namespace ${quote(namespace)} take ${text(need)} (${list(askers, (asker) => all(asker) * of(asker), text)}); ${prop} is ${quote(value)}, so some Pods wait for others to end: raise it, or lower maxSurge`,
    );
}

function boundsOf({ pods, requests, limits }: NamespaceQuota): Bound[] {
  const count: Bound[] =
    typeof pods === 'number' && !isToken(pods)
      ? [{ prop: 'quota.pods', value: pods, most: pods, of: () => 1, text: String }]
      : [];
  return [...count, ...amountBounds('requests', requests), ...amountBounds('limits', limits)];
}

function amountBounds(side: 'requests' | 'limits', amounts: Amounts | undefined): Bound[] {
  return (['cpu', 'memory', 'ephemeralStorage'] as const).flatMap((kind) => {
    const value = amounts?.[kind];
    const most = thousandths(value);
    const prop = `quota.${side}.${kind}`;
    return most === undefined
      ? []
      : [{ prop, value, most, of: ({ data }) => amountOf(data, side, kind), text: kind === 'cpu' ? cores : bytes }];
  });
}

/** What one Pod asks for: the sum of its containers, or the largest of those that run before them. */
function amountOf(
  { containers, initContainers }: QuotaAsker['data'],
  side: 'requests' | 'limits',
  kind: keyof Amounts,
): number {
  const of = (container: ContainerData) => thousandths(container[side]?.[kind]) ?? 0;
  return Math.max(sum(containers, of), ...initContainers.map(of));
}

/** A quantity in thousandths, so that sums are whole; `undefined` where only Terraform knows it. */
function thousandths(text: string | undefined): number | undefined {
  const number = text === undefined || isToken(text) ? undefined : quantityOf(text);
  return number === undefined ? undefined : Math.round(number * 1000);
}

function cores(amount: number): string {
  return amount % 1000 === 0 ? String(amount / 1000) : `${amount}m`;
}

function bytes(amount: number): string {
  const mib = Math.ceil(amount / 1000 / 2 ** 20);
  return mib % 1024 === 0 ? `${mib / 1024}Gi` : `${mib}Mi`;
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((whole, one) => whole + of(one), 0);
}

function list(
  askers: readonly QuotaAsker[],
  of: (asker: QuotaAsker) => number,
  text: (amount: number) => string,
): string {
  const most = [...askers].filter((asker) => of(asker) > 0).sort((a, b) => of(b) - of(a));
  const rest = most.slice(NAMED);
  const shown = most.slice(0, NAMED).map((asker) => `${asker.path} ${text(of(asker))}`);
  return [...shown, ...(rest.length > 0 ? [`${rest.length} more ${text(sum(rest, of))}`] : [])].join(', ');
}
