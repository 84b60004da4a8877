import type { Cloud } from '../core/cloud';
import { withDefaults } from '../core/defaults';
import { quote, type Problem } from '../core/errors';
import { nameProblems, NAME_RULES } from '../core/names';
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
  const { plan, problems } = tryPlanCidrs(askOf(p, cloud.region), p.previousPlan);
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
    ...Object.entries(vswitches).flatMap(([key, id]) => cloudIdProblems(`adopt.vswitches[${quote(key)}]`, id, 'vsw')),
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

/** The planner calls two props by shorter names. */
function inWordsOfNetwork(problem: Problem): Problem {
  const reword = (text: string) =>
    text.replace(/\bvpc(?=:? ["\d]| is | another)/g, 'vpcCidr').replace(/\bsecondary(?=\[|:| is )/g, 'secondaryCidrs');
  return { ...problem, what: reword(problem.what), fix: reword(problem.fix) };
}

function underEgress(problem: Problem): Problem {
  return { ...problem, what: `egress: ${problem.what}` };
}
