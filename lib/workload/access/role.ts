import { RoleBindingV1 } from '@cdktf/provider-kubernetes/lib/role-binding-v1';
import { RoleV1 } from '@cdktf/provider-kubernetes/lib/role-v1';
import { Construct } from 'constructs';
import { adopt, adoptedName } from '../../core/adopt';
import { reject } from '../../core/errors';
import { formProblems, type Forms, listOf, needed, text, word } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { kubernetesName, kubernetesNameProblems } from '../../core/kubernetes-names';
import { warn } from '../../core/warnings';
import { namespaceOf, type INamespace } from '../../core/workload';
import { RBAC_RULE_FORM, ruleProblems, ruleWarnings, type RbacRule } from './rbac-rule';
import { roleRef, ruleBlocks, subjects, whoProblems } from './role-config';
import type { SubjectLike } from './subject';

export interface RoleProps {
  /**
   * What the role may do. Changed in place.
   * @throws InputError `rbac-wildcard`, `rbac-escalation`, `rbac-names`, `list-empty`
   */
  readonly rules: readonly RbacRule[];
  /**
   * Name in the namespace. Changing it replaces role and binding.
   * @default the path below the namespace, joined by hyphens
   * @throws InputError `kubernetes-name`
   */
  readonly name?: string;
  /**
   * Takes over the role that exists instead of creating one, and has its name unless `name` says the same. Import id:
   * `<namespace>/<name>`, of a ClusterRole `<name>`.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name or namespace than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
}

export const ROLE_FORMS: Forms<RoleProps> = {
  rules: needed(listOf(RBAC_RULE_FORM), "[{ resources: ['configmaps'], verbs: ['get'] }]"),
  name: text,
  adopt: word,
};

/**
 * Rights in one namespace, and who has them. For people prefer a `Team`; this is for programs: what a controller or a
 * pipeline may do through the Kubernetes API.
 *
 * Creates `kubernetes_role_v1`, and with the first `grantTo` one `kubernetes_role_binding_v1`. Free.
 *
 * @throws InputError with everything that is wrong with the props; `no-namespace`
 */
export class Role extends Construct {
  readonly resource: RoleV1;
  readonly roleName: string;
  readonly namespace: INamespace;
  private binding?: RoleBindingV1;
  private who: readonly SubjectLike[] = [];

  constructor(scope: Construct, id: string, props: RoleProps) {
    super(scope, checkedId(scope, id));
    this.namespace = namespaceOf(this);
    reject(this, formProblems(props, ROLE_FORMS));
    reject(this, [...kubernetesNameProblems('name', props.name), ...ruleProblems('rules', props.rules)]);
    ruleWarnings(props.rules).forEach(([code, words]) => warn(this, code, words));
    this.roleName = props.name ?? adoptedName(props.adopt) ?? kubernetesName(this, this.namespace);
    this.resource = new RoleV1(this, 'Resource', {
      metadata: { name: this.roleName, namespace: this.namespace.namespaceName },
      rule: ruleBlocks(props.rules),
      dependsOn: [...this.namespace.ready],
    });
    adopt(this.resource, props.adopt);
  }

  /**
   * Gives the rights to somebody.
   *
   * @throws InputError `rbac-subject`, `value-missing`, `list-empty`
   */
  grantTo(...who: readonly SubjectLike[]): this {
    reject(this, whoProblems('who', who));
    this.who = [...this.who, ...who];
    const subject = subjects(this.who);
    this.binding ??= new RoleBindingV1(this, 'binding', {
      metadata: { name: this.roleName, namespace: this.namespace.namespaceName },
      roleRef: roleRef('Role', this.resource.metadata.name),
      subject,
    });
    this.binding.putSubject(subject);
    return this;
  }
}
