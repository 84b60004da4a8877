import type { CloudView, Thing } from '../cloud/cloud';
import { isList, isObj, text, type Obj, type Value } from '../cty/value';
import { rangeOf, type Range } from './ranges';

/** Texts of a list; empty for anything else. */
export const texts = (value: Value | undefined): string[] =>
  isList(value) ? value.map(text).filter((one): one is string => one !== undefined && one !== '') : [];

/** The objects of a list of blocks. */
export const blocks = (value: Value | undefined): Obj[] =>
  isList(value) ? value.filter(isObj) : isObj(value) ? [value] : [];

/** The ranges of a VPC: its own, its secondary ones, and those added by a resource of their own. */
export function rangesOfVpc(cloud: CloudView, vpcId: string): { cidr: string; range: Range }[] {
  const vpc = cloud.get('alicloud_vpc', vpcId);
  const cidrs = vpc ? [text(vpc.values.cidr_block), ...texts(vpc.values.secondary_cidr_blocks)] : [];
  const added = cloud
    .all('alicloud_vpc_ipv4_cidr_block')
    .filter(({ values }) => values.vpc_id === vpcId)
    .map(({ values }) => text(values.secondary_cidr_block));
  return [...cidrs, ...added].flatMap((cidr) => {
    const range = rangeOf(cidr);
    return cidr !== undefined && range ? [{ cidr, range }] : [];
  });
}

export const CLUSTER_TYPES = [
  'alicloud_cs_managed_kubernetes',
  'alicloud_cs_kubernetes',
  'alicloud_cs_serverless_kubernetes',
  'alicloud_cs_edge_kubernetes',
];

/** Node vSwitches and pod vSwitches of a cluster. */
export const vswitchesOf = (values: Obj): string[] => [
  ...new Set(
    ['vswitch_ids', 'worker_vswitch_ids', 'master_vswitch_ids', 'pod_vswitch_ids', 'vswitch_id'].flatMap((name) => {
      const one = text(values[name]);
      return one ? one.split(',') : texts(values[name]);
    }),
  ),
];

/** The VPC of a cluster, by itself or by its vSwitches. */
export function vpcOf(cloud: CloudView, values: Obj): string | undefined {
  const first = vswitchesOf(values)
    .map((id) => cloud.get('alicloud_vswitch', id))
    .find((one): one is Thing => one !== undefined);
  return text(first?.values.vpc_id) ?? text(values.vpc_id);
}
