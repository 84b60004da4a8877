import { text } from '../cty/value';
import { rangesOfVpc } from './look';
import { contains, rangeOf } from './ranges';
import type { Rule } from './rule';

/** A vSwitch lies inside one range of its VPC. */
export const vswitchInsideVpc: Rule = {
  name: 'vswitch-inside-vpc',
  source: 'https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvswitch (CidrBlock)',
  types: ['alicloud_vswitch'],
  on: ['create'],
  check({ values }, cloud) {
    const range = rangeOf(values.cidr_block);
    const ranges = rangesOfVpc(cloud, text(values.vpc_id) ?? '');
    if (!range || ranges.length === 0) {
      return [];
    }
    if (range.mask < 16 || range.mask > 29) {
      return [
        {
          what: `the mask of a vSwitch is 16 to 29, not ${range.mask}`,
          fix: 'choose another prefix length',
          path: ['cidr_block'],
        },
      ];
    }
    const inside = ranges.some((one) => contains(one.range, range));
    const names = ranges.map(({ cidr }) => cidr).join(', ');
    return inside
      ? []
      : [
          {
            what: `InvalidCidrBlock: ${text(values.cidr_block)} is not inside the VPC's ${names}`,
            fix: 'take a range out of the VPC',
            path: ['cidr_block'],
          },
        ];
  },
};
