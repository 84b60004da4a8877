import { oneOf } from '../core/checks';
import type { Cloud } from '../core/cloud';
import { quote, type Problem } from '../core/errors';
import { any, construct, listOf, needed, object, text, word, type Forms } from '../core/forms';
import { NAME_RULES, nameProblems } from '../core/names';
import { NETWORK_FORM } from '../core/seam-forms';
import { isToken } from '../core/tokens';
import { cloudIdProblems } from '../network/cloud-id';
import { regionMismatch } from '../network/in-region';
import { rangeListProblems } from '../network/security-group-props';
import type {
  AlbAccessLog,
  AlbEdition,
  ApplicationLoadBalancerAttributes,
  ApplicationLoadBalancerProps,
} from './application-load-balancer-props';
import { addressProblems, type BalancerAddressData } from './balancer-address';
import { BALANCER_NAME } from './load-balancer-problems';
import { ADDRESS_FORM } from './service-balancer-forms';

/** Zones that ALB stands in at least. */
const ZONES = 2;
const EDITIONS: readonly AlbEdition[] = Object.freeze(['Basic', 'Standard', 'StandardWithWaf']);

/** The form of where requests are logged. */
export const ACCESS_LOG_FORM = object<AlbAccessLog>({
  project: needed(construct(['projectName'], 'new LogProject(cloud, "logs")'), 'new LogProject(cloud, "logs")'),
  store: needed(word, '"front"'),
});

/** The form of every prop of an ALB of Terraform's. */
export const APPLICATION_LOAD_BALANCER_FORMS: Forms<ApplicationLoadBalancerProps> = {
  network: needed(NETWORK_FORM, 'network'),
  address: ADDRESS_FORM,
  edition: any,
  accessLog: ACCESS_LOG_FORM,
  balancerName: text,
  adopt: word,
};

/** The form of what is said about an ALB that exists. */
export const APPLICATION_ATTRIBUTES_FORMS: Forms<ApplicationLoadBalancerAttributes> = {
  balancerId: needed(word, '"alb-..."'),
  network: needed(NETWORK_FORM, 'network'),
  scheme: needed(any, '"intranet"'),
  edition: any,
  dnsName: word,
  clients: listOf(word),
  zones: listOf(word),
};

type Resolved = ApplicationLoadBalancerProps & { readonly address: BalancerAddressData };

/** Everything that is wrong with the props of an ALB of Terraform's. */
export function applicationLoadBalancerProblems(p: Resolved, cloud: Cloud): Problem[] {
  return [
    ...addressProblems(p.address, p.network, ZONES),
    ...oneOf('edition', p.edition, EDITIONS),
    ...accessLogProblems(p.accessLog),
    ...nameProblems('balancerName', p.balancerName, BALANCER_NAME),
    ...regionMismatch(p.network, cloud),
    ...(p.adopt === undefined ? [] : cloudIdProblems('adopt', p.adopt, 'alb')),
  ];
}

/** Problems with where requests are logged. */
export function accessLogProblems(log: AlbAccessLog | undefined): Problem[] {
  return nameProblems('accessLog.store', log?.store, NAME_RULES.logStore);
}

/** Everything that is wrong with what is said about an ALB that exists. */
export function applicationAttributesProblems(p: ApplicationLoadBalancerAttributes): Problem[] {
  const known = p.network.vswitches('nodes').map(({ zone }) => zone);
  const strange = (p.zones ?? []).filter((zone) => !isToken(zone) && !known.includes(zone));
  return [
    ...cloudIdProblems('balancerId', p.balancerId, 'alb'),
    ...oneOf('scheme', p.scheme, ['internet', 'intranet']),
    ...oneOf('edition', p.edition, EDITIONS),
    ...rangeListProblems('clients', p.clients ?? []),
    ...strange.map((zone) => ({
      code: 'vswitch-missing' as const,
      what: `zones names ${quote(zone)}, where the network has no vSwitch for nodes`,
      value: zone,
      fix: `write zones of ${[...new Set(known)].sort().map(quote).join(', ')}`,
    })),
  ];
}
