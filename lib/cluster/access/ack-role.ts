import type { IConstruct } from 'constructs';
import { quote, type Problem } from '../../core/errors';
import { choiceOf, construct, listOf, needed, textOr, type Form } from '../../core/forms';
import { kubernetesNameProblems } from '../../core/kubernetes-names';
import type { Dependable } from '../../core/network';
import { isToken } from '../../core/tokens';
import type { INamespace } from '../../core/workload';

/** A ClusterRole that a workload stack makes. */
export interface MadeClusterRole extends IConstruct {
  readonly roleName: string;
  readonly resource: Dependable;
}

/** A role of ACK for a whole cluster, or for all of them. */
export interface WholeClusterRole {
  readonly kind: 'admin' | 'operator' | 'developer' | 'restricted' | 'custom';
  /** The ClusterRole, or its name, for `custom`. */
  readonly name?: string | MadeClusterRole;
  readonly namespaces?: undefined;
}

/** A role of ACK for some namespaces of a cluster. */
export interface NamespacedRole {
  readonly kind: 'developer' | 'restricted' | 'custom';
  readonly name?: string | MadeClusterRole;
  readonly namespaces: readonly (string | INamespace)[];
}

/** A role of ACK and, where it is not for the whole cluster, its namespaces. Create one with {@link AckRole}. */
export type AckRoleData = WholeClusterRole | NamespacedRole;

/** Namespaces that a role is for. */
export interface InNamespaces {
  /**
   * The namespaces, or their names. They have to exist when the permissions are applied: for those of a workload stack,
   * create the `ClusterAccess` in that stack.
   */
  readonly namespaces: readonly (string | INamespace)[];
}

function developer(): WholeClusterRole;
function developer(where: InNamespaces): NamespacedRole;
function developer(where?: InNamespaces): AckRoleData {
  return role('developer', where);
}

function restricted(): WholeClusterRole;
function restricted(where: InNamespaces): NamespacedRole;
function restricted(where?: InNamespaces): AckRoleData {
  return role('restricted', where);
}

function custom(name: string | MadeClusterRole): WholeClusterRole;
function custom(name: string | MadeClusterRole, where: InNamespaces): NamespacedRole;
function custom(name: string | MadeClusterRole, where?: InNamespaces): AckRoleData {
  return Object.freeze({ ...role('custom', where), name });
}

function role(kind: NamespacedRole['kind'], where?: InNamespaces): AckRoleData {
  return Object.freeze(where === undefined ? { kind } : { kind, namespaces: where.namespaces });
}

/** The roles that ACK has in every cluster. Those that may only be given for a whole cluster take no namespaces. */
export const AckRole = Object.freeze({
  /** Everything in the cluster, the rights of others included. */
  admin: (): WholeClusterRole => Object.freeze({ kind: 'admin' }),
  /** Everything in all namespaces; nodes, volumes, namespaces and quotas to look at and change, no rights of others. */
  operator: (): WholeClusterRole => Object.freeze({ kind: 'operator' }),
  /** What runs in the namespaces, to change; of the whole cluster without namespaces. */
  developer,
  /** What runs in the namespaces, to look at; of the whole cluster without namespaces. */
  restricted,
  /** A ClusterRole of the cluster, by its name or as a `ClusterRole` of the same workload stack. */
  custom,
});

/** What the API calls them. */
const API_NAMES = Object.freeze({ admin: 'admin', operator: 'ops', developer: 'dev', restricted: 'restricted' });

/** One permission as the provider takes it; `cluster` is empty for all clusters. */
export interface PermissionRow {
  readonly cluster: string;
  readonly roleType: 'cluster' | 'namespace' | 'all-clusters';
  readonly roleName: string;
  readonly namespace: string;
  readonly isCustom: boolean;
}

/** The permissions of a role in one cluster, or in all of them where `cluster` is `undefined`; by namespace. */
export function permissionRows(cluster: string | undefined, data: AckRoleData): readonly PermissionRow[] {
  const isCustom = data.kind === 'custom';
  const roleName = data.kind === 'custom' ? roleNameOf(data.name!) : API_NAMES[data.kind];
  if (data.namespaces !== undefined) {
    return data.namespaces
      .map(namespaceNameOf)
      .sort()
      .map((namespace) => ({ cluster: cluster!, roleType: 'namespace', roleName, namespace, isCustom }));
  }
  const roleType = cluster === undefined ? 'all-clusters' : 'cluster';
  return [{ cluster: cluster ?? '', roleType, roleName, namespace: '', isCustom }];
}

/** What has to exist before the role can be given. */
export function madeBefore({ name, namespaces = [] }: AckRoleData): readonly IConstruct[] {
  return [...namespaces, name].filter((one) => typeof one === 'object');
}

/** The resources of what has to exist. */
export function resourcesBefore({ name, namespaces = [] }: AckRoleData): readonly Dependable[] {
  const role = typeof name === 'object' ? [name.resource] : [];
  return [...role, ...namespaces.flatMap((one) => (typeof one === 'object' ? one.ready : []))];
}

function namespaceNameOf(namespace: string | INamespace): string {
  return typeof namespace === 'object' ? namespace.namespaceName : namespace;
}

function roleNameOf(role: string | MadeClusterRole): string {
  return typeof role === 'object' ? role.roleName : role;
}

const NAMESPACE = construct(['namespaceName', 'ready'], 'new Namespace(...), or its name');
const CLUSTER_ROLE = construct(['roleName', 'resource'], 'new ClusterRole(...), or its name');
const NAMESPACES: Form = listOf(textOr(NAMESPACE));

/** The form of a role. */
export const ACK_ROLE_FORM: Form = choiceOf(
  {
    admin: {},
    operator: {},
    developer: { namespaces: NAMESPACES },
    restricted: { namespaces: NAMESPACES },
    custom: { name: needed(textOr(CLUSTER_ROLE), '"my-cluster-role"'), namespaces: NAMESPACES },
  },
  "AckRole.developer({ namespaces: ['shop'] }), AckRole.restricted(), AckRole.operator(), AckRole.admin(), AckRole.custom('my-role')",
);

/** Problems with a role: no namespace, one twice, names that Kubernetes does not have. */
export function ackRoleProblems(prop: string, data: AckRoleData): Problem[] {
  return [
    ...(data.namespaces === undefined
      ? []
      : namespacesProblems(`${prop}.namespaces`, data.namespaces.map(namespaceNameOf))),
    ...(data.kind === 'custom' ? customProblems(`${prop}.name`, roleNameOf(data.name!)) : []),
  ];
}

function namespacesProblems(prop: string, namespaces: readonly string[]): Problem[] {
  if (isToken(namespaces)) {
    return [];
  }
  const fix = `write ${prop}: ['shop'], or leave namespaces out for the whole cluster`;
  const none: Problem[] = [
    { code: 'list-empty', what: `${prop} names no namespace: the role would give nothing`, value: namespaces, fix },
  ];
  const twice = namespaces.filter((name, index) => namespaces.indexOf(name) !== index);
  return [
    ...(namespaces.length === 0 ? none : []),
    ...namespaces.flatMap((name, index) => kubernetesNameProblems(`${prop}[${index}]`, name)),
    ...twice.map((name) => ({
      code: 'list-duplicate' as const,
      what: `${prop} names ${quote(name)} twice`,
      value: name,
      fix: `name ${quote(name)} once`,
    })),
  ];
}

function customProblems(prop: string, name: string): Problem[] {
  if (isToken(name) || /^[A-Za-z0-9]([A-Za-z0-9:._-]*[A-Za-z0-9])?$/.test(name)) {
    return [];
  }
  const what = `${prop} ${quote(name)} is no name of a ClusterRole`;
  return [{ code: 'kubernetes-name', what, value: name, fix: `write ${prop}: "release-manager"` }];
}
