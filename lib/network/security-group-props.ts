import { distinctList, oneOf } from '../core/checks';
import type { Cloud } from '../core/cloud';
import type { Problem } from '../core/errors';
import { nameProblems, NAME_RULES } from '../core/names';
import { PURPOSES, type INetwork, type Purpose } from '../core/network';
import { parseCidr } from './cidr';
import { isToken } from '../core/tokens';
import { cloudIdProblems } from './cloud-id';
import { regionMismatch } from './in-region';
import { podRanges } from './peer';
import type { Outbound } from './security-group-rules';

export interface SecurityGroupProps {
  /** The network that the members are in. Changing it replaces the group. */
  readonly network: INetwork;
  /**
   * `enterprise` holds tens of thousands of addresses, which Terway and ECI need, and its rules name ranges. `basic` holds
   * about 2000, and its rules can name other basic groups. Changing it replaces the group.
   * @default "enterprise"
   */
  readonly type?: 'basic' | 'enterprise';
  /**
   * What the members are: decides the ranges by which other groups let them in. With Flannel, `pods` means the Pod range.
   * @default nodes, pods and eci
   */
  readonly purposes?: readonly Purpose[];
  /** Further ranges of members, such as the Pod range of a second Flannel cluster. @default none */
  readonly memberRanges?: readonly string[];
  /**
   * Whether members reach each other: by the inner access policy of a basic group, by rules for the members' ranges in an
   * enterprise group. Changed in place.
   * @default "isolated"
   */
  readonly members?: 'connected' | 'isolated';
  /**
   * What members may reach. With `listed`, only what `allowTo`, or `allowFrom` of the other side, names.
   * @default "everywhere"
   */
  readonly outbound?: Outbound;
  /** Shown in the console, changed in place. @default none */
  readonly description?: string;
  /** Name, 2 to 128 characters. Changed in place. @default from the stack and the path */
  readonly name?: string;
  /**
   * Takes over an existing group at the next apply. Import id: the group's id, `sg-...`. Rules need no import: adding one
   * that is there changes nothing.
   * @default a new group
   */
  readonly adopt?: string;
}

/** What a security group does when a prop is left out. */
export const SECURITY_GROUP_DEFAULTS = Object.freeze({
  type: 'enterprise' as 'basic' | 'enterprise',
  purposes: Object.freeze(['nodes', 'pods', 'eci']) as readonly Purpose[],
  memberRanges: Object.freeze([]) as readonly string[],
  members: 'isolated' as 'connected' | 'isolated',
  outbound: 'everywhere' as Outbound,
});

/** Props with every default filled in. */
export type ResolvedSecurityGroup = SecurityGroupProps & typeof SECURITY_GROUP_DEFAULTS;

/** The ranges that members have addresses of, each once. */
export function memberRanges({ network, purposes, memberRanges: further }: ResolvedSecurityGroup): readonly string[] {
  const vswitches = PURPOSES.filter((purpose) => purposes.includes(purpose)).flatMap((purpose) =>
    network.vswitches(purpose),
  );
  const pods = purposes.includes('pods') ? podRanges(network) : [];
  return Object.freeze([...new Set([...vswitches.map(({ cidr }) => cidr), ...pods, ...further])]);
}

/** Everything that is wrong with the props of a security group. */
export function securityGroupProblems(p: ResolvedSecurityGroup, cloud: Cloud): Problem[] {
  const list = distinctList('purposes', p.purposes, '["nodes", "pods"]');
  return [
    ...regionMismatch(p.network, cloud),
    ...oneOf('type', p.type, ['basic', 'enterprise']),
    ...oneOf('members', p.members, ['connected', 'isolated']),
    ...oneOf('outbound', p.outbound, ['everywhere', 'listed']),
    ...(list.length > 0
      ? list
      : p.purposes.flatMap((purpose, index) => oneOf(`purposes[${index}]`, purpose, PURPOSES))),
    ...rangeListProblems('memberRanges', p.memberRanges),
    ...nameProblems('name', p.name, NAME_RULES.network),
    ...(p.adopt === undefined ? [] : cloudIdProblems('adopt', p.adopt, 'sg')),
  ];
}

/** Problems with a list of IPv4 ranges. */
export function rangeListProblems(prop: string, ranges: readonly string[]): Problem[] {
  return ranges.flatMap((text, index) => {
    const parsed = isToken(text) ? undefined : parseCidr(text, `${prop}[${index}]`);
    return parsed === undefined || parsed.ok ? [] : [parsed.problem];
  });
}
