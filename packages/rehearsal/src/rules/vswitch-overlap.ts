import { text } from '../cty/value';
import { overlap, rangeOf } from './ranges';
import type { Rule } from './rule';

/** vSwitches of a VPC share no address. */
export const vswitchOverlap: Rule = {
  name: 'vswitch-overlap',
  source:
    'https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvswitch (InvalidCidrBlock.Overlapped)',
  types: ['alicloud_vswitch'],
  on: ['create'],
  check({ values }, cloud) {
    const range = rangeOf(values.cidr_block);
    if (!range) {
      return [];
    }
    return cloud
      .all('alicloud_vswitch')
      .filter((other) => other.values.vpc_id === values.vpc_id && other.id !== values.id)
      .filter((other) => {
        const taken = rangeOf(other.values.cidr_block);
        return taken !== undefined && overlap(taken, range);
      })
      .map((other) => ({
        what: `InvalidCidrBlock.Overlapped: ${text(values.cidr_block)} meets ${text(other.values.cidr_block)} of ${other.id}`,
        fix: 'give each vSwitch a range of its own',
        path: ['cidr_block'],
      }));
  },
};
