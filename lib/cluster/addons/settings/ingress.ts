import { quote, type Problem } from '../../../core/errors';
import { any, choiceOf, construct, listOf, needed, word } from '../../../core/forms';
import { oneOf } from '../../../core/checks';
import type { VswitchRef } from '../../../core/network';
import { isToken } from '../../../core/tokens';
import type { ComponentConfig } from '../addon-data';
import { settingsRule, type AddonVersion } from './rule';

/** From where a balancer that a component makes can be reached. */
export type IngressAddress = 'intranet' | 'internet';

/** The first ALB of the ALB ingress controller, as plain data. Create one with {@link FirstAlb}. */
export type FirstAlbData =
  | { readonly kind: 'none' }
  | { readonly kind: 'new'; readonly address: IngressAddress; readonly vswitches: readonly VswitchRef[] }
  | { readonly kind: 'existing'; readonly loadBalancerId: string };

/** Which ALB the controller has from the start, under an `AlbConfig` named `alb`. Read at installation. */
export const FirstAlb = Object.freeze({
  /** None: an `AlbConfig` in the workload stack makes the balancers, where their listeners are written too. */
  none: (): FirstAlbData => Object.freeze({ kind: 'none' }),
  /** A new one, billed by the hour and by use, in the vSwitches: one in each of two zones or more. */
  create: (props: { address: IngressAddress; vswitches: readonly VswitchRef[] }): FirstAlbData =>
    Object.freeze({ kind: 'new', ...props }),
  /** One that exists, by its id `alb-...`. */
  withId: (loadBalancerId: string): FirstAlbData => Object.freeze({ kind: 'existing', loadBalancerId }),
});

export interface IngressAlbProps extends AddonVersion {
  /**
   * The balancer that is there from the start. Read at installation only.
   * @default FirstAlb.none()
   * @throws InputError `addon-setting-invalid` for a single zone
   */
  readonly balancer?: FirstAlbData;
}

export interface IngressNginxProps extends AddonVersion {
  /**
   * From where the controller's balancer can be reached. Read at installation only.
   * @default "intranet" - ACK itself would choose the internet
   */
  readonly address?: IngressAddress;
  /**
   * Size of its balancer, `slb.s1.small` to `slb.s3.large`.
   * @default ACK's own
   */
  readonly size?: string;
}

const VSWITCH = construct(['vswitchId', 'zone'], 'one of network.vswitches("nodes")');

export const INGRESS_ALB = settingsRule<IngressAlbProps>({
  forms: {
    balancer: choiceOf(
      {
        none: {},
        new: { address: needed(any, '"internet"'), vswitches: needed(listOf(VSWITCH), 'network.vswitches("nodes")') },
        existing: { loadBalancerId: needed(word, '"alb-..."') },
      },
      'FirstAlb.none(), FirstAlb.create({ ... }), FirstAlb.withId("alb-...")',
    ),
  },
  problems: ({ balancer }) => firstAlbProblems(balancer),
  config: ({ balancer = FirstAlb.none() }) => ({ albIngress: firstAlb(balancer) }),
});

function firstAlb(balancer: FirstAlbData): ComponentConfig {
  switch (balancer.kind) {
    case 'none':
      return { CreateDefaultALBConfig: false };
    case 'existing':
      return { CreateDefaultALBConfig: true, LoadBalancerId: balancer.loadBalancerId };
    case 'new':
      return {
        CreateDefaultALBConfig: true,
        AddressType: balancer.address === 'internet' ? 'Internet' : 'Intranet',
        ZoneMappings: zoneMappings(balancer.vswitches),
      };
  }
}

/** The first vSwitch of each zone. */
function zoneMappings(vswitches: readonly VswitchRef[]): ComponentConfig {
  const zones = [...new Set(vswitches.map(({ zone }) => zone))];
  return Object.fromEntries(zones.map((zone) => [zone, [vswitches.find((one) => one.zone === zone)!.vswitchId]]));
}

function firstAlbProblems(balancer: FirstAlbData | undefined): Problem[] {
  if (balancer?.kind === 'existing') {
    return albIdProblems(balancer.loadBalancerId);
  }
  if (balancer?.kind !== 'new') {
    return [];
  }
  const { address, vswitches } = balancer;
  const zones = [...new Set(vswitches.map(({ zone }) => zone))];
  const what = `balancer.vswitches are in ${zones.length} zones, an ALB needs two or more`;
  const fix = 'write vswitches: network.vswitches("nodes"), of a network with two zones or more';
  return [
    ...oneOf('balancer.address', address, ['intranet', 'internet']),
    ...(zones.length >= 2 ? [] : [{ code: 'addon-setting-invalid' as const, what, value: zones, fix }]),
  ];
}

function albIdProblems(id: string): Problem[] {
  const what = `balancer ${quote(id)} is not the id of an ALB`;
  const fix = 'write FirstAlb.withId("alb-..."), as the console shows it';
  return isToken(id) || /^alb-[a-z0-9]+$/.test(id) ? [] : [{ code: 'resource-id-invalid', what, value: id, fix }];
}

export const INGRESS_NGINX = settingsRule<IngressNginxProps>({
  forms: { address: (prop, value) => oneOf(prop, value, ['intranet', 'internet']), size: word },
  config: ({ address = 'intranet', size }) => ({ IngressSlbNetworkType: address, IngressSlbSpec: size }),
});
