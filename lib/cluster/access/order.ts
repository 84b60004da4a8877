import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import { quote, type Problem } from '../../core/errors';
import type { INamespace } from '../../core/workload';
import { madeBefore, type AckRoleData } from './ack-role';
import type { ClusterGrant } from './cluster-access-props';

/** Problems with namespaces that are in another cluster than the role. */
export function elsewhere(cluster: ICluster, { namespaces = [] }: AckRoleData): Problem[] {
  return namespaces
    .filter((one): one is INamespace => typeof one === 'object' && one.cluster !== cluster)
    .map((one) => ({
      code: 'choice-conflict' as const,
      what: `namespace ${quote(one.namespaceName)} is in the cluster "${one.cluster.node.path}", the role in "${cluster.node.path}"`,
      value: one.node.path,
      fix: 'name namespaces of the same cluster',
    }));
}

/**
 * Problems with namespaces and roles that a stack makes which is applied later: ACK would bind somebody to what does not
 * exist yet.
 */
export function tooEarly(access: IConstruct, grants: readonly ClusterGrant[], all: readonly IConstruct[]): Problem[] {
  const own = TerraformStack.of(access);
  const later = grants.flatMap(({ cluster, role }) =>
    [...madeBefore(role), ...namedIn(cluster, role, all)].filter((made) => {
      const stack = TerraformStack.of(made);
      return stack !== own && !own.dependsOn(stack) && isMade(made);
    }),
  );
  return [...new Set(later)].map((made) => {
    const stack = TerraformStack.of(made).node.path;
    const what = `"${made.node.path}" is made by the stack "${stack}", which is not applied before "${own.node.path}"`;
    const fix = `create this ClusterAccess in "${stack}", with the ${'namespaceName' in made ? 'Namespace' : 'ClusterRole'} itself`;
    return { code: 'access-order' as const, what, value: made.node.path, fix };
  });
}

/** Namespaces of the program whose names the role has as text. */
function namedIn(cluster: ICluster, { namespaces = [] }: AckRoleData, all: readonly IConstruct[]): IConstruct[] {
  return all.filter((one) => {
    const { namespaceName, cluster: its } = one as Partial<INamespace>;
    return namespaceName !== undefined && its === cluster && namespaces.includes(namespaceName) && 'ready' in one;
  });
}

/** What the program creates: an imported thing has no resource. */
function isMade(construct: IConstruct): boolean {
  return 'resource' in construct;
}
