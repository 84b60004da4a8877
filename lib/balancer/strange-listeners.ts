import type { IConstruct } from 'constructs';
import type { Problem } from '../core/errors';
import { referencesIn } from '../core/references';

const LISTENERS = ['alicloud_slb_listener', 'alicloud_nlb_listener'];

/** Listeners in Terraform on a balancer: the cloud controller manager and Terraform would undo each other's. */
export function strangeListeners(
  balancer: IConstruct & { readonly balancerId: string },
  all: readonly IConstruct[],
): Problem[] {
  const id = textOf(balancer, balancer.balancerId);
  return all
    .map((one) => one as IConstruct & { terraformResourceType?: string; loadBalancerIdInput?: string })
    .filter(({ terraformResourceType: type }) => type !== undefined && LISTENERS.includes(type))
    .filter((listener) => textOf(listener, listener.loadBalancerIdInput) === id)
    .map((listener) => ({
      code: 'balancer-listener',
      path: listener.node.path,
      what: `"${listener.node.path}" is a listener on "${balancer.node.path}", whose listeners are those of Services`,
      value: listener.node.path,
      fix: 'call expose(balancer, { port: ... }) of the workload instead, or make a balancer of your own for it',
    }));
}

/** A value as Terraform would read it. */
function textOf(at: IConstruct, value: unknown): string {
  return JSON.stringify(referencesIn(at, value).written);
}
