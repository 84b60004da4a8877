import type { VswitchRef } from '../core/network';
import { any, choiceOf, flag, listOf, mapOf, needed, object, text, textOr, word, type Forms } from '../core/forms';
import { NETWORK_FORM } from '../core/seam-forms';
import type { AdoptedVswitch } from './adopted-vswitches';
import type { NetworkAttributes } from './imported-network';
import type { SecurityGroupAttributes } from './imported-security-group';
import type { NatAdoption, NatGatewayProps, NatOptions } from './nat-gateway-props';
import { ONLY_EXISTING, ONLY_NEW } from './new-or-existing';
import type { NetworkAdoption, NetworkProps } from './network-props';
import type { SecurityGroupProps } from './security-group-props';

/** Names that get an answer of their own: they belong to the other way of naming a network. */
const answered = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, any]));

const BANDWIDTH = choiceOf(
  { traffic: { mbps: any }, bandwidth: { mbps: any }, shared: { mbps: any } },
  'Bandwidth.byTraffic(100), Bandwidth.byBandwidth(100), Bandwidth.shared(100)',
);

const NAT_ADOPTION = object<NatAdoption>({
  natGateway: needed(text, '"ngw-..."'),
  addresses: listOf(needed(text, '"eip-..."')),
  snat: mapOf(word),
});

const NAT_OPTIONS: Forms<NatOptions> = {
  addresses: any,
  bandwidth: BANDWIDTH,
  purposes: any,
  zone: word,
  name: text,
  adopt: textOr(NAT_ADOPTION),
};

export const NAT_GATEWAY_FORMS: Forms<NatGatewayProps> = {
  ...NAT_OPTIONS,
  network: needed(NETWORK_FORM, 'new Network(...), or one of Network.fromAttributes'),
};

/** How Pods get their addresses; the planner checks the values. */
const POD_NETWORK = choiceOf(
  { terway: { podCidr: any, nodeMask: any }, flannel: { podCidr: text, nodeMask: any } },
  'PodNetwork.terway(), PodNetwork.flannel()',
);

const EGRESS = choiceOf(
  { nat: { options: needed(object<NatOptions>(NAT_OPTIONS), '{}') }, none: {} },
  'Egress.nat(), Egress.none()',
);

export const NETWORK_FORMS: Forms<NetworkProps> = {
  ...answered(ONLY_EXISTING),
  zones: any,
  vpcCidr: any,
  secondaryCidrs: any,
  podNetwork: POD_NETWORK,
  serviceCidr: any,
  perZone: any,
  maxNodes: any,
  purposes: any,
  reserved: any,
  previousPlan: any,
  ipv6: flag,
  egress: EGRESS,
  name: text,
  adopt: textOr(
    object<NetworkAdoption>({
      vpc: needed(text, '"vpc-..."'),
      vswitches: mapOf(textOr(object<AdoptedVswitch>({ id: needed(text, '"vsw-..."'), cidr: any, name: text }))),
      secondaryCidrs: listOf(text),
      ipv6Gateway: word,
    }),
  ),
};

export const NETWORK_ATTRIBUTES_FORMS: Forms<NetworkAttributes> = {
  ...answered(ONLY_NEW),
  vpcId: any,
  region: word,
  cidrs: any,
  vswitches: listOf(
    needed(
      object<VswitchRef>({
        vswitchId: any,
        zone: any,
        purpose: any,
        cidr: needed(any, '"10.0.0.0/20"'),
      }),
      '{ vswitchId: "vsw-...", ... }',
    ),
  ),
  podNetwork: POD_NETWORK,
  serviceCidr: any,
  ipv6: flag,
  ipv6Cidr: word,
  internet: flag,
};

export const SECURITY_GROUP_FORMS: Forms<SecurityGroupProps> = {
  network: needed(NETWORK_FORM, 'new Network(...), or one of Network.fromAttributes'),
  type: any,
  purposes: any,
  memberRanges: listOf(any),
  members: any,
  outbound: any,
  description: text,
  name: text,
  adopt: text,
};

/** What a cluster passes on has more than these two; only they are looked at. */
export const CLUSTER_GROUP_FORMS = {
  network: needed(NETWORK_FORM, 'new Network(...), or one of Network.fromAttributes'),
};

export const SECURITY_GROUP_ATTRIBUTES_FORMS: Forms<SecurityGroupAttributes> = {
  securityGroupId: any,
  type: needed(any, '"enterprise" or "basic", as the console says'),
  ranges: listOf(any),
  outbound: any,
};
