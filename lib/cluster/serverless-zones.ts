import type { INetwork, Purpose } from '../core/network';
import { controlPlaneZones } from './control-plane-zones';

/** The vSwitches that Pods on ECI take addresses of: those for ECI, in a network without any those for Pods or nodes. */
export function eciPurpose(network: INetwork): Purpose {
  const having = (['eci', 'pods'] as const).find((purpose) => network.vswitches(purpose).length > 0);
  return having ?? 'nodes';
}

/** Zones of a Serverless cluster: its own, otherwise the network's that have such a vSwitch, sorted. */
export function serverlessZones(
  network: INetwork,
  zones: readonly string[] | undefined,
): readonly string[] | undefined {
  if (zones !== undefined) {
    return zones;
  }
  const has = network.vswitches(eciPurpose(network)).map(({ zone }) => zone);
  const fit = network.zones.filter((zone) => has.includes(zone));
  return fit.length > 0 ? controlPlaneZones({ zones: fit }, undefined) : undefined;
}
