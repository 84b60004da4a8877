import type { VswitchRef } from '../../core/network';
import { parseCidr } from '../../network/cidr';
import { MAX_ECI_VSWITCHES } from './virtual-node-props';

/** Addresses that the cloud keeps of every vSwitch. */
const KEPT = 4;

/** The addresses that ECI can give out in one zone. */
export interface EciRoom {
  readonly zone: string;
  readonly vswitches: readonly VswitchRef[];
  /** Most Pods at the same time; absent when a range is known to Terraform only. */
  readonly addresses?: number;
}

/** The vSwitches that ECI uses: those of the zones, one of each zone in turn until there are ten. */
export function eciVswitches(all: readonly VswitchRef[], zones: readonly string[]): readonly VswitchRef[] {
  const sorted = [...new Set(zones)].sort();
  const inZone = new Map(sorted.map((zone) => [zone, all.filter((vswitch) => vswitch.zone === zone)] as const));
  const rounds = Math.max(0, ...[...inZone.values()].map(({ length }) => length));
  const taken = Array.from({ length: rounds }, (_, round) =>
    sorted.flatMap((zone) => inZone.get(zone)![round] ?? []),
  ).flat();
  const kept = new Set(taken.slice(0, MAX_ECI_VSWITCHES));
  return Object.freeze(sorted.flatMap((zone) => inZone.get(zone)!.filter((vswitch) => kept.has(vswitch))));
}

/** The room that vSwitches have for Pods on ECI, by zone. */
export function eciRoom(vswitches: readonly VswitchRef[]): readonly EciRoom[] {
  const zones = [...new Set(vswitches.map(({ zone }) => zone))].sort();
  return zones.map((zone) => {
    const own = vswitches.filter((vswitch) => vswitch.zone === zone);
    return Object.freeze({
      zone,
      vswitches: Object.freeze(own),
      addresses: sum(own.map(({ cidr }) => addressesOf(cidr))),
    });
  });
}

/** Most Pods on ECI at the same time; `undefined` when a range is known to Terraform only. */
export function totalRoom(rooms: readonly EciRoom[]): number | undefined {
  return sum(rooms.map(({ addresses }) => addresses));
}

/** The room as text, a line for each zone. */
export function describeRoom(rooms: readonly EciRoom[]): string {
  const lines = rooms.map(({ zone, vswitches, addresses }) => {
    const ranges = vswitches.map(({ cidr }) => cidr).join(', ');
    return `${zone}  ${ranges}  ${addresses ?? 'an unknown number of'} addresses`;
  });
  const total = totalRoom(rooms);
  return [...lines, `ECI can run ${total ?? 'an unknown number of'} Pods at the same time`].join('\n');
}

function sum(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.some((one) => one === undefined) ? undefined : numbers.reduce<number>((all, one) => all + one!, 0);
}

function addressesOf(cidr: string): number | undefined {
  const parsed = parseCidr(cidr);
  return parsed.ok ? Math.max(0, 2 ** (32 - parsed.cidr.mask) - KEPT) : undefined;
}
