import { text } from '../cty/value';
import { blocks } from './look';
import type { Rule } from './rule';

/** The addresses of an SNAT entry are EIPs that are associated with its NAT gateway. */
export const snatNeedsEip: Rule = {
  name: 'snat-needs-eip',
  source:
    'https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-createsnatentry-natgws (SnatIp)',
  types: ['alicloud_snat_entry'],
  on: ['create'],
  check({ values }, cloud) {
    const table = text(values.snat_table_id) ?? '';
    const gateway = cloud
      .all('alicloud_nat_gateway')
      .find((one) => (text(one.values.snat_table_ids) ?? '').split(',').includes(table));
    // Addresses of an intranet gateway are its own.
    if (!gateway || blocks(gateway.values.access_mode).length > 0 || gateway.values.network_type === 'intranet') {
      return [];
    }
    const associated = cloud
      .all('alicloud_eip_association')
      .filter(({ values: one }) => one.instance_id === gateway.id)
      .map(({ values: one }) => text(cloud.find(text(one.allocation_id) ?? '')?.ip_address));
    return (text(values.snat_ip) ?? '')
      .split(',')
      .filter((address) => !associated.includes(address))
      .map((address) => ({
        what: `InvalidIp.NotInNatgw: ${address} is not associated with ${gateway.id}`,
        fix: 'associate the EIP first and make the entry depend on the association',
        path: ['snat_ip'],
      }));
  },
};
