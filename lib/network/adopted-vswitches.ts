import type { Purpose } from '../core/network';
import { parseCidr, usableAddresses } from './cidr';
import type { CidrPlan, CidrPlanData, PlannedVswitch } from './cidr-plan-data';

/** A vSwitch that exists. */
export interface AdoptedVswitch {
  /** `vsw-...`. */
  readonly id: string;
  /** Its range, where that is not the one of the plan. */
  readonly cidr?: string;
  /** Its name, which it keeps. @default from the stack and the path, given to it in place */
  readonly name?: string;
}

/** vSwitches to adopt, in their long form. */
export function adoptedVswitches(
  vswitches: Readonly<Record<string, string | AdoptedVswitch>> = {},
): Readonly<Record<string, AdoptedVswitch>> {
  return Object.fromEntries(
    Object.entries(vswitches).map(([key, one]) => [key, typeof one === 'string' ? { id: one } : one] as const),
  );
}

/** A plan with the ranges that exist in the place of its own; `undefined` when it is told none. */
export function planAsItIs(
  plan: CidrPlan,
  vswitches: Readonly<Record<string, AdoptedVswitch>>,
): CidrPlanData | undefined {
  const kept = Object.entries(vswitches).flatMap(([key, { cidr }]) => keptOf(key, cidr));
  const { region, vpc, secondary, podNetwork, serviceCidr, reserved, capacity } = plan;
  return kept.length === 0
    ? undefined
    : {
        version: 1,
        region,
        vpc,
        secondary,
        podNetwork,
        serviceCidr,
        reserved,
        capacity,
        warnings: [],
        vswitches: kept,
      };
}

/** The vSwitch under a key, where its range is one; a wrong key or range is said elsewhere. */
function keptOf(key: string, text: string | undefined): PlannedVswitch[] {
  const [purpose, zone, number = '1'] = key.split('/') as [Purpose, string, string?];
  const parsed = parseCidr(text, 'cidr');
  return parsed.ok
    ? [{ purpose, zone, ordinal: Number(number) - 1, cidr: parsed.cidr.text, usable: usableAddresses(parsed.cidr) }]
    : [];
}
