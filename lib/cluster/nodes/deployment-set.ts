import { EcsDeploymentSet } from '@cdktf/provider-alicloud/lib/ecs-deployment-set';
import type { Construct } from 'constructs';
import { NAME_RULES, physicalName } from '../../core/names';

/** Whether the nodes of a pool are kept on different hosts, as plain data. Create one with {@link DeploymentSet}. */
export type DeploymentSetData = { readonly kind: 'new' } | { readonly kind: 'existing'; readonly id: string };

/** The ways to keep the nodes of a pool on different physical hosts. At most about 20 nodes per zone then. */
export const DeploymentSet = Object.freeze({
  /** A deployment set made for the pool; free. */
  create: (): DeploymentSetData => Object.freeze({ kind: 'new' }),
  /** A deployment set that exists, by its id `ds-...`. */
  withId: (id: string): DeploymentSetData => Object.freeze({ kind: 'existing', id }),
});

/** Id of the deployment set, made in the pool when it is a new one. */
export function deploymentSetId(pool: Construct, set: DeploymentSetData | undefined): string | undefined {
  if (set?.kind !== 'new') {
    return set?.id;
  }
  return new EcsDeploymentSet(pool, 'deployment-set', {
    deploymentSetName: physicalName(pool, NAME_RULES.network, 'hosts'),
    strategy: 'Availability',
  }).id;
}
