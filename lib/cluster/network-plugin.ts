import type { PodNetworkData } from '../core/network';
import { componentJson } from './addons/component-json';

/** One entry of the cluster's own `addons` block. */
interface FirstBootAddon {
  readonly name: string;
  readonly config?: string;
  readonly disabled?: boolean;
}

/**
 * What must be right when the first node boots, and nothing more: the network plug-in, and no nginx controller, which
 * would open a public balancer by itself. The block is read at creation only; every other component is a resource of
 * its own.
 */
export function firstBootAddons(podNetwork: PodNetworkData, networkPolicies: boolean): readonly FirstBootAddon[] {
  return [networkPlugin(podNetwork, networkPolicies), { name: 'nginx-ingress-controller', disabled: true }];
}

function networkPlugin(podNetwork: PodNetworkData, networkPolicies: boolean): FirstBootAddon {
  if (podNetwork.kind === 'flannel') {
    return { name: 'flannel' };
  }
  // The component takes its switches as text.
  const config = { ENITrunking: 'true', IPVlan: 'false', NetworkPolicy: String(networkPolicies) };
  return { name: 'terway-eniip', config: componentJson(config) };
}
