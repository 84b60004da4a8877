import { text } from '../cty/value';
import { texts } from './look';
import type { Rule } from './rule';

/** Attributes that hold the id of a thing of one type. Things that nobody rehearsed (an existing VPC) are not judged. */
const REFERENCES: Readonly<Record<string, string>> = {
  vpc_id: 'alicloud_vpc',
  vswitch_id: 'alicloud_vswitch',
  vswitch_ids: 'alicloud_vswitch',
  security_group_id: 'alicloud_security_group',
  nat_gateway_id: 'alicloud_nat_gateway',
};

/** A thing made by this rehearsal: simulated ids carry the mark. */
const SIMULATED = /^[a-z]+-rh[a-z0-9]{10,}$/;

/** What is referenced by a simulated id must still exist. */
export const referencesExist: Rule = {
  name: 'references-exist',
  source:
    'https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvswitch (InvalidVpcId.NotFound, and its like in every product)',
  types: ['alicloud_*'],
  on: ['create', 'update'],
  check({ config }, cloud) {
    return Object.entries(REFERENCES).flatMap(([name, type]) => {
      const given = text(config[name]);
      const ids = (given === undefined ? texts(config[name]) : given.split(',')).filter((id) => SIMULATED.test(id));
      return ids
        .filter((id) => cloud.all(type).length > 0 && !cloud.get(type, id))
        .map((id) => ({
          what: `NotFound: ${name} ${id} does not exist`,
          fix: `refer to a living ${type.replace('alicloud_', '')}`,
          path: [name],
        }));
    });
  },
};
