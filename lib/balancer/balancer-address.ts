import { quote, type Problem } from '../core/errors';
import type { INetwork, VswitchRef } from '../core/network';
import { isToken } from '../core/tokens';
import { parseCidr } from '../network/cidr';

/** From where a balancer can be reached, as plain data. Create one with `BalancerAddress`. */
export type BalancerAddressData =
  | { readonly kind: 'intranet'; readonly zones?: readonly string[] }
  | {
      readonly kind: 'internet';
      readonly allow?: readonly string[];
      readonly acl?: string;
      readonly reason?: string;
      readonly zones?: readonly string[];
    };

/** From where a balancer can be reached. A CLB cannot change it. */
export const BalancerAddress = Object.freeze({
  /**
   * An address of the VPC, in vSwitches for nodes.
   *
   * @param options zones: a CLB takes its address from the first, an NLB from each of at least two; those of the network
   *   when left out
   */
  intranet: (options: { readonly zones?: readonly string[] } = {}): BalancerAddressData =>
    Object.freeze({ kind: 'intranet', ...options }),
  /**
   * An address on the internet, for these ranges only. `0.0.0.0/0` needs a reason.
   *
   * @param options allow: ranges of clients; reason: why every address is let in; zones: of an NLB, at least two
   */
  internet: (options: {
    readonly allow: readonly string[];
    readonly reason?: string;
    readonly zones?: readonly string[];
  }): BalancerAddressData => Object.freeze({ kind: 'internet', ...options }),
  /** An address on the internet of a CLB, for those on an access control list that exists: `acl-...`. */
  internetByAcl: (acl: string): BalancerAddressData => Object.freeze({ kind: 'internet', acl }),
});

const EVERYBODY = ['0.0.0.0/0', '::/0'];

/** The vSwitches that a balancer stands in: one for each zone, the first of the zone's for nodes. */
export function balancerVswitches(network: INetwork, zones: readonly string[] | undefined): readonly VswitchRef[] {
  const nodes = network.vswitches('nodes');
  const wanted = zones ?? [...new Set(nodes.map(({ zone }) => zone))].sort();
  return wanted.flatMap((zone) => nodes.find((one) => one.zone === zone) ?? []);
}

/** The ranges of clients that an address was limited to; none where it is open, or limited by something else. */
export function clientsOf(address: BalancerAddressData): readonly string[] | undefined {
  const ranges = address.kind === 'internet' ? address.allow : undefined;
  return ranges === undefined || ranges.some((range) => EVERYBODY.includes(range)) ? undefined : ranges;
}

/** Problems with an address in a network. @param atLeast zones that the kind of balancer needs */
export function addressProblems(address: BalancerAddressData, network: INetwork, atLeast: number): Problem[] {
  const known = [...new Set(network.vswitches('nodes').map(({ zone }) => zone))].sort();
  const zones = address.zones ?? known;
  const strange = zones.filter((zone) => !isToken(zone) && !known.includes(zone));
  const few = `the balancer would stand in ${new Set(zones).size} zones (${zones.join(', ')}) and needs ${atLeast}`;
  return [
    ...(address.kind === 'internet' ? openProblems(address) : []),
    ...strange.map((zone) => ({
      code: 'vswitch-missing' as const,
      what: `address.zones names ${quote(zone)}, where the network has no vSwitch for nodes`,
      value: zone,
      fix: `write zones of ${known.map(quote).join(', ')}`,
    })),
    ...(new Set(zones).size >= atLeast
      ? []
      : [
          {
            code: 'balancer-zones' as const,
            what: few,
            value: zones,
            fix:
              known.length < atLeast
                ? `give the network vSwitches with purpose "nodes" in ${atLeast === 1 ? 'a zone' : `${atLeast} zones`}: balancers stand there`
                : 'name more zones, or use a classic balancer',
          },
        ]),
  ];
}

function openProblems(address: Extract<BalancerAddressData, { kind: 'internet' }>): Problem[] {
  const { allow, acl, reason } = address;
  if (acl !== undefined) {
    const what = `address acl ${quote(acl)} is not the id of an access control list`;
    return isToken(acl) || /^acl-[a-z0-9]+$/.test(acl)
      ? []
      : [{ code: 'resource-id-invalid', what, value: acl, fix: 'write an id such as "acl-bp1..."' }];
  }
  if (!Array.isArray(allow) || allow.length === 0) {
    const what = 'address.allow lists nobody, so nobody could reach the balancer';
    return [{ code: 'list-empty', what, value: allow, fix: 'write allow: ["203.0.113.0/24"]' }];
  }
  const wrong = allow.flatMap((range, index) => {
    const parsed = isToken(range) ? undefined : parseCidr(range as string, `address.allow[${index}]`);
    return parsed === undefined || parsed.ok ? [] : [parsed.problem];
  });
  const open = allow.find((range) => EVERYBODY.includes(range as string));
  const what = `address.allow ${quote(open)} lets every address on the internet in`;
  const fix = 'write the ranges of your clients, or reason: "public web site"';
  return open === undefined || (typeof reason === 'string' && reason.trim() !== '')
    ? wrong
    : [...wrong, { code: 'balancer-open', what, value: open, fix }];
}
