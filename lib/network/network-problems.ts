import type { Cloud } from '../core/cloud';
import { withDefaults } from '../core/defaults';
import { quote, type Problem } from '../core/errors';
import { nameProblems, NAME_RULES } from '../core/names';
import { adoptedVswitches, planAsItIs, type AdoptedVswitch } from './adopted-vswitches';
import { tryPlanCidrs } from './cidr-plan';
import type { CidrPlan } from './cidr-plan-data';
import { cloudIdProblems } from './cloud-id';
import { natProblems, unknownAdoption } from './nat-gateway-problems';
import { NAT_GATEWAY_DEFAULTS } from './nat-gateway-props';
import { askOf, networkAdoption, type ResolvedNetwork } from './network-props';
import { namesExisting } from './new-or-existing';
import { ipv6Index, vswitchKey } from './vswitch-keys';

/** The plan of a network, and everything that is wrong with its props; no plan when its ranges are wrong. */
export function planNetwork(
  p: ResolvedNetwork,
  cloud: Cloud,
): { readonly plan?: CidrPlan; readonly problems: readonly Problem[] } {
  const { plan, problems } = planOf(p, cloud.region);
  return {
    plan,
    problems: [
      ...namesExisting(p),
      ...problems.map(inWordsOfNetwork),
      ...zoneCountProblems(p.zones, cloud),
      ...nameProblems('name', p.name, NAME_RULES.network),
      ...egressProblems(p.egress),
      ...(plan ? planProblems(p, plan, cloud) : []),
    ],
  };
}

/** Planned anew, from an earlier plan, or round the ranges that are adopted. */
function planOf(p: ResolvedNetwork, region: string) {
  const ask = askOf(p, region);
  const first = tryPlanCidrs(ask, p.previousPlan);
  const vswitches = adoptedVswitches(networkAdoption(p.adopt)?.vswitches);
  const asItIs = first.plan && p.previousPlan === undefined ? planAsItIs(first.plan, vswitches) : undefined;
  return asItIs === undefined ? first : tryPlanCidrs(ask, asItIs);
}

function planProblems(p: ResolvedNetwork, plan: CidrPlan, cloud: Cloud): Problem[] {
  return [
    ...(p.egress?.kind === 'nat'
      ? natProblems(withDefaults(p.egress.options, NAT_GATEWAY_DEFAULTS), plan.vswitches, cloud).map(underEgress)
      : []),
    ...(p.ipv6 ? ipv6Problems(plan) : []),
    ...adoptProblems(p, plan),
  ];
}

function zoneCountProblems(zones: unknown, { protection }: Cloud): Problem[] {
  const count = Array.isArray(zones) ? new Set(zones).size : 0;
  if (protection !== 'production' || count !== 1) {
    return [];
  }
  const what = `zones ${quote(zones)}: one zone, and its failure is yours; production needs two or more`;
  const fix = 'name a second zone of the region, or write protection: "sandbox" on the stack';
  return [{ code: 'zone-count', what, value: zones, fix }];
}

function egressProblems(egress: unknown): Problem[] {
  const { kind, options } = Object(egress) as { kind?: unknown; options?: unknown };
  if (kind === 'none' || (kind === 'nat' && typeof options === 'object')) {
    return [];
  }
  const what = `egress ${quote(egress)} is neither Egress.nat() nor Egress.none()`;
  return [{ code: 'choice-invalid', what, value: egress, fix: 'write egress: Egress.nat() or Egress.none()' }];
}

function ipv6Problems(plan: CidrPlan): Problem[] {
  return plan.vswitches
    .filter((vswitch) => ipv6Index(vswitch) === undefined)
    .map((vswitch) => {
      const what = `ipv6: the vSwitch ${quote(vswitchKey(vswitch))} has no IPv6 range; there is room for four in each zone from a to p and purpose`;
      return {
        code: 'ipv6-index',
        what,
        value: vswitchKey(vswitch),
        fix: 'ask for fewer addresses in perZone, or leave ipv6 out',
      };
    });
}

function adoptProblems(p: ResolvedNetwork, plan: CidrPlan): Problem[] {
  const adopt = networkAdoption(p.adopt);
  if (adopt === undefined) {
    return [];
  }
  const { vswitches = {}, secondaryCidrs = [], ipv6Gateway } = adopt;
  const planned = plan.vswitches.map(vswitchKey);
  const list = (values: readonly string[]) => `write one of ${values.map(quote).join(', ')}`;
  return [
    ...cloudIdProblems('adopt.vpc', adopt.vpc, 'vpc'),
    ...Object.entries(adoptedVswitches(vswitches)).flatMap(([key, one]) => [
      ...cloudIdProblems(`adopt.vswitches[${quote(key)}]`, one.id, 'vsw'),
      ...nameProblems(`adopt.vswitches[${quote(key)}].name`, one.name, NAME_RULES.network),
      ...rangeProblems(key, one, plan),
    ]),
    ...Object.keys(vswitches)
      .filter((key) => !planned.includes(key))
      .map((key) => unknownAdoption('adopt.vswitches', key, list(planned))),
    ...secondaryCidrs
      .filter((range) => !plan.secondary.includes(range))
      .map((range) => unknownAdoption('adopt.secondaryCidrs', range, `add it to secondaryCidrs`)),
    ...(ipv6Gateway === undefined ? [] : cloudIdProblems('adopt.ipv6Gateway', ipv6Gateway, 'ipv6gw')),
    ...(ipv6Gateway === undefined || p.ipv6
      ? []
      : [unknownAdoption('adopt.ipv6Gateway', ipv6Gateway, 'write ipv6: true, or leave it out')]),
  ];
}

/** Problem with a range that is none, or was planned otherwise before. */
function rangeProblems(key: string, { cidr }: AdoptedVswitch, plan: CidrPlan): Problem[] {
  const planned = plan.vswitches.find((one) => vswitchKey(one) === key)?.cidr;
  if (cidr === undefined || planned === undefined || cidr === planned) {
    return [];
  }
  const what = `adopt.vswitches[${quote(key)}].cidr ${quote(cidr)} is not the range of the plan, ${quote(planned)}`;
  return [{ code: 'previous-plan', what, value: cidr, fix: 'write the range as the console shows it, in one place' }];
}

/** The planner calls two props by shorter names. */
function inWordsOfNetwork(problem: Problem): Problem {
  const reword = (text: string) =>
    text.replace(/\bvpc(?=:? ["\d]| is | another)/g, 'vpcCidr').replace(/\bsecondary(?=\[|:| is )/g, 'secondaryCidrs');
  return { ...problem, what: reword(problem.what), fix: reword(problem.fix) };
}

function underEgress(problem: Problem): Problem {
  return { ...problem, what: `egress: ${problem.what}` };
}
