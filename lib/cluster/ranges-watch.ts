import type { ICluster } from '../core/cluster';
import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';
import { addTreeCheck } from '../core/tree';
import { overlaps, parseCidr } from '../network/cidr';
import type { ClusterRanges } from './cluster-ranges';

/** A cluster of the tree and what it uses besides the VPC. */
interface Known extends Partial<ClusterRanges> {
  readonly cluster: ICluster;
}

const RANGES = Symbol.for('alicloud-constructs/clusterRanges');
type Root = { [RANGES]?: Known[] };

/** Tells the tree of the ranges of a cluster, which others of the same VPC must not meet. */
export function declareRanges(cluster: ICluster, ranges: Partial<ClusterRanges>): void {
  const root = cluster.node.root as Root;
  if (!root[RANGES]) {
    Object.defineProperty(root, RANGES, { value: [] });
  }
  root[RANGES]!.push({ ...ranges, cluster });
}

/**
 * Has the finished tree checked for clusters of one VPC whose ranges meet, made here or imported: ACK refuses the second,
 * after the first has taken a quarter of an hour. Service ranges may be shared among clusters, Pod ranges may meet
 * neither Pod nor Service ranges.
 */
export function watchRanges(cluster: ICluster, ranges: ClusterRanges): void {
  declareRanges(cluster, ranges);
  addTreeCheck(cluster, () => meetings(cluster, ranges));
}

function meetings(cluster: ICluster, { podCidr, serviceCidr }: ClusterRanges): Problem[] {
  const all = (cluster.node.root as Root)[RANGES]!;
  const index = all.findIndex((known) => known.cluster === cluster);
  const others = all
    .filter((other, at) => at < index || (at > index && other.serviceCidr === undefined))
    .filter((other) => other.cluster.network.vpcId === cluster.network.vpcId);
  return others.flatMap((other) => [
    ...meeting('podCidr', podCidr, other.podCidr, other),
    ...meeting('serviceCidr', serviceCidr, other.podCidr, other),
    ...meeting('podCidr', podCidr, other.serviceCidr, other),
  ]);
}

function meeting(prop: string, own: string | undefined, theirs: string | undefined, { cluster }: Known): Problem[] {
  if (!meet(own, theirs)) {
    return [];
  }
  const what = `${prop} ${quote(own)} overlaps ${quote(theirs)} of cluster "${cluster.node.path}" in the same VPC`;
  const fix = `write ${prop}: with a range of its own, or plan the network for another cluster`;
  return [{ code: 'cidr-overlap', what, value: own, fix }];
}

function meet(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || isToken(a) || isToken(b)) {
    return false;
  }
  const [one, two] = [parseCidr(a), parseCidr(b)];
  return one.ok && two.ok && overlaps(one.cidr, two.cidr);
}
