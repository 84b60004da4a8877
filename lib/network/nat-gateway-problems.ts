import { distinctList, oneOf, wholeNumber } from '../core/checks';
import type { Cloud } from '../core/cloud';
import { quote, type Problem } from '../core/errors';
import { nameProblems, NAME_RULES } from '../core/names';
import { PURPOSES, type INetwork } from '../core/network';
import { isToken } from '../core/tokens';
import { bandwidthProblems } from './bandwidth';
import { cloudIdProblems } from './cloud-id';
import { natAdoption, type ResolvedNat } from './nat-gateway-props';
import { vswitchKey, type VswitchKeyParts } from './vswitch-keys';

/** Everything that is wrong with the options of a NAT gateway over these vSwitches. */
export function natProblems(
  p: ResolvedNat,
  vswitches: readonly VswitchKeyParts[],
  cloud: Cloud,
  network?: INetwork,
): Problem[] {
  const purposes = distinctList('purposes', p.purposes, '["nodes", "pods"]');
  return [
    ...wholeNumber('addresses', p.addresses, 1, 20),
    ...bandwidthProblems(p.bandwidth, cloud.site),
    ...purposes,
    ...(purposes.length > 0 ? [] : purposeProblems(p, vswitches)),
    ...(network ? servedTwice(p, vswitches, network) : []),
    ...zoneProblems(p.zone, vswitches),
    ...nameProblems('name', p.name, NAME_RULES.network),
    ...adoptProblems(p, vswitches),
  ];
}

const SERVED = Symbol.for('alicloud-constructs/snatServed');
type Serving = { [SERVED]?: Set<string> };

/** Remembers that these vSwitches of a network have their way out. */
export function markServed(network: INetwork, keys: readonly string[]): void {
  const holder = network as Serving;
  if (!holder[SERVED]) {
    Object.defineProperty(network, SERVED, { value: new Set() });
  }
  keys.forEach((key) => holder[SERVED]!.add(key));
}

function isServed(network: INetwork, key: string): boolean {
  return (network as Serving)[SERVED]?.has(key) ?? false;
}

/** The vSwitch that a gateway takes its private address from: of the named zone, or the first; for nodes if there is one. */
export function homeOf<T extends VswitchKeyParts>(zone: string | undefined, vswitches: readonly T[]): T | undefined {
  const rank = (one: T) => `${one.zone} ${PURPOSES.indexOf(one.purpose)} ${one.ordinal}`;
  const inZone = vswitches.filter((one) => zone === undefined || one.zone === zone);
  const forNodes = inZone.filter((one) => one.purpose === 'nodes');
  return [...(forNodes.length > 0 ? forNodes : inZone)].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0];
}

function purposeProblems({ purposes }: ResolvedNat, vswitches: readonly VswitchKeyParts[]): Problem[] {
  const unknown = purposes.flatMap((purpose, index) => oneOf(`purposes[${index}]`, purpose, PURPOSES));
  if (unknown.length > 0 || vswitches.some((one) => purposes.includes(one.purpose))) {
    return unknown;
  }
  const what = `purposes ${quote(purposes)}: the network has no vSwitch of these, so nothing would use the NAT gateway`;
  const fix = 'write egress: Egress.none() on the Network, or name purposes that it has';
  return [{ code: 'vswitch-missing', what, value: purposes, fix }];
}

/** A VPC's default route leads to one gateway: entries of a second one for the same vSwitch would never be used. */
function servedTwice(p: ResolvedNat, vswitches: readonly VswitchKeyParts[], network: INetwork): Problem[] {
  const twice = vswitches.filter((one) => p.purposes.includes(one.purpose) && isServed(network, vswitchKey(one)));
  if (twice.length === 0) {
    return [];
  }
  const what = `network "${network.node.path}" has a NAT gateway already for ${twice.map(vswitchKey).join(', ')}`;
  const fix = 'leave this one out, or write egress: Egress.none() on the Network';
  return [{ code: 'choice-conflict', what, value: twice.map(vswitchKey), fix }];
}

function zoneProblems(zone: string | undefined, vswitches: readonly VswitchKeyParts[]): Problem[] {
  const zones = [...new Set(vswitches.map((one) => one.zone))].sort();
  if (zone === undefined || isToken(zone) || zones.length === 0 || zones.includes(zone)) {
    return [];
  }
  const what = `zone ${quote(zone)}: the network has no vSwitch there`;
  return [{ code: 'vswitch-missing', what, value: zone, fix: `write zone: ${zones.map(quote).join(' or ')}` }];
}

function adoptProblems(p: ResolvedNat, vswitches: readonly VswitchKeyParts[]): Problem[] {
  const adopt = natAdoption(p.adopt);
  if (adopt === undefined) {
    return [];
  }
  const { addresses = [], snat = {} } = adopt;
  const served = vswitches.filter((one) => p.purposes.includes(one.purpose)).map(vswitchKey);
  const over = addresses.length - p.addresses;
  return [
    ...cloudIdProblems('adopt.natGateway', adopt.natGateway, 'ngw'),
    ...addresses.flatMap((id, index) => cloudIdProblems(`adopt.addresses[${index}]`, id, 'eip')),
    ...Object.entries(snat).flatMap(([key, id]) => snatIdProblems(key, id)),
    ...(over > 0 ? [unknownAdoption('adopt.addresses', addresses.length, `write addresses: ${addresses.length}`)] : []),
    ...Object.keys(snat)
      .filter((key) => !served.includes(key))
      .map((key) => unknownAdoption('adopt.snat', key, `write one of ${served.map(quote).join(', ')}`)),
  ];
}

function snatIdProblems(key: string, id: string): Problem[] {
  if (isToken(id) || /^stb-[A-Za-z0-9]+:snat-[A-Za-z0-9]+$/.test(id)) {
    return [];
  }
  const what = `adopt.snat[${quote(key)}] ${quote(id)} is not "<SNAT table id>:<SNAT entry id>"`;
  return [{ code: 'resource-id-invalid', what, value: id, fix: 'write both ids, such as "stb-bp1...:snat-bp1..."' }];
}

/** Problem with an id to adopt for something that is not made. */
export function unknownAdoption(prop: string, value: string | number, fix: string): Problem {
  const what =
    typeof value === 'number'
      ? `${prop} has ${value} ids, more than are made`
      : `${prop} names ${quote(value)}, which is not made`;
  return { code: 'adopt-unknown', what, value, fix };
}
