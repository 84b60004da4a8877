import type { IConstruct } from 'constructs';
import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';
import { uidOf, type Principal } from './cluster-access-props';

/** What owns the permissions of a principal: a `ClusterAccess`, or a resource that the user wrote. */
interface Owner extends IConstruct {
  readonly terraformResourceType: string;
  readonly uidInput?: string;
}

const TYPE = 'alicloud_cs_kubernetes_permissions';

/**
 * Problem when something else in the program owns the permissions of the same principal: both would write the same
 * thing in ACK, and each apply would undo the other.
 */
export function otherOwners(
  access: IConstruct & { readonly principal: Principal; readonly resource: IConstruct },
  all: readonly IConstruct[],
): Problem[] {
  const { principal, resource } = access;
  const owners = all.filter(isOwner).filter((one) => one === resource || samePrincipal(one, principal));
  // The later of two accesses says it; a resource of the user's cannot.
  const first = owners.find(
    (one, index) => one !== resource && (index < owners.indexOf(resource as Owner) || isRaw(one)),
  );
  if (first === undefined) {
    return [];
  }
  const path = isRaw(first) ? first.node.path : first.node.scope!.node.path;
  const who = 'uid' in principal ? `RAM user ${shown(principal.uid)}` : `RAM role "${principal.roleName}"`;
  const what = `the permissions of the ${who} are owned by "${path}" too; ACK keeps them in one piece, the two would undo each other`;
  const fix = `keep one of them, in a stack that may read all of its clusters, and write .grant(cluster, ...) on it for the other`;
  return [{ code: 'access-duplicate', what, value: uidOf(principal), fix }];
}

function shown(uid: string): string {
  return isToken(uid) ? 'of this program' : quote(uid);
}

function isOwner(construct: IConstruct): construct is Owner {
  return (construct as Partial<Owner>).terraformResourceType === TYPE;
}

function isRaw({ node }: Owner): boolean {
  return (node.scope as { principal?: Principal } | undefined)?.principal === undefined;
}

function samePrincipal(owner: Owner, principal: Principal): boolean {
  const { principal: other } = (owner.node.scope ?? {}) as { principal?: Principal };
  const uid = uidOf(principal)!;
  return other === principal || (!isToken(uid) && owner.uidInput === uid);
}
