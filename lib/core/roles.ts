import type { IConstruct } from 'constructs';

/** A RAM role or a service activation that an account must have once, before the first apply. */
export interface RoleNeeded {
  /** Role name, such as `AliyunCSManagedNetworkRole`; for a service-linked role, the service, such as `eci.aliyuncs.com`. */
  readonly name: string;
  readonly kind: 'ack-role' | 'service-linked-role';
  /** What does not work without it. */
  readonly why: string;
}

const ROLES = Symbol.for('alicloud-constructs/rolesNeeded');
type NeedsRoles = { [ROLES]?: RoleNeeded[] };

/** Declares what a construct needs of the account; `rolesNeeded` collects it. */
export function needRoles(construct: IConstruct, roles: readonly RoleNeeded[]): void {
  const holder = construct as NeedsRoles;
  if (!holder[ROLES]) {
    Object.defineProperty(construct, ROLES, { value: [] });
  }
  holder[ROLES]!.push(...roles);
}

/**
 * The RAM roles that a tree (an App, a stack, one construct) needs in the account, each once, sorted by name. Pass
 * them to `AccountSetup`, or hand the list to the owner of the account.
 */
export function rolesNeeded(root: IConstruct): readonly RoleNeeded[] {
  const byName = new Map<string, RoleNeeded>();
  for (const construct of root.node.findAll()) {
    for (const role of (construct as NeedsRoles)[ROLES] ?? []) {
      byName.set(role.name, byName.get(role.name) ?? role);
    }
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
