import type { ICluster } from '../core/cluster';
import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';
import { addTreeCheck } from '../core/tree';
import { overlaps, parseCidr } from '../network/cidr';

const POD_RANGE = Symbol.for('alicloud-constructs/podRange');
type Ranged = ICluster & { [POD_RANGE]?: string };

/**
 * Has the finished tree checked for two clusters of one network whose Pod ranges meet: ACK refuses the second, after
 * the first has taken a quarter of an hour.
 */
export function watchPodRange(cluster: ICluster, podCidr: string | undefined): void {
  if (podCidr === undefined || isToken(podCidr)) {
    return;
  }
  Object.defineProperty(cluster, POD_RANGE, { value: podCidr });
  addTreeCheck(cluster, () => meetings(cluster, podCidr));
}

function meetings(cluster: ICluster, podCidr: string): Problem[] {
  const all = cluster.node.root.node.findAll() as unknown as Ranged[];
  const earlier = all.slice(0, all.indexOf(cluster));
  return earlier
    .filter((other) => other[POD_RANGE] !== undefined && other.network.vpcId === cluster.network.vpcId)
    .filter((other) => meet(other[POD_RANGE]!, podCidr))
    .map((other) => ({
      code: 'cidr-overlap' as const,
      what: `podCidr ${quote(podCidr)} overlaps ${quote(other[POD_RANGE])} of cluster "${other.node.path}" in the same VPC`,
      value: podCidr,
      fix: 'write podCidr: with a range of its own, or plan the network for another cluster',
    }));
}

function meet(a: string, b: string): boolean {
  const [one, two] = [parseCidr(a), parseCidr(b)];
  return one.ok && two.ok && overlaps(one.cidr, two.cidr);
}
