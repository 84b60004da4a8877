import type { IConnectable, ISecurityGroup, SecurityRule } from '../core/connections';
import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';
import { parseCidr } from './cidr';
import { ipv6Problems } from './cidr-ipv6';
import { cloudIdProblems } from './cloud-id';
import type { PeerData } from './peer';
import { portProblems } from './port';

/** One rule of the cloud names exactly one of these. */
export interface RuleSource {
  /** What tells the source from others in the address of the rule. */
  readonly slug: string;
  readonly cidrIp?: string;
  readonly ipv6CidrIp?: string;
  readonly sourceSecurityGroupId?: string;
  readonly prefixListId?: string;
}

/** Widest range that counts as known people: a /8. Anything wider is the internet. */
const WIDEST = 8;

/** Whether a value can be the peer of a rule: it has a group, or says its ranges. */
export function isPeer(value: unknown): value is IConnectable {
  const { securityGroup, ranges } = Object(value) as Partial<IConnectable>;
  return typeof value === 'object' && (typeof securityGroup === 'object' || Array.isArray(ranges));
}

/** The group of a peer, which may be the peer itself. */
export function groupOf(peer: IConnectable): ISecurityGroup | undefined {
  return peer.securityGroup ?? ('securityGroupId' in peer ? (peer as ISecurityGroup) : undefined);
}

/**
 * What the rules for a peer name: the group, where both are basic; otherwise each of the peer's ranges, since enterprise
 * groups neither name groups nor can be named.
 */
export function sourcesOf(group: ISecurityGroup, peer: PeerData): readonly RuleSource[] {
  const other = groupOf(peer);
  if (other?.type === 'basic' && group.type === 'basic') {
    return [{ slug: nameOf(peer), sourceSecurityGroupId: other.securityGroupId }];
  }
  const { prefixListId } = peer;
  const { ranges, ipv6Ranges = [] } = peer.ranges === undefined && other ? other : peer;
  return [
    ...ranges.map((cidrIp, index) => ({ slug: slugOf(cidrIp, peer, '', index), cidrIp })),
    ...ipv6Ranges.map((ipv6CidrIp, index) => ({ slug: slugOf(ipv6CidrIp, peer, '-ipv6', index), ipv6CidrIp })),
    ...(prefixListId === undefined
      ? []
      : [{ slug: isToken(prefixListId) ? nameOf(peer) : prefixListId, prefixListId }]),
  ];
}

/** What is wrong with a rule whether it is needed or not: its port, its ranges. */
export function malformedRule(group: ISecurityGroup, { peer, port }: SecurityRule): Problem[] {
  const sources = sourcesOf(group, peer);
  return [
    ...portProblems(port),
    ...sources.flatMap((source) => ('cidrIp' in source ? rangeProblems(source.cidrIp) : [])),
    ...sources.flatMap((source) => ipv6Problems(source.ipv6CidrIp)),
    ...sources.flatMap(({ prefixListId }) =>
      prefixListId === undefined ? [] : cloudIdProblems('prefixList', prefixListId, 'pl'),
    ),
  ];
}

/** What keeps a well-formed rule from being written: nobody in it, no name for it, everybody in it. */
export function ruleProblems(group: ISecurityGroup, { direction, peer }: SecurityRule): Problem[] {
  const sources = sourcesOf(group, peer);
  return [
    ...(sources.length > 0 ? [] : [nobody(peer)]),
    ...sources.filter((source) => source.slug === '').map((source) => nameless(source)),
    ...(direction === 'ingress' ? openProblems(sources, peer) : []),
  ];
}

function rangeProblems(range: string | undefined): Problem[] {
  const parsed = isToken(range) ? undefined : parseCidr(range, 'range');
  return parsed === undefined || parsed.ok ? [] : [parsed.problem];
}

function openProblems(sources: readonly RuleSource[], { because }: PeerData): Problem[] {
  if (typeof because === 'string' && because.trim() !== '') {
    return [];
  }
  return sources
    .map(({ cidrIp, ipv6CidrIp }) => cidrIp ?? ipv6CidrIp)
    .filter((range): range is string => typeof range === 'string' && !isToken(range))
    .filter((range) => Number(range.split('/')[1] ?? Infinity) < WIDEST)
    .map((range) => {
      const what = `range ${quote(range)} lets the internet in`;
      const fix = `name who may come in, such as Peer.cidr("203.0.113.7/32"), or write Peer.anywhere({ because: '...' })`;
      return { code: 'rule-open', what, value: range, fix };
    });
}

function nobody(peer: PeerData): Problem {
  const who = groupOf(peer)?.node.path;
  const what = `the peer${who === undefined ? '' : ` "${who}"`} has no range, and a rule here needs one`;
  const fix =
    'give the peer ranges: purposes its network has vSwitches for, ranges in SecurityGroup.fromAttributes, or Peer.cidr';
  return { code: 'rule-peer', what, value: [], fix };
}

function nameless({ cidrIp, ipv6CidrIp }: RuleSource): Problem {
  const what = 'a range that Terraform computes cannot name the rule it is for';
  const fix = "name it: Peer.cidr(range, 'office')";
  return { code: 'rule-peer', what, value: cidrIp ?? ipv6CidrIp, fix };
}

function slugOf(range: string, peer: PeerData, suffix: string, index: number): string {
  if (!isToken(range)) {
    return String(range).replace(/\W/g, '-');
  }
  const name = nameOf(peer);
  return name && `${name}${suffix}${index === 0 ? '' : `-${index + 1}`}`;
}

/** A name for the peer that is the same in every synthesis: its own, or the path of its group below the stack. */
function nameOf(peer: PeerData): string {
  const path = groupOf(peer)?.node.path.split('/').slice(1).join('-');
  return peer.name ?? path ?? '';
}
