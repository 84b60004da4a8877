import { distinctList } from '../core/checks';
import type { Protection } from '../core/cloud';
import { quote, type Problem } from '../core/errors';
import type { INetwork, Purpose, VswitchRef } from '../core/network';
import { isToken } from '../core/tokens';
import { MAX_CONTROL_PLANE_VSWITCHES } from './managed-cluster-defaults';

/** Zones of the control plane, sorted, so that neither their order in a prop nor a new zone moves another. */
export function controlPlaneZones(
  network: Pick<INetwork, 'zones'>,
  zones: readonly string[] | undefined,
): readonly string[] {
  return zones ? [...zones].sort() : [...network.zones].sort().slice(0, MAX_CONTROL_PLANE_VSWITCHES);
}

/** The vSwitches of the control plane: the first one of the purpose in each of its zones, in the order of the zones. */
export function controlPlaneVswitches(
  network: INetwork,
  zones: readonly string[],
  purpose: Purpose = 'nodes',
): readonly string[] {
  return zones.flatMap((zone) => firstIn(network.vswitches(purpose), zone)?.vswitchId ?? []);
}

/** Problems with the zones of a control plane. */
export function zoneProblems(
  network: INetwork,
  zones: readonly string[] | undefined,
  protection: Protection,
  purpose: Purpose = 'nodes',
): Problem[] {
  if (isToken(zones)) {
    return [];
  }
  const list = zones === undefined ? [] : distinctList('zones', zones, `["${network.zones[0] ?? 'cn-hangzhou-h'}"]`);
  if (list.length > 0) {
    return list;
  }
  const chosen = controlPlaneZones(network, zones);
  const missing = chosen
    .filter((zone) => firstIn(network.vswitches(purpose), zone) === undefined)
    .map((zone) => noVswitch(zone, network, purpose));
  return [...missing, ...countProblems(chosen, protection)];
}

function noVswitch(zone: string, network: INetwork, purpose: Purpose): Problem {
  const has = network.vswitches(purpose).map((vswitch) => vswitch.zone);
  const what = `zones: the network "${network.node.path}" has no vSwitch for ${purpose} in zone ${quote(zone)}`;
  const fix = `write zones out of ${quote([...new Set(has)])}, or give the Network the zone`;
  return { code: 'vswitch-missing', what, value: zone, fix };
}

function countProblems(zones: readonly string[], protection: Protection): Problem[] {
  const least = protection === 'production' ? 2 : 1;
  if (zones.length >= least && zones.length <= MAX_CONTROL_PLANE_VSWITCHES) {
    return [];
  }
  const what = `the control plane is in ${zones.length} zones; a ${protection} cluster takes ${least} to ${MAX_CONTROL_PLANE_VSWITCHES}`;
  const fix =
    zones.length < least
      ? 'give the Network two zones or more, or write protection: "sandbox" on the stack'
      : `write zones: with ${MAX_CONTROL_PLANE_VSWITCHES} of them`;
  return [{ code: 'zone-count', what, value: zones, fix }];
}

function firstIn(vswitches: readonly VswitchRef[], zone: string): VswitchRef | undefined {
  return vswitches.find((vswitch) => vswitch.zone === zone);
}
