import { Cloud } from '../../src/cloud/cloud';
import type { Obj } from '../../src/cty/value';
import { refusals } from '../../src/rules';
import type { Change } from '../../src/rules/rule';

/** A cloud that holds these things: type, id, values. */
export function cloudOf(...things: readonly (readonly [string, string, Obj, string?])[]): Cloud {
  const cloud = new Cloud();
  things.forEach(([type, id, values, cluster]) => cloud.put(type, id, { id, ...values }, cluster));
  return cloud;
}

/** What the cloud says against a change: the first line of each refusal. */
export const refused = (
  cloud: Cloud,
  action: Change['action'],
  type: string,
  values: Obj,
  cluster?: string,
): string[] =>
  refusals({ action, type, values, config: values, prior: null, cluster }, cloud).map(
    ({ detail }) => detail.split('\n')[0]!,
  );

export const VPC = ['alicloud_vpc', 'vpc-a', { cidr_block: '10.0.0.0/16' }] as const;
export const VSWITCH = ['alicloud_vswitch', 'vsw-a', { vpc_id: 'vpc-a', cidr_block: '10.0.1.0/24' }] as const;
