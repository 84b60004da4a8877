import type { RoleNeeded } from '../../core/roles';
import { isAuto, type NodePoolSize } from './size';

/** The RAM roles that ACK needs in the account for a node pool. */
export function nodePoolRoles(size: NodePoolSize): readonly RoleNeeded[] {
  const roles: RoleNeeded[] = [
    { name: 'AliyunCSManagedNlcRole', kind: 'ack-role', why: 'ACK repairs and upgrades nodes' },
    { name: 'AliyunOOSLifecycleHook4CSRole', kind: 'ack-role', why: 'nodes are drained before they are removed' },
  ];
  const autoscaler: RoleNeeded = {
    name: 'AliyunCSManagedAutoScalerRole',
    kind: 'ack-role',
    why: 'the autoscaler adds and removes nodes',
  };
  return isAuto(size) ? [...roles, autoscaler] : roles;
}
