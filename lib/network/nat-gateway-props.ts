import type { INetwork, Purpose } from '../core/network';
import { Bandwidth, type BandwidthData } from './bandwidth';

/** What exists already and becomes part of a NAT gateway. Give what is there; the rest is created. */
export interface NatAdoption {
  /** Id of the gateway, `ngw-...`. */
  readonly natGateway: string;
  /** Ids of public addresses bound to it, `eip-...`, in the order in which they are to be numbered. */
  readonly addresses?: readonly string[];
  /** SNAT entries by the vSwitch they serve: `{ 'nodes/cn-hangzhou-h': 'stb-...:snat-...' }`. */
  readonly snat?: Readonly<Record<string, string>>;
}

/** Props of a NAT gateway apart from its network; what `Egress.nat` takes. */
export interface NatOptions {
  /**
   * Public addresses that the traffic leaves from, 1 to 20. Two, so that the failure of one is not yours. Changed in
   * place; partners who list your addresses have to be told. Each costs by the hour while it exists.
   * @default 2
   */
  readonly addresses?: number;
  /**
   * How the addresses are paid for and how wide they are. The width is changed in place.
   * @default Bandwidth.byTraffic(100) - pay for what is sent, at most 100 Mbit/s each
   */
  readonly bandwidth?: BandwidthData;
  /**
   * What the way out is for. Databases have none unless you name `data`. Changed in place.
   * @default nodes, pods and eci, as far as the network has them
   */
  readonly purposes?: readonly Purpose[];
  /**
   * Zone whose vSwitch for nodes the gateway takes its private address from. The gateway serves every zone and survives
   * the loss of this one; it cannot be moved, and later changes here have no effect. Name it before you remove the first
   * zone of a network: a gateway still in it blocks the vSwitch from being destroyed.
   * @default the first zone in alphabetical order
   */
  readonly zone?: string;
  /** Name of the gateway, 2 to 128 characters. Changed in place. @default from the stack and the path */
  readonly name?: string;
  /**
   * Takes over an existing gateway at the next apply, or a gateway with its addresses and SNAT entries. Import id: the
   * gateway's id, `ngw-...`.
   * @default everything is created
   */
  readonly adopt?: string | NatAdoption;
}

export interface NatGatewayProps extends NatOptions {
  /** The network that gets the way out. Its vSwitches of the chosen purposes get one SNAT entry each. */
  readonly network: INetwork;
}

/** What a NAT gateway does when a prop is left out. */
export const NAT_GATEWAY_DEFAULTS = Object.freeze({
  addresses: 2,
  bandwidth: Bandwidth.byTraffic(100),
  purposes: Object.freeze(['nodes', 'pods', 'eci']) as readonly Purpose[],
});

/** Options with every default filled in. */
export type ResolvedNat = NatOptions & Required<Pick<NatOptions, 'addresses' | 'bandwidth' | 'purposes'>>;

/** What to adopt, in its long form. */
export function natAdoption(adopt: NatOptions['adopt']): NatAdoption | undefined {
  return typeof adopt === 'string' ? { natGateway: adopt } : adopt;
}
