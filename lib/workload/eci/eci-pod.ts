import type { VswitchRef } from '../../core/network';

/** What a Pod gets on ECI, besides what every Pod says. On nodes nothing of it counts. */
export interface EciPod {
  /**
   * Sizes to be tried, the first one first: `2-4Gi` for vCPU and memory, or an ECS instance type; at most 5. Instead of
   * what the containers ask for.
   * @default the sum of what the containers ask for, rounded up to a size that ECI has
   */
  readonly sizes?: readonly string[];
  /**
   * ECS families that the Pod may be on, such as `ecs.c7`; with a hyphen before it, one that it may not be on.
   * @default any
   */
  readonly families?: readonly string[];
  /**
   * How the Pod is paid for: one of `EciBilling`.
   * @default EciBilling.onDemand()
   */
  readonly billing?: EciBillingData;
  /**
   * How the image comes to the Pod: one of `EciImage`.
   * @default EciImage.pulled()
   */
  readonly image?: EciImageData;
  /**
   * Local disk above the 30 GiB that are free and shared with the image, in GiB, 1 to 2000; billed by the GiB and hour.
   * @default 0
   */
  readonly extraDiskGib?: number;
  /**
   * From which vSwitches the Pod takes its address: one of `EciVswitches`.
   * @default those of the virtual node, in no order
   */
  readonly vswitches?: EciVswitchesData;
  /**
   * A public address of each Pod's own: one of `EciAddress`.
   * @default EciAddress.none() - out through the network's NAT gateway
   */
  readonly address?: EciAddressData;
  /**
   * RAM role, trusted by ECS, whose short-lived keys the Pod finds under the metadata address.
   * @default none; where the cluster has RRSA, a service account's role is narrower
   */
  readonly ramRoleName?: string;
  /**
   * What happens when the size is sold out: `fail-back` tries again on ECI, `fail-over` schedules anew, `fail-fast`
   * fails the Pod.
   * @default ECI's: fail-back
   */
  readonly onFailure?: 'fail-back' | 'fail-over' | 'fail-fast';
  /**
   * Instance of Container Registry Enterprise Edition with a domain of its own, `cri-...`: Pods pull from it without a password. Those on
   * their usual domains need nothing.
   * @default none
   */
  readonly registryInstanceId?: string;
}

/** How Pods on ECI are paid for, as plain data. Create one with {@link EciBilling}. */
export type EciBillingData =
  { readonly kind: 'on-demand' } | ({ readonly kind: 'spot'; readonly maxPrice?: number } & EciSpot);

/** Pods that the cloud may take back with three minutes' notice. */
export interface EciSpot {
  /**
   * Whether a Pod is paid for on demand when spot is sold out.
   * @default true
   */
  readonly fallback?: boolean;
  /**
   * Whether the first hour is safe from being taken back; costs a little more.
   * @default true
   */
  readonly protectedHour?: boolean;
}

/** The ways to pay for Pods on ECI. Spot takes sizes from 2 vCPU on. */
export const EciBilling = Object.freeze({
  /** By the second. */
  onDemand: (): EciBillingData => Object.freeze({ kind: 'on-demand' }),
  /** From the spot market at its price, never above that of on demand. */
  spot: (spot: EciSpot = {}): EciBillingData => Object.freeze({ kind: 'spot', ...spot }),
  /** From the spot market up to a price per hour, in the account's currency. */
  spotUpTo: (maxPrice: number, spot: EciSpot = {}): EciBillingData =>
    Object.freeze({ kind: 'spot', ...spot, maxPrice }),
});

/** How an image comes to a Pod on ECI, as plain data. Create one with {@link EciImage}. */
export type EciImageData =
  { readonly kind: 'pulled' } | { readonly kind: 'cached' } | { readonly kind: 'snapshot'; readonly id: string };

/** How an image comes to a Pod on ECI, which starts without any layer. */
export const EciImage = Object.freeze({
  /** Pulled whenever a Pod starts. */
  pulled: (): EciImageData => Object.freeze({ kind: 'pulled' }),
  /** From a snapshot of the image that ECI finds or makes by itself: seconds instead of minutes for large images. */
  cached: (): EciImageData => Object.freeze({ kind: 'cached' }),
  /** From one image cache that was made before, `imc-...`. */
  snapshot: (id: string): EciImageData => Object.freeze({ kind: 'snapshot', id }),
});

/** From which vSwitches Pods on ECI take addresses, as plain data. Create one with {@link EciVswitches}. */
export interface EciVswitchesData {
  readonly kind: 'ordered' | 'any';
  readonly ids: readonly string[];
}

/** From which vSwitches Pods on ECI take addresses: 1 to 10 of them, in the cluster's VPC. */
export const EciVswitches = Object.freeze({
  /** The first one as long as it has room. Does not go with a spread over zones. */
  ordered: (vswitches: readonly (VswitchRef | string)[]): EciVswitchesData => chosen('ordered', vswitches),
  /** Whichever has room. */
  any: (vswitches: readonly (VswitchRef | string)[]): EciVswitchesData => chosen('any', vswitches),
});

function chosen(kind: EciVswitchesData['kind'], vswitches: readonly (VswitchRef | string)[]): EciVswitchesData {
  const ids = Array.from(vswitches ?? [], (one) =>
    typeof one === 'string' ? one : (Object(one) as VswitchRef).vswitchId,
  );
  return Object.freeze({ kind, ids: Object.freeze(ids) });
}

/** Public addresses of Pods on ECI, as plain data. Create one with {@link EciAddress}. */
export type EciAddressData =
  | { readonly kind: 'none' }
  | { readonly kind: 'own'; readonly bandwidthMbps: number; readonly chargedBy: 'traffic' | 'bandwidth' }
  | { readonly kind: 'existing'; readonly id: string };

/** Public addresses of Pods on ECI. */
export const EciAddress = Object.freeze({
  /** None: the way out is the network's. */
  none: (): EciAddressData => Object.freeze({ kind: 'none' }),
  /** One that comes and goes with each Pod, 1 to 1000 Mbit/s, paid for by traffic or by bandwidth. */
  own: (bandwidthMbps = 5, chargedBy: 'traffic' | 'bandwidth' = 'traffic'): EciAddressData =>
    Object.freeze({ kind: 'own', bandwidthMbps, chargedBy }),
  /** One that exists, `eip-...`: for a single Pod. */
  existing: (id: string): EciAddressData => Object.freeze({ kind: 'existing', id }),
});
