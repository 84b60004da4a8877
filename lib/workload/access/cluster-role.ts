import { ClusterRoleBindingV1 } from '@cdktf/provider-kubernetes/lib/cluster-role-binding-v1';
import { ClusterRoleV1 } from '@cdktf/provider-kubernetes/lib/cluster-role-v1';
import { RoleBindingV1 } from '@cdktf/provider-kubernetes/lib/role-binding-v1';
import { Construct } from 'constructs';
import { adopt, adoptedName } from '../../core/adopt';
import { reject } from '../../core/errors';
import { formProblems } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { kubernetesName, kubernetesNameProblems } from '../../core/kubernetes-names';
import { warn } from '../../core/warnings';
import type { INamespace } from '../../core/workload';
import { workplaceOf } from '../../core/workplace';
import { changes, ruleProblems, ruleWarnings } from './rbac-rule';
import { ROLE_FORMS, type RoleProps } from './role';
import { roleRef, ruleBlocks, subjects, whoProblems } from './role-config';
import type { SubjectLike } from './subject';
import { everywhereText, otherClusters } from './team-problems';

/**
 * Rights on things that are in no namespace (nodes, volumes), or in many, and who has them. `AckRole.custom` names it.
 *
 * Creates `kubernetes_cluster_role_v1`; with `grantTo` one `kubernetes_cluster_role_binding_v1`, with `grantIn` one
 * `kubernetes_role_binding_v1` for each namespace. Free.
 *
 * @throws InputError with everything that is wrong with the props; `no-workload-stack`
 */
export class ClusterRole extends Construct {
  readonly resource: ClusterRoleV1;
  readonly roleName: string;
  private readonly bindings = new Map<string, ClusterRoleBindingV1 | RoleBindingV1>();
  private readonly who = new Map<string, readonly SubjectLike[]>();
  private readonly changes: boolean;

  constructor(scope: Construct, id: string, props: RoleProps) {
    super(scope, checkedId(scope, id));
    const { stack } = workplaceOf(this);
    reject(this, formProblems(props, ROLE_FORMS));
    reject(this, [...kubernetesNameProblems('name', props.name), ...ruleProblems('rules', props.rules)]);
    ruleWarnings(props.rules).forEach(([code, words]) => warn(this, code, words));
    this.roleName = props.name ?? adoptedName(props.adopt) ?? kubernetesName(this, stack);
    this.changes = changes(props.rules);
    this.resource = new ClusterRoleV1(this, 'Resource', {
      metadata: { name: this.roleName },
      rule: ruleBlocks(props.rules),
    });
    adopt(this.resource, props.adopt);
  }

  /** Gives the rights to somebody, in every namespace and on what is in none. @throws InputError `rbac-subject`, `list-empty` */
  grantTo(...who: readonly SubjectLike[]): this {
    reject(this, whoProblems('who', who));
    if (this.changes && !this.bindings.has('')) {
      warn(this, 'rbac-everywhere', everywhereText('this cluster role'));
    }
    return this.bind('', who, (subject, role) => {
      const metadata = { name: this.roleName };
      return new ClusterRoleBindingV1(this, 'binding', { metadata, roleRef: role, subject });
    });
  }

  /** Gives the rights to somebody in one namespace only. @throws InputError `rbac-subject`, `list-empty` */
  grantIn(namespace: INamespace, ...who: readonly SubjectLike[]): this {
    reject(this, [...otherClusters('namespace', [namespace], workplaceOf(this).cluster), ...whoProblems('who', who)]);
    const { namespaceName, ready } = namespace;
    return this.bind(namespaceName, who, (subject, role) => {
      const metadata = { name: this.roleName, namespace: namespaceName };
      return new RoleBindingV1(this, `binding-${namespaceName}`, {
        metadata,
        roleRef: role,
        subject,
        dependsOn: [...ready],
      });
    });
  }

  private bind(
    where: string,
    who: readonly SubjectLike[],
    make: (
      subject: ReturnType<typeof subjects>,
      role: ReturnType<typeof roleRef>,
    ) => ClusterRoleBindingV1 | RoleBindingV1,
  ): this {
    const all = [...(this.who.get(where) ?? []), ...who];
    this.who.set(where, all);
    const binding =
      this.bindings.get(where) ?? make(subjects(all), roleRef('ClusterRole', this.resource.metadata.name));
    this.bindings.set(where, binding);
    binding.putSubject(subjects(all));
    return this;
  }
}
