import type { Cloud } from '../core/cloud';
import { quote, type Problem } from '../core/errors';
import type { INetwork } from '../core/network';

/** Problem when a construct is in another region than the network it uses. */
export function regionMismatch(network: INetwork, cloud: Cloud): Problem[] {
  if (network.region === cloud.region) {
    return [];
  }
  const what = `network "${network.node.path}" is in ${quote(network.region)}, and the stack in ${quote(cloud.region)}`;
  const fix = `create this in a CloudStack with region: "${network.region}", or give it a network of ${cloud.region}`;
  return [{ code: 'network-region', what, value: network.region, fix }];
}
