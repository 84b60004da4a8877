import type { Purpose } from '../core/network';
import { slotOfZone } from './cidr-zone';

/** What tells the vSwitches of a network apart. */
export interface VswitchKeyParts {
  readonly purpose: Purpose;
  readonly zone: string;
  /** 0 for the first vSwitch of the zone and purpose. */
  readonly ordinal: number;
}

/** How a program names a vSwitch: `nodes/cn-hangzhou-h`, and `nodes/cn-hangzhou-h/2` for the second one there. */
export function vswitchKey({ purpose, zone, ordinal }: VswitchKeyParts): string {
  return [purpose, zone, ...(ordinal === 0 ? [] : [ordinal + 1])].join('/');
}

/** The same as part of a construct id: `nodes-cn-hangzhou-h-2`. State depends on it. */
export function vswitchSlug(parts: VswitchKeyParts): string {
  return vswitchKey(parts).replaceAll('/', '-');
}

/** Numbers the vSwitches of each zone and purpose in the order of the list. */
export function withOrdinals<T extends { readonly purpose: Purpose; readonly zone: string }>(
  vswitches: readonly T[],
): readonly (T & VswitchKeyParts)[] {
  const seen = new Map<string, number>();
  return vswitches.map((vswitch) => {
    const key = vswitchKey({ ...vswitch, ordinal: 0 });
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return { ...vswitch, ordinal };
  });
}

/** Place of each purpose in the VPC's IPv6 range. Changing this table moves the ranges of living vSwitches. */
const IPV6_PLACE: Readonly<Record<Purpose, number>> = Object.freeze({ nodes: 0, pods: 1, eci: 2, data: 3 });
const ZONES = 16;
const ORDINALS = 4;

/**
 * Number of the /64 that a vSwitch takes of the VPC's IPv6 /56, 0 to 255: a function of purpose, zone and ordinal alone,
 * so no other vSwitch moves it. `undefined` for a fifth vSwitch of one zone and purpose, or a zone past `p`.
 */
export function ipv6Index({ purpose, zone, ordinal }: VswitchKeyParts): number | undefined {
  const slot = slotOfZone(zone);
  if (slot === undefined || ordinal >= ORDINALS) {
    return undefined;
  }
  return (IPV6_PLACE[purpose] * ZONES + slot) * ORDINALS + ordinal;
}
