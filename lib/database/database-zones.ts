import { quote, type Problem } from '../core/errors';
import { choiceOf, text } from '../core/forms';
import type { INetwork, VswitchRef } from '../core/network';

/** In which zones a database is, as plain data. Create one with {@link DatabaseZones}. */
export type DatabaseZonesData =
  | {
      readonly kind: 'two';
      /** Zone of the instance that answers. */
      readonly primary?: string;
      /** Zone of the one that takes over. */
      readonly standby?: string;
    }
  | { readonly kind: 'one'; readonly zone?: string };

/** The choices of zones. */
export const DatabaseZones = Object.freeze({
  /**
   * Two zones: the standby takes over within a minute when the primary or its zone is lost.
   *
   * @param pair zone ids; the first two of the network's data vSwitches where one is left out. Zones that are left out are
   *   chosen once: the network can gain a zone, and the instance stays. Name both to move it
   */
  two: (pair: { readonly primary?: string; readonly standby?: string } = {}): DatabaseZonesData =>
    Object.freeze({ kind: 'two', ...pair }),
  /** One zone and no standby: about half the price, down while its zone is. Left out, it is chosen once and stays. */
  one: (zone?: string): DatabaseZonesData => Object.freeze({ kind: 'one', zone }),
});

export const ZONES_FORM = choiceOf(
  { two: { primary: text, standby: text }, one: { zone: text } },
  'DatabaseZones.two(), DatabaseZones.one()',
);

/** The data vSwitches that an instance takes: the primary's, and the standby's. */
export function databaseVswitches(network: INetwork, zones: DatabaseZonesData): readonly VswitchRef[] {
  const all = firstOfEachZone(network);
  if (zones.kind === 'one') {
    return [zones.zone === undefined ? all[0] : inZone(all, zones.zone)].filter(isGiven);
  }
  const primary =
    zones.primary === undefined ? all.find(({ zone }) => zone !== zones.standby) : inZone(all, zones.primary);
  const standby =
    zones.standby === undefined ? all.find(({ zone }) => zone !== primary?.zone) : inZone(all, zones.standby);
  return [primary, standby].filter(isGiven);
}

/**
 * What Terraform leaves as it is: a new zone of the network that sorts before the others must not move an instance, which would
 * replace it and its data.
 *
 * @param attributes those that follow from the zones
 */
export function chosenOnce(zones: DatabaseZonesData, attributes: readonly string[]): string[] {
  const named = zones.kind === 'one' ? zones.zone !== undefined : Boolean(zones.primary && zones.standby);
  return named ? [] : [...attributes];
}

/** Problems with zones: the network must have data vSwitches there, and two zones must differ. */
export function databaseZoneProblems(network: INetwork, zones: DatabaseZonesData): Problem[] {
  const all = firstOfEachZone(network);
  const asked = zones.kind === 'one' ? { zone: zones.zone } : { primary: zones.primary, standby: zones.standby };
  const unknown = Object.entries(asked).filter(([, zone]) => zone !== undefined && inZone(all, zone) === undefined);
  const problems: Problem[] = unknown.map(([part, zone]) => ({
    code: 'vswitch-missing',
    what: `zones.${part} ${quote(zone)}: network "${network.node.path}" has no vSwitch for data there`,
    value: zone,
    fix: all.length > 0 ? `write one of ${all.map((one) => one.zone).join(', ')}` : 'name its vSwitches for data',
  }));
  if (zones.kind === 'two' && zones.primary !== undefined && zones.primary === zones.standby) {
    const what = `zones has ${quote(zones.primary)} for the primary and the standby; both would be lost together`;
    problems.push({
      code: 'zone-count',
      what,
      value: zones.primary,
      fix: 'name two zones, or write DatabaseZones.one()',
    });
  }
  const needed = zones.kind === 'two' ? 2 : 1;
  if (problems.length === 0 && all.length < needed) {
    const what = `network "${network.node.path}" has vSwitches for data in ${all.length} zones, zones asks for ${needed}`;
    problems.push({
      code: 'zone-count',
      what,
      value: all.length,
      fix: 'give the Network more zones, or write DatabaseZones.one()',
    });
  }
  return problems;
}

function firstOfEachZone(network: INetwork): readonly VswitchRef[] {
  const byZone = new Map<string, VswitchRef>();
  network.vswitches('data').forEach((vswitch) => byZone.set(vswitch.zone, byZone.get(vswitch.zone) ?? vswitch));
  return [...byZone.values()].sort((a, b) => (a.zone < b.zone ? -1 : 1));
}

function inZone(all: readonly VswitchRef[], zone: string | undefined): VswitchRef | undefined {
  return all.find((vswitch) => vswitch.zone === zone);
}

function isGiven<T>(value: T | undefined): value is T {
  return value !== undefined;
}
