import { quote, type Problem } from '../core/errors';
import { PURPOSES } from '../core/network';
import { cidr, contains, overlaps, parseCidr, usableAddresses, type Cidr } from './cidr';
import { shown } from './cidr-intent';
import type { CidrPlanData, PlannedVswitch } from './cidr-plan-data';
import type { Wanted } from './cidr-read';
import { regionOfZone } from './cidr-zone';

const PRINTED = 'pass the JSON that describe({ format: "json" }) printed';

/** Reads an earlier plan, which may have been edited by hand: only what is kept of it has to be there. */
export function readPrevious(value: unknown): { earlier?: CidrPlanData; problems: Problem[] } {
  const plan = Object(value) as Partial<CidrPlanData>;
  const wrong = [
    ...(plan.version === 1 ? [] : [`version is ${shown(plan.version)}, not 1`]),
    ...['region', 'vpc', 'serviceCidr'].flatMap((key) => textProblem(plan, key)),
    ...['secondary', 'vswitches', 'reserved'].flatMap((key) => listProblem(plan, key)),
  ];
  if (wrong.length === 0) {
    wrong.push(
      ...plan.vswitches!.flatMap((vswitch, index) => vswitchProblems(vswitch, `vswitches[${index}]`, plan.region!)),
    );
  }
  if (wrong.length === 0) {
    wrong.push(...meetings(plan.vswitches!), ...repeated(plan.vswitches!));
  }
  if (typeof plan.podNetwork !== 'object' || plan.podNetwork === null) {
    wrong.push(`podNetwork is ${shown(plan.podNetwork)}`);
  }
  const problems = wrong.map((what) => refusal(what, PRINTED));
  return problems.length > 0 ? { problems } : { earlier: plan as CidrPlanData, problems };
}

/** The vSwitches to keep, as they were. */
export function keptVswitches(earlier: CidrPlanData | undefined): PlannedVswitch[] {
  return (earlier?.vswitches ?? []).map(({ zone, purpose, ordinal, cidr: text }) => ({
    zone,
    purpose,
    ordinal,
    cidr: text,
    usable: usableAddresses(cidr(text)),
  }));
}

/** What the ask names differently although it is on the air, as the earlier plan shows. */
export function changeProblems(wanted: Wanted, earlier: CidrPlanData): Problem[] {
  const changed = (name: string, before: unknown, now: unknown): Problem[] =>
    before === now
      ? []
      : [
          refusal(
            `${name} is ${quote(before)} and the ask has ${quote(now)}`,
            `write ${name}: ${quote(before)}, or plan a new network`,
            now,
          ),
        ];
  const before = earlier.podNetwork;
  const now = wanted.podNetwork;
  return [
    ...changed('vpc', earlier.vpc, wanted.vpc.text),
    ...changed('region', earlier.region, wanted.region),
    ...changed('serviceCidr', earlier.serviceCidr, wanted.serviceCidr.text),
    ...changed('podNetwork.kind', before.kind, now.kind),
    ...(before.kind === 'flannel' && now.kind === 'flannel'
      ? [
          ...changed('podNetwork.podCidr', before.podCidr, now.podCidr),
          ...changed('podNetwork.nodeMask', before.nodeMask, now.nodeMask),
        ]
      : []),
  ];
}

/** Kept ranges that no longer have a place: outside the VPC, or where something else is now. */
export function misfitProblems(wanted: Wanted, kept: readonly PlannedVswitch[]): Problem[] {
  const blocks = [wanted.vpc, ...wanted.secondary];
  return kept.flatMap((vswitch) => {
    const range = cidr(vswitch.cidr);
    const name = `the ${vswitch.purpose} vSwitch ${quote(vswitch.cidr)} of ${vswitch.zone}`;
    const outside = blocks.some((block) => contains(block, range))
      ? []
      : [refusal(`${name} lies in no range of the VPC`, 'give the VPC the secondary range that held it', vswitch.cidr)];
    const taken = wanted.reserved
      .filter((other) => overlaps(cidr(other.cidr), range))
      .map((other) => {
        const fix = `give ${other.name} another range, or take the vSwitch out of the earlier plan once it is destroyed`;
        return refusal(`${name} overlaps ${other.name} ${quote(other.cidr)}`, fix, vswitch.cidr);
      });
    return [...outside, ...taken];
  });
}

function vswitchProblems(value: unknown, at: string, region: string): string[] {
  const { zone, purpose, ordinal, cidr: text } = Object(value) as Partial<Record<keyof PlannedVswitch, unknown>>;
  const parsed = parseCidr(text, `${at}.cidr`);
  const mask = parsed.ok ? parsed.cidr.mask : 16;
  return [
    ...(regionOfZone(zone) === region ? [] : [`${at}.zone ${shown(zone)} is not a zone of ${region}`]),
    ...((PURPOSES as readonly unknown[]).includes(purpose) ? [] : [`${at}.purpose ${shown(purpose)} is not a purpose`]),
    ...(Number.isSafeInteger(ordinal) && Number(ordinal) >= 0
      ? []
      : [`${at}.ordinal ${shown(ordinal)} is not 0, 1, 2, ...`]),
    ...(parsed.ok ? [] : [`${parsed.problem.what} (${parsed.problem.fix})`]),
    ...(mask >= 16 && mask <= 29 ? [] : [`${at}.cidr ${shown(text)} is no vSwitch: those are /16 to /29`]),
  ];
}

function meetings(vswitches: readonly PlannedVswitch[]): string[] {
  const ranges: Cidr[] = vswitches.map((vswitch) => cidr(vswitch.cidr)).sort((a, b) => a.first - b.first);
  return ranges
    .slice(1)
    .filter((range, index) => overlaps(ranges[index]!, range))
    .map((range) => `its vSwitch ${quote(range.text)} overlaps another of its vSwitches`);
}

function repeated(vswitches: readonly PlannedVswitch[]): string[] {
  const keys = vswitches.map(({ zone, purpose, ordinal }) => `${zone} ${purpose} ${ordinal}`);
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))].map(
    (key) => `it has two vSwitches ${key}`,
  );
}

function textProblem(plan: object, key: string): string[] {
  const value = (plan as Record<string, unknown>)[key];
  return typeof value === 'string' ? [] : [`${key} is ${shown(value)}`];
}

function listProblem(plan: object, key: string): string[] {
  const value = (plan as Record<string, unknown>)[key];
  return Array.isArray(value) ? [] : [`${key} is ${shown(value)}, not a list`];
}

function refusal(what: string, fix: string, value?: unknown): Problem {
  return { code: 'previous-plan', what: `the earlier plan cannot be kept: ${what}`, value, fix };
}
