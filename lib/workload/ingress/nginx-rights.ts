import { ClusterRoleBindingV1 } from '@cdktf/provider-kubernetes/lib/cluster-role-binding-v1';
import { ClusterRoleV1 } from '@cdktf/provider-kubernetes/lib/cluster-role-v1';
import { RoleBindingV1 } from '@cdktf/provider-kubernetes/lib/role-binding-v1';
import { RoleV1 } from '@cdktf/provider-kubernetes/lib/role-v1';
import type { Construct } from 'constructs';
import type { Dependable } from '../../core/network';
import type { INamespace } from '../../core/workload';
import { roleRef, ruleBlocks, subjects } from '../access/role-config';
import type { ServiceAccount } from '../access/service-account';
import { CLUSTER_RULES, ownRules } from './nginx-config';

/**
 * What the account of the controller may do: to see in the whole cluster what Ingresses lead to, and to write their addresses.
 * Nothing is warned of here, since nothing could be left out.
 */
export function nginxRights(
  scope: Construct,
  namespace: INamespace,
  account: ServiceAccount,
  className: string,
): readonly Dependable[] {
  const name = `ingress-${className}`;
  const subject = subjects([account]);
  const role = new ClusterRoleV1(scope, 'cluster-role', { metadata: { name }, rule: ruleBlocks(CLUSTER_RULES) });
  const binding = new ClusterRoleBindingV1(scope, 'cluster-role-binding', {
    metadata: { name },
    roleRef: roleRef('ClusterRole', role.metadata.name),
    subject,
  });
  const metadata = { name, namespace: namespace.namespaceName };
  const own = new RoleV1(scope, 'role', {
    metadata,
    rule: ruleBlocks(ownRules(className)),
    dependsOn: [...namespace.ready],
  });
  const ownBinding = new RoleBindingV1(scope, 'role-binding', {
    metadata,
    roleRef: roleRef('Role', own.metadata.name),
    subject,
    dependsOn: [...namespace.ready],
  });
  return [binding, ownBinding];
}
