import { text } from '../cty/value';
import type { Rule } from './rule';

/** An enhanced NAT gateway (the only kind that can be bought) stands in a vSwitch of its VPC. */
export const natNeedsVswitch: Rule = {
  name: 'nat-needs-vswitch',
  source:
    'https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-createnatgateway-natgws (VSwitchId)',
  types: ['alicloud_nat_gateway'],
  on: ['create'],
  check({ values }, cloud) {
    const id = text(values.vswitch_id);
    if (!id) {
      return [{ what: 'MissingParameter: VSwitchId; a NAT gateway stands in a vSwitch', fix: 'set vswitch_id' }];
    }
    const vpc = text(cloud.get('alicloud_vswitch', id)?.values.vpc_id);
    return vpc !== undefined && vpc !== values.vpc_id
      ? [
          {
            what: `vSwitch ${id} is of ${vpc}, the gateway of ${text(values.vpc_id)}`,
            fix: 'take a vSwitch of the same VPC',
            path: ['vswitch_id'],
          },
        ]
      : [];
  },
};
