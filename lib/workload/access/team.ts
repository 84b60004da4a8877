import { ClusterRoleBindingV1 } from '@cdktf/provider-kubernetes/lib/cluster-role-binding-v1';
import { ClusterRoleV1 } from '@cdktf/provider-kubernetes/lib/cluster-role-v1';
import { RoleBindingV1 } from '@cdktf/provider-kubernetes/lib/role-binding-v1';
import { RoleV1 } from '@cdktf/provider-kubernetes/lib/role-v1';
import { Construct } from 'constructs';
import { reject } from '../../core/errors';
import { construct, formProblems, listOf, needed, text, type Forms } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { kubernetesName, kubernetesNameProblems } from '../../core/kubernetes-names';
import { warn } from '../../core/warnings';
import type { INamespace } from '../../core/workload';
import { workplaceOf } from '../../core/workplace';
import { DUTY_FORM, roleOfDuty, type DutyData, type RoleOfDuty } from './duty';
import { changes, ruleProblems, ruleWarnings } from './rbac-rule';
import { roleRef, ruleBlocks, subjects, whoProblems } from './role-config';
import { SUBJECT_FORM, type SubjectLike } from './subject';
import { everywhereText, teamNamespaces } from './team-problems';

export interface TeamProps {
  /**
   * Who is in it: RAM users and roles, groups, service accounts. RAM users and roles must be let into the cluster, too:
   * `ClusterAccess`, or at least a RAM policy to look at it. Changed in place.
   * @throws InputError `rbac-subject`, `list-empty`
   */
  readonly members: readonly SubjectLike[];
  /**
   * Where: namespaces of the stack's cluster, or `all` of them, those to come included. Changed in place.
   * @throws InputError `list-empty`, `list-duplicate`
   */
  readonly namespaces: readonly INamespace[] | 'all';
  /**
   * What they may do there: `May.view()`, `.deploy()`, `.admin()`, `.rules([...])`. Another kind replaces the bindings.
   * @throws InputError `rbac-wildcard`, `rbac-escalation`, `rbac-names`
   */
  readonly may: DutyData;
  /**
   * Name of roles and bindings in the cluster. Changing it replaces them.
   * @default the path below the stack, joined by hyphens
   * @throws InputError `kubernetes-name`
   */
  readonly name?: string;
}

const NAMESPACE = construct(['namespaceName', 'cluster', 'ready'], 'new Namespace(...)');

const TEAM_FORMS: Forms<TeamProps> = {
  members: needed(listOf(SUBJECT_FORM), "[RamUser.fromAttributes(apps, 'ada', { uid: '...' })]"),
  namespaces: needed((prop, value) => (value === 'all' ? [] : listOf(NAMESPACE)(prop, value)), '[shop]'),
  may: needed(DUTY_FORM, 'May.deploy()'),
  name: text,
};

/**
 * People who work on something together, and what they may do in its namespaces.
 *
 * Creates for each namespace one `kubernetes_role_binding_v1`, and one `kubernetes_role_v1` where no role of Kubernetes
 * says it; with `namespaces: 'all'` one `kubernetes_cluster_role_binding_v1`, and a `kubernetes_cluster_role_v1`. Free.
 *
 * @throws InputError with everything that is wrong with the props; `no-workload-stack`
 */
export class Team extends Construct {
  /** Name of its roles and bindings. */
  readonly teamName: string;

  constructor(scope: Construct, id: string, props: TeamProps) {
    super(scope, checkedId(scope, id));
    const { cluster, stack } = workplaceOf(this);
    reject(this, formProblems(props, TEAM_FORMS));
    const { members, namespaces, may } = props;
    reject(this, [
      ...kubernetesNameProblems('name', props.name),
      ...whoProblems('members', members),
      ...(namespaces === 'all' ? [] : teamNamespaces(namespaces, cluster)),
      ...(may.kind === 'rules' ? ruleProblems('may.rules', may.rules) : []),
    ]);
    this.teamName = props.name ?? kubernetesName(this, stack);
    const role = roleOfDuty(may);
    if (may.kind === 'rules') {
      ruleWarnings(may.rules).forEach(([code, words]) => warn(this, code, words));
    }
    if (namespaces === 'all') {
      this.everywhere(role, members, may);
    } else {
      namespaces.forEach((namespace) => this.in(namespace, role, members));
    }
  }

  private in({ namespaceName, ready }: INamespace, role: RoleOfDuty, members: readonly SubjectLike[]): void {
    const metadata = { name: this.teamName, namespace: namespaceName };
    const own =
      'rules' in role &&
      new RoleV1(this, `role-${namespaceName}`, { metadata, rule: ruleBlocks(role.rules), dependsOn: [...ready] });
    new RoleBindingV1(this, `binding-${namespaceName}`, {
      metadata,
      roleRef: own ? roleRef('Role', own.metadata.name) : roleRef('ClusterRole', builtIn(role)),
      subject: subjects(members),
      dependsOn: [...ready],
    });
  }

  private everywhere(role: RoleOfDuty, members: readonly SubjectLike[], { kind }: DutyData): void {
    const metadata = { name: this.teamName };
    if (kind === 'admin' || ('rules' in role && changes(role.rules))) {
      warn(this, 'rbac-everywhere', everywhereText(`the team "${this.teamName}"`));
    }
    const own = 'rules' in role && new ClusterRoleV1(this, 'role', { metadata, rule: ruleBlocks(role.rules) });
    new ClusterRoleBindingV1(this, 'binding', {
      metadata,
      roleRef: roleRef('ClusterRole', own ? own.metadata.name : builtIn(role)),
      subject: subjects(members),
    });
  }
}

function builtIn(role: RoleOfDuty): string {
  return (role as { readonly builtIn: string }).builtIn;
}
