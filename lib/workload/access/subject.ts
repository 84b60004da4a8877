import { quote, type Problem } from '../../core/errors';
import type { Form } from '../../core/forms';
import type { IServiceAccount } from '../../core/service-account';
import { isToken } from '../../core/tokens';
import type { IRamRole } from '../../security/ram-role';
import type { IRamUser } from '../../security/ram-user';

/** Who has rights in a cluster, by name. Create one with {@link Subject}. */
export type SubjectData =
  { readonly kind: 'user'; readonly name: string } | { readonly kind: 'group'; readonly name: string };

/** Who has rights in a cluster: a RAM user or role, a service account, or somebody by name. */
export type SubjectLike = IRamUser | IRamRole | IServiceAccount | SubjectData;

/** Somebody by the name that Kubernetes knows. */
export const Subject = Object.freeze({
  /** A user. A RAM user or role is known to ACK by its id, and better named as `RamUser` or `RamRole`. */
  user: (name: string): SubjectData => Object.freeze({ kind: 'user', name }),
  /** A group, such as one of an identity provider of yours, or `system:serviceaccounts:<namespace>`. */
  group: (name: string): SubjectData => Object.freeze({ kind: 'group', name }),
});

/** A subject as Kubernetes takes it. */
export interface RbacSubject {
  readonly kind: 'User' | 'Group' | 'ServiceAccount';
  readonly name: string;
  readonly apiGroup?: string;
  readonly namespace?: string;
}

const RBAC = 'rbac.authorization.k8s.io';

/** The subject that somebody is. ACK knows RAM users and roles by their ids. */
export function subjectOf(who: SubjectLike): RbacSubject {
  if ('accountName' in who) {
    return { kind: 'ServiceAccount', name: who.accountName, namespace: who.namespace.namespaceName };
  }
  if ('kind' in who) {
    return { kind: who.kind === 'group' ? 'Group' : 'User', name: who.name, apiGroup: RBAC };
  }
  return { kind: 'User', name: 'uid' in who ? who.uid : who.roleId!, apiGroup: RBAC };
}

/** The form of somebody. */
export const SUBJECT_FORM: Form = (prop, value) => {
  const given = Object(value) as Readonly<Record<string, unknown>>;
  const named = (given.kind === 'user' || given.kind === 'group') && typeof given.name === 'string';
  const made =
    given.node !== undefined && ['uid', 'roleName', 'accountName'].some((key) => typeof given[key] === 'string');
  if (named || made) {
    return [];
  }
  const what = `${prop} ${quote(value)} is nobody that a cluster knows`;
  const fix = `write ${prop}: RamUser.fromAttributes(...), a ServiceAccount, or Subject.group('developers')`;
  return [{ code: 'type-invalid', what, value, fix }];
};

/** Groups that everybody is in, or to whom no rule applies. */
const NOBODY: Readonly<Record<string, string>> = Object.freeze({
  'system:masters': 'may do everything, whatever is bound',
  'system:anonymous': 'is everybody who does not say who they are',
  'system:unauthenticated': 'is everybody who does not say who they are',
  'system:authenticated': 'is everybody who has any account, of every namespace',
  'system:serviceaccounts': 'is every program of the cluster',
});

/** Problems with somebody: no name, a name that means everybody, a RAM role whose id is not known. */
export function subjectProblems(prop: string, who: SubjectLike): Problem[] {
  if ('accountName' in who) {
    return [];
  }
  if ('kind' in who) {
    return namedProblems(prop, who);
  }
  if ('uid' in who || who.roleId !== undefined) {
    return [];
  }
  const what = `${prop}: the id of the RAM role "${who.roleName}" is not known; ACK knows roles by their ids`;
  const fix = "name roleId: '300123456789012345' in RamRole.fromAttributes";
  return [{ code: 'value-missing', what, value: who.roleName, fix }];
}

function namedProblems(prop: string, { kind, name }: SubjectData): Problem[] {
  if (isToken(name)) {
    return [];
  }
  const why = name.trim() === '' ? 'is empty' : Object.hasOwn(NOBODY, name) ? NOBODY[name] : accountAsUser(kind, name);
  const what = `${prop}: the ${kind} ${quote(name)} ${why}`;
  return why === undefined
    ? []
    : [
        {
          code: 'rbac-subject',
          what,
          value: name,
          fix: 'name those who are meant, such as Subject.group("developers")',
        },
      ];
}

function accountAsUser(kind: SubjectData['kind'], name: string): string | undefined {
  return kind === 'user' && name.startsWith('system:serviceaccount:')
    ? 'is a service account: hand over the ServiceAccount'
    : undefined;
}
