import { text } from '../cty/value';
import { CLUSTER_TYPES, vpcOf } from './look';
import { overlap, rangeOf } from './ranges';
import type { Rule } from './rule';

/** Clusters of one VPC may share a service range but not the range of their pods: routes lead there. */
export const podRangesOfOneVpc: Rule = {
  name: 'pod-ranges-of-one-vpc',
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/plan-cidr-blocks-for-an-ack-cluster-1',
  types: CLUSTER_TYPES,
  on: ['create'],
  check({ values }, cloud) {
    const range = rangeOf(values.pod_cidr);
    const vpc = vpcOf(cloud, values);
    if (!range || vpc === undefined) {
      return [];
    }
    return cloud
      .all(...CLUSTER_TYPES)
      .filter((other) => other.id !== values.id && vpcOf(cloud, other.values) === vpc)
      .filter((other) => {
        const taken = rangeOf(other.values.pod_cidr);
        return taken !== undefined && overlap(taken, range);
      })
      .map((other) => ({
        what: `pod_cidr ${text(values.pod_cidr)} meets the pods of cluster ${text(other.values.name) ?? other.id} in the same VPC`,
        fix: 'give each cluster of a VPC its own pod range',
        path: ['pod_cidr'],
      }));
  },
};
