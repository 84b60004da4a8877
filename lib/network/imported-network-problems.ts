import { oneOf } from '../core/checks';
import type { Cloud } from '../core/cloud';
import { quote, type Problem } from '../core/errors';
import { PURPOSES, type PodNetworkData, type VswitchRef } from '../core/network';
import { isToken } from '../core/tokens';
import { contains, overlaps, parseCidr, cidr, type Cidr } from './cidr';
import { CIDR_DEFAULTS } from './cidr-ask';
import { overlapProblems, type NamedRange } from './cidr-overlap';
import { readPodNetwork } from './cidr-read-pods';
import { meets172, serviceProblems, vpcProblems } from './cidr-rules';
import { regionOfZone } from './cidr-zone';
import { ipv6Problems } from './cidr-ipv6';
import { SHARES } from './cidr-layout';
import { cloudIdProblems } from './cloud-id';
import type { NetworkAttributes } from './imported-network';
import { asksForNew } from './new-or-existing';

/** What the attributes of a network come to, and everything that is wrong with them. */
export interface ReadNetwork {
  readonly problems: readonly Problem[];
  readonly region: string;
  readonly podNetwork?: PodNetworkData;
  readonly serviceCidr?: string;
}

/** Reads the attributes of an existing network by the rules that a planned one keeps. */
export function readNetwork(attributes: NetworkAttributes, cloud: Cloud): ReadNetwork {
  const problems: Problem[] = [...asksForNew(attributes), ...cloudIdProblems('vpcId', attributes.vpcId, 'vpc')];
  const region = attributes.region ?? cloud.region;
  problems.push(...homeProblems(region), ...ipv6Problems(attributes.ipv6Cidr));
  const blocks = listOf(attributes.cidrs, 'cidrs', '["10.0.0.0/16"]', problems).flatMap((text, index) =>
    readRange(text, `cidrs[${index}]`, problems, vpcProblems),
  );
  const podNetwork = readPodNetwork(attributes.podNetwork, blocks[0], undefined, problems);
  const serviceCidr = attributes.serviceCidr ?? usualServices(blocks[0]);
  const services = readRange(serviceCidr, 'serviceCidr', problems, serviceProblems);
  const example = '[{ vswitchId: "vsw-bp1...", zone: "cn-hangzhou-h", purpose: "nodes", cidr: "10.0.0.0/20" }]';
  const vswitches = listOf(attributes.vswitches, 'vswitches', example, problems) as VswitchRef[];
  problems.push(...vswitches.flatMap((one, index) => vswitchProblems(one, `vswitches[${index}]`, region)));
  problems.push(...listedTwice(vswitches), ...placeProblems(vswitches, blocks));
  problems.push(...overlapProblems([...blocks.map(blockName), ...podRange(podNetwork), ...services.map(serviceName)]));
  return { problems, region, podNetwork, serviceCidr };
}

function readRange(
  text: unknown,
  prop: string,
  problems: Problem[],
  check: (range: Cidr, prop: string) => Problem[],
): Cidr[] {
  if (isToken(text)) {
    return [];
  }
  const parsed = parseCidr(text, prop);
  problems.push(...(parsed.ok ? check(parsed.cidr, prop) : [parsed.problem]));
  return parsed.ok ? [parsed.cidr] : [];
}

/** The region of an imported network is text that looks like one; whether it is the stack's is for its users to check. */
function homeProblems(region: unknown): Problem[] {
  const letters = [`${String(region)}-a`, `${String(region)}a`];
  if (isToken(region) || letters.some((zone) => regionOfZone(zone) === region)) {
    return [];
  }
  const what = `region ${quote(region)} is not a region id`;
  return [{ code: 'region-invalid', what, value: region, fix: 'write a region id such as region: "cn-hangzhou"' }];
}

function vswitchProblems(vswitch: VswitchRef, at: string, region: string): Problem[] {
  const { vswitchId, zone, purpose } = vswitch;
  return [
    ...cloudIdProblems(`${at}.vswitchId`, vswitchId, 'vsw'),
    ...oneOf(`${at}.purpose`, purpose ?? null, PURPOSES),
    ...zoneProblems(zone, `${at}.zone`, region),
  ];
}

function zoneProblems(zone: unknown, at: string, region: string): Problem[] {
  const home = regionOfZone(zone);
  if (isToken(zone) || home === region) {
    return [];
  }
  if (home === undefined) {
    const what = `${at} ${quote(zone)} is not a zone id`;
    return [{ code: 'zone-invalid', what, value: zone, fix: `write a zone id of ${region}, such as "${region}-h"` }];
  }
  const what = `${at} ${quote(zone)} belongs to ${home}, not to ${region}`;
  return [
    { code: 'zone-region', what, value: zone, fix: `list vSwitches of ${region} only, or write region: "${home}"` },
  ];
}

/** A vSwitch lies in one range of the VPC, and meets no other vSwitch. */
function placeProblems(vswitches: readonly VswitchRef[], blocks: readonly Cidr[]): Problem[] {
  const problems: Problem[] = [];
  const placed = vswitches.flatMap((one, index) => {
    const name = `vswitches[${index}].cidr`;
    return readRange(one.cidr, name, problems, (range) => [
      ...outside(range, name, blocks),
      ...sized(range, name, one),
    ]).map((range) => ({
      name,
      range,
    }));
  });
  const meetings = placed.flatMap((a, index) =>
    placed
      .slice(0, index)
      .filter((b) => overlaps(a.range, b.range))
      .map((b) => meeting(a, b)),
  );
  return [...problems, ...meetings];
}

/** A vSwitch is /16 to /29; one for Pods holds the interfaces' pool of every node, and is /25 at the longest. */
function sized(range: Cidr, name: string, { purpose }: VswitchRef): Problem[] {
  const longest = purpose === 'pods' ? SHARES.pods.longest : 29;
  if (range.mask >= 16 && range.mask <= longest) {
    return [];
  }
  const what = `${name} ${quote(range.text)} has mask /${range.mask}; a vSwitch for ${purpose} is /16 to /${longest}`;
  const fix = 'list the range that the console shows, or a larger vSwitch';
  return [{ code: 'cidr-mask', what, value: range.text, fix }];
}

/** A vSwitch is listed for one purpose: its addresses cannot be counted twice. */
function listedTwice(vswitches: readonly VswitchRef[]): Problem[] {
  const ids = vswitches.map(({ vswitchId }) => vswitchId).filter((id) => typeof id === 'string');
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => ({
    code: 'list-duplicate' as const,
    what: `vswitches names ${quote(id)} twice`,
    value: id,
    fix: 'list each vSwitch once, under one purpose',
  }));
}

type Named = { readonly name: string; readonly range: Cidr };

function meeting(a: Named, b: Named): Problem {
  const what = `${a.name} ${quote(a.range.text)} overlaps ${b.name} ${quote(b.range.text)}`;
  const fix = 'list each vSwitch once, under one purpose, with the range that the console shows';
  return { code: 'cidr-overlap', what, value: a.range.text, fix };
}

function outside(range: Cidr, name: string, blocks: readonly Cidr[]): Problem[] {
  if (blocks.length === 0 || blocks.some((block) => contains(block, range))) {
    return [];
  }
  const what = `${name} ${quote(range.text)} lies in no range of the VPC (${blocks.map(({ text }) => text).join(', ')})`;
  const fix = 'correct the range, or add the VPC range that holds it to cidrs';
  return [{ code: 'cidr-outside', what, value: range.text, fix }];
}

function usualServices(vpc: Cidr | undefined): string {
  return vpc && meets172(vpc) ? CIDR_DEFAULTS.serviceCidrBeside172 : CIDR_DEFAULTS.serviceCidr;
}

function blockName(range: Cidr, index: number): NamedRange {
  return { name: `cidrs[${index}]`, kind: 'vpc', range, kept: true };
}

function podRange(podNetwork: PodNetworkData | undefined): NamedRange[] {
  return podNetwork?.kind === 'flannel'
    ? [{ name: 'podNetwork.podCidr', kind: 'pods', range: cidr(podNetwork.podCidr) }]
    : [];
}

function serviceName(range: Cidr): NamedRange {
  return { name: 'serviceCidr', kind: 'services', range };
}

function listOf(value: unknown, prop: string, example: string, problems: Problem[]): unknown[] {
  if (Array.isArray(value) && value.length > 0) {
    return value;
  }
  const what = `${prop} ${quote(value)} is not a list with at least one element`;
  problems.push({ code: 'list-empty', what, value, fix: `write ${prop}: ${example}` });
  return [];
}
