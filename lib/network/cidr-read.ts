import type { Problem } from '../core/errors';
import type { PodNetworkData, Purpose } from '../core/network';
import { cidr, parseCidr, type Cidr } from './cidr';
import { CIDR_DEFAULTS, type CidrAsk, type ReservedRange } from './cidr-ask';
import { shown } from './cidr-intent';
import type { CidrPlanData } from './cidr-plan-data';
import { readPodNetwork } from './cidr-read-pods';
import { readPerZone, readPurposes, wholeNumber } from './cidr-read-limits';
import { meets172, serviceProblems, vpcProblems } from './cidr-rules';
import { regionOfZone, zoneProblems } from './cidr-zone';

/** An ask that has been read: every default filled in, every part well-formed by itself. */
export interface Wanted {
  readonly vpc: Cidr;
  readonly secondary: readonly Cidr[];
  readonly region: string;
  /** Sorted. */
  readonly zones: readonly string[];
  /** In the order of PURPOSES. */
  readonly purposes: readonly Purpose[];
  readonly podNetwork: PodNetworkData;
  readonly serviceCidr: Cidr;
  readonly perZone: Readonly<Partial<Record<Purpose, number>>>;
  readonly maxNodes?: number;
  readonly reserved: readonly ReservedRange[];
}

const KEYS = [
  'vpc',
  'secondary',
  'region',
  'zones',
  'purposes',
  'podNetwork',
  'serviceCidr',
  'perZone',
  'maxNodes',
  'reserved',
] as const satisfies readonly (keyof CidrAsk)[];

/** Reads an ask and says everything that is wrong with its parts; what it leaves out is taken from the earlier plan. */
export function readAsk(ask: CidrAsk, earlier?: CidrPlanData): { wanted?: Wanted; problems: Problem[] } {
  const problems: Problem[] = [];
  if (typeof ask !== 'object' || ask === null || Array.isArray(ask)) {
    const fix = 'write planCidrs({ zones: ["cn-hangzhou-h", "cn-hangzhou-i"] })';
    return { problems: [{ code: 'value-missing', what: `the ask is ${shown(ask)}`, value: ask, fix }] };
  }
  for (const key of Object.keys(ask).filter((name) => !(KEYS as readonly string[]).includes(name))) {
    const fix = `write one of ${KEYS.join(', ')}`;
    problems.push({ code: 'choice-invalid', what: `an ask has no ${shown(key)}`, value: key, fix });
  }
  const vpc = readBlock(given(ask.vpc, earlier?.vpc, CIDR_DEFAULTS.vpc), 'vpc', problems);
  const secondary = readList(given(ask.secondary, earlier?.secondary, []), 'secondary', problems).map((text, index) =>
    readBlock(text, `secondary[${index}]`, problems),
  );
  const { region, zones } = readZones(ask, problems);
  const podNetwork = readPodNetwork(ask.podNetwork, vpc, earlier?.podNetwork, problems);
  const purposes = readPurposes(ask.purposes, podNetwork?.kind, problems);
  const perZone = readPerZone(ask.perZone, purposes, problems);
  const maxNodes = readMaxNodes(ask.maxNodes, podNetwork?.kind, problems);
  const serviceCidr = readService(given(ask.serviceCidr, earlier?.serviceCidr), vpc, problems);
  const reserved = readReserved(given(ask.reserved, earlier?.reserved, []), problems);
  if (problems.length > 0 || !vpc || !podNetwork || !serviceCidr || region === undefined) {
    return { problems };
  }
  const blocks = secondary.filter((block) => block !== undefined);
  const wanted = {
    vpc,
    secondary: blocks,
    region,
    zones,
    purposes,
    podNetwork,
    serviceCidr,
    perZone,
    maxNodes,
    reserved,
  };
  return { wanted, problems };
}

function readBlock(text: unknown, prop: string, problems: Problem[]): Cidr | undefined {
  const parsed = parseCidr(text, prop);
  problems.push(...(parsed.ok ? vpcProblems(parsed.cidr, prop) : [parsed.problem]));
  return parsed.ok ? parsed.cidr : undefined;
}

function readService(text: unknown, vpc: Cidr | undefined, problems: Problem[]): Cidr | undefined {
  if (text === undefined) {
    return vpc && cidr(meets172(vpc) ? CIDR_DEFAULTS.serviceCidrBeside172 : CIDR_DEFAULTS.serviceCidr);
  }
  const parsed = parseCidr(text, 'serviceCidr');
  problems.push(...(parsed.ok ? serviceProblems(parsed.cidr, 'serviceCidr') : [parsed.problem]));
  return parsed.ok ? parsed.cidr : undefined;
}

function readZones(ask: CidrAsk, problems: Problem[]): { region?: string; zones: string[] } {
  const zones = readList(ask.zones, 'zones', problems);
  if (Array.isArray(ask.zones) && zones.length === 0) {
    const fix = 'write zones: ["cn-hangzhou-h", "cn-hangzhou-i"]';
    problems.push({ code: 'list-empty', what: 'zones is empty', value: zones, fix });
  }
  if (
    ask.region !== undefined &&
    (typeof ask.region !== 'string' ||
      (regionOfZone(`${ask.region}-a`) !== ask.region && regionOfZone(`${ask.region}a`) !== ask.region))
  ) {
    const fix = 'write a region id such as region: "cn-hangzhou"';
    problems.push({
      code: 'region-invalid',
      what: `region ${shown(ask.region)} is not a region id`,
      value: ask.region,
      fix,
    });
    return { zones: [] };
  }
  const region = ask.region ?? zones.map(regionOfZone).find((found) => found !== undefined);
  problems.push(...zones.flatMap((zone, index) => zoneProblems(zone, `zones[${index}]`, region)));
  for (const zone of new Set(zones.filter((zone, index) => zones.indexOf(zone) !== index))) {
    problems.push({ code: 'list-duplicate', what: `zones has ${shown(zone)} twice`, value: zone, fix: 'name it once' });
  }
  return { region, zones: (zones as string[]).slice().sort() };
}

function readMaxNodes(
  value: unknown,
  kind: PodNetworkData['kind'] | undefined,
  problems: Problem[],
): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (kind === 'terway') {
    const what = 'maxNodes limits the Pod range of Flannel, and this plan is for Terway';
    problems.push({ code: 'choice-conflict', what, value, fix: 'write perZone: { nodes: ... } instead' });
  }
  return wholeNumber(value, 'maxNodes', problems);
}

function readReserved(value: unknown, problems: Problem[]): ReservedRange[] {
  const found = readList(value, 'reserved', problems).flatMap((entry, index): ReservedRange[] => {
    const range = (typeof entry === 'object' && entry !== null ? entry : { cidr: entry }) as Partial<ReservedRange>;
    const name = range.name ?? 'reserved';
    if (typeof name !== 'string' || name === '') {
      const fix = `write reserved: [{ name: "office", cidr: "192.168.0.0/16" }]`;
      problems.push({ code: 'value-missing', what: `reserved[${index}].name is ${shown(name)}`, value: name, fix });
    }
    const parsed = parseCidr(range.cidr, `reserved[${index}]`);
    if (!parsed.ok) {
      problems.push(parsed.problem);
    }
    return parsed.ok ? [{ name, cidr: parsed.cidr.text }] : [];
  });
  return found.sort(
    (a, b) => cidr(a.cidr).first - cidr(b.cidr).first || compare(a.cidr, b.cidr) || compare(a.name, b.name),
  );
}

/** The first value that is given at all; `null` is given, and wrong. */
function given(...values: readonly unknown[]): unknown {
  return values.find((value) => value !== undefined);
}

/** A list, or a problem and an empty one. */
function readList(value: unknown, prop: string, problems: Problem[]): unknown[] {
  if (Array.isArray(value)) {
    return Array.from(value);
  }
  const fix = `write ${prop}: [...], a list of texts`;
  problems.push({ code: 'value-missing', what: `${prop} is ${shown(value)}, not a list`, value, fix });
  return [];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
