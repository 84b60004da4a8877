import type { IConstruct } from 'constructs';
import type { Problem } from '../core/errors';
import { referencesIn } from '../core/references';
import { byKey, perTree } from '../core/tree';

const LISTENERS = ['alicloud_slb_listener', 'alicloud_nlb_listener', 'alicloud_alb_listener'];

type Listener = IConstruct & { readonly terraformResourceType?: string; readonly loadBalancerIdInput?: string };

/** The listeners of a tree by the balancer that they name. */
const listenersIn = perTree((all) =>
  byKey(all, (one: Listener) =>
    LISTENERS.includes(one.terraformResourceType ?? '') ? textOf(one, one.loadBalancerIdInput) : undefined,
  ),
);

/** Whose the listeners of a balancer are, and what to do instead of writing one. */
const OF_SERVICES = Object.freeze({
  whose: 'those of Services',
  fix: 'call expose(balancer, { port: ... }) of the workload instead, or make a balancer of your own for it',
});

/** Listeners in Terraform on a balancer: a controller in the cluster and Terraform would undo each other's. */
export function strangeListeners(
  balancer: IConstruct,
  balancerId: string,
  all: readonly IConstruct[],
  { whose, fix }: { readonly whose: string; readonly fix: string } = OF_SERVICES,
): Problem[] {
  const listeners = listenersIn(all);
  return listeners.size === 0
    ? []
    : (listeners.get(textOf(balancer, balancerId)) ?? []).map((listener) => ({
        code: 'balancer-listener',
        path: listener.node.path,
        what: `"${listener.node.path}" is a listener on "${balancer.node.path}", whose listeners are ${whose}`,
        value: listener.node.path,
        fix,
      }));
}

/** A value as Terraform would read it. */
function textOf(at: IConstruct, value: unknown): string {
  return JSON.stringify(referencesIn(at, value).written);
}
