import { isList, isObj, text, type Obj } from '../cty/value';
import type { Cloud } from './cloud';

/** What ACK deletes with a cluster when nobody says otherwise, as the provider's page of `delete_options` has it. */
const UNSAID: Readonly<Record<string, boolean>> = {
  SLB: true,
  ALB: false,
  PrivateZone: false,
  SLS_Data: false,
  SLS_ControlPlane: false,
};

/** Which option speaks of which type. */
const OPTION_OF: Readonly<Record<string, string>> = {
  alicloud_slb_load_balancer: 'SLB',
  alicloud_nlb_load_balancer: 'SLB',
  alicloud_alb_load_balancer: 'ALB',
  alicloud_pvtz_zone: 'PrivateZone',
  alicloud_log_project: 'SLS_ControlPlane',
};

/** The tag by which ACK knows what its controllers made. */
const OWNER = 'ack.aliyun.com';

/** Deletes with a cluster what its controllers made, as far as its delete options say so. What is retained stays. */
export function takeAlong(cloud: Cloud, cluster: Obj): void {
  const options = isList(cluster.delete_options) ? cluster.delete_options.filter(isObj) : [];
  const deletes = (option: string): boolean => {
    const said = options.find((one) => text(one.resource_type) === option);
    return said === undefined ? UNSAID[option]! : text(said.delete_mode) === 'delete';
  };
  cloud
    .all(...Object.keys(OPTION_OF))
    .filter(({ values }) => isObj(values.tags) && values.tags[OWNER] === cluster.id)
    .filter(({ type }) => deletes(OPTION_OF[type]!))
    .forEach(({ type, id, cluster: place }) => cloud.remove(type, id, place));
}
