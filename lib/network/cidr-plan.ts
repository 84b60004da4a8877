import { reject, type Problem } from '../core/errors';
import { cidr } from './cidr';
import type { CidrAsk } from './cidr-ask';
import { capacityOf, nodeProblems, warningsOf } from './cidr-capacity';
import { describePlan } from './cidr-describe';
import { overlapProblems, type NamedRange } from './cidr-overlap';
import type { CidrPlan, CidrPlanData } from './cidr-plan-data';
import { changeProblems, keptVswitches, misfitProblems, readPrevious } from './cidr-previous';
import { readAsk, type Wanted } from './cidr-read';
import { allocate } from './cidr-vswitches';

/**
 * Plans the ranges of a network: vSwitches for each zone and purpose, Pods, Services, and what they have room for. Pure:
 * the same ask gives the same plan, whatever the order of its zones, and creates nothing.
 *
 * A range follows from the VPC's block, the purpose and the zone id alone, so adding or removing zones, purposes and
 * secondary ranges moves none, and a larger limit adds a vSwitch beside the first. An earlier plan pins every range it
 * has, and what the ask leaves out is taken from it.
 *
 * @param previous an earlier plan as plain JSON, as `describe({ format: 'json' })` prints it
 * @throws InputError with everything that is wrong with the ask, or that the earlier plan does not allow
 */
export function planCidrs(ask: CidrAsk, previous?: CidrPlanData): CidrPlan {
  const { plan, problems } = tryPlanCidrs(ask, previous);
  reject('planCidrs', problems);
  return plan!;
}

/** Like {@link planCidrs}, for constructs that report all their problems at once: never throws; no plan when there are problems. */
export function tryPlanCidrs(
  ask: CidrAsk,
  previous?: CidrPlanData,
): { readonly plan?: CidrPlan; readonly problems: readonly Problem[] } {
  const { earlier, problems: unreadable } =
    previous === undefined ? { earlier: undefined, problems: [] } : readPrevious(previous);
  const { wanted, problems: misread } = readAsk(ask, earlier);
  if (wanted === undefined) {
    return { problems: [...misread, ...unreadable] };
  }
  const kept = keptVswitches(earlier);
  const { vswitches, problems: shortages } = allocate(wanted, kept, earlier !== undefined);
  const capacity = capacityOf(wanted, vswitches);
  const problems = [
    ...unreadable,
    ...(earlier ? changeProblems(wanted, earlier) : []),
    ...misfitProblems(wanted, kept),
    ...overlapProblems(namedRanges(wanted, earlier !== undefined)),
    ...shortages,
    ...nodeProblems(wanted, capacity),
  ];
  if (problems.length > 0) {
    return { problems };
  }
  const data: CidrPlanData = {
    version: 1,
    region: wanted.region,
    vpc: wanted.vpc.text,
    secondary: wanted.secondary.map(({ text }) => text),
    podNetwork: wanted.podNetwork,
    serviceCidr: wanted.serviceCidr.text,
    vswitches,
    reserved: wanted.reserved,
    capacity,
    warnings: warningsOf(wanted, capacity),
  };
  return { plan: describable(data), problems };
}

function namedRanges(wanted: Wanted, kept: boolean): NamedRange[] {
  const { podNetwork } = wanted;
  const pods = podNetwork.kind === 'flannel' ? [podNetwork.podCidr] : [];
  return [
    { name: 'vpc', kind: 'vpc', range: wanted.vpc, kept },
    ...wanted.secondary.map((range, index) => ({ name: `secondary[${index}]`, kind: 'secondary' as const, range })),
    ...pods.map((text) => ({ name: 'podNetwork.podCidr', kind: 'pods' as const, range: cidr(text), kept })),
    { name: 'serviceCidr', kind: 'services', range: wanted.serviceCidr, kept },
    ...wanted.reserved.map((other) => ({ name: other.name, kind: 'reserved' as const, range: cidr(other.cidr) })),
  ];
}

/** Adds `describe` where JSON and equality do not see it, and freezes everything. */
function describable(data: CidrPlanData): CidrPlan {
  const plan = { ...data } as CidrPlanData & Partial<CidrPlan>;
  Object.defineProperty(plan, 'describe', {
    value: (options?: Parameters<typeof describePlan>[1]) => describePlan(plan, options),
  });
  return deepFreeze(plan) as CidrPlan;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

export { describePlan } from './cidr-describe';
export { podsPerNode } from './cidr-capacity';
export { CIDR_DEFAULTS, type CidrAsk, type PodNetworkAsk, type ReservedRange } from './cidr-ask';
export type * from './cidr-plan-data';
