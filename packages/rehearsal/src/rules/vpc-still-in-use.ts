import type { Rule } from './rule';

const TENANTS = ['alicloud_vswitch', 'alicloud_nat_gateway', 'alicloud_security_group', 'alicloud_vpn_gateway'];

/** A VPC is deleted last. */
export const vpcStillInUse: Rule = {
  name: 'vpc-still-in-use',
  source:
    'https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deletevpc (DependencyViolation)',
  types: ['alicloud_vpc'],
  on: ['delete'],
  check({ values }, cloud) {
    return cloud
      .all(...TENANTS)
      .filter((thing) => thing.values.vpc_id === values.id)
      .map((thing) => ({
        what: `DependencyViolation: ${String(values.id)} still holds ${thing.type.replace('alicloud_', '')} ${thing.id}`,
        fix: 'delete what is in the VPC first; reference the VPC by its id so that Terraform knows the order',
      }));
  },
};
