import { text } from '../cty/value';
import { CLUSTER_TYPES, rangesOfVpc, vpcOf } from './look';
import { overlap, rangeOf } from './ranges';
import type { Refusal, Rule } from './rule';

/** Pods and Services take addresses that are neither the VPC's nor each other's. */
export const clusterRanges: Rule = {
  name: 'cluster-ranges',
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/plan-cidr-blocks-for-an-ack-cluster-1',
  types: CLUSTER_TYPES,
  on: ['create'],
  check({ values }, cloud) {
    const found: Refusal[] = [];
    const taken = rangesOfVpc(cloud, vpcOf(cloud, values) ?? '').map(({ cidr, range }) => ({
      what: `the VPC's ${cidr}`,
      range,
    }));
    for (const name of ['pod_cidr', 'service_cidr']) {
      const range = rangeOf(values[name]);
      if (!range) {
        continue;
      }
      for (const other of taken.filter((one) => overlap(one.range, range))) {
        found.push({
          what: `${name} ${text(values[name])} meets ${other.what}`,
          fix: 'choose a free private range',
          path: [name],
        });
      }
      taken.push({ what: `${name} ${text(values[name])}`, range });
    }
    return found;
  },
};
