import type { Cloud } from '../core/cloud';
import { quote, type Problem } from '../core/errors';
import type { INetwork } from '../core/network';

/** Problem when a construct has no network, or one of another region. */
export function regionMismatch(network: INetwork | undefined, cloud: Cloud): Problem[] {
  if (network?.region === undefined) {
    const fix = 'write network: new Network(...), or one of Network.fromAttributes';
    return [{ code: 'value-missing', what: 'network is missing', value: network, fix }];
  }
  if (network.region === cloud.region) {
    return [];
  }
  const what = `network "${network.node.path}" is in ${quote(network.region)}, and the stack in ${quote(cloud.region)}`;
  const fix = `create this in a CloudStack with region: "${network.region}", or give it a network of ${cloud.region}`;
  return [{ code: 'network-region', what, value: network.region, fix }];
}
