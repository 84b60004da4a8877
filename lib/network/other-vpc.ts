import type { IConstruct } from 'constructs';
import type { ICluster } from '../core/cluster';
import type { Problem } from '../core/errors';
import type { INetwork } from '../core/network';

/**
 * Problem of something that Pods of a cluster are to reach, and that stands in another VPC: security groups do not reach
 * across, and nothing leads there by itself.
 *
 * @param network where it stands; nobody knows of what is imported
 */
export function otherVpcProblems(
  reached: IConstruct & { readonly network?: INetwork },
  { node, network: own }: ICluster,
): Problem[] {
  const { network } = reached;
  if (network === undefined || network === own || network.vpcId === own.vpcId) {
    return [];
  }
  const what = `"${reached.node.path}" stands in the network "${network.node.path}", the cluster "${node.path}" in "${own.node.path}"`;
  const fix =
    'write network: the network of the cluster; where the two are linked, take what fromAttributes makes of it, with the ranges that it lets in';
  return [{ code: 'vpc-other', what, value: network.node.path, fix }];
}
