import type { ICluster } from '../../core/cluster';
import { quote, type Problem } from '../../core/errors';
import { choiceOf, listOf, needed, object, type Form, type Forms } from '../../core/forms';
import { CLUSTER_FORM } from '../../core/seam-forms';
import type { IRamRole } from '../../security/ram-role';
import type { IRamUser } from '../../security/ram-user';
import { ACK_ROLE_FORM, ackRoleProblems, type AckRoleData } from './ack-role';

/** Who is let into clusters: a RAM user, or a RAM role that people or programs take. */
export type Principal = IRamUser | IRamRole;

/** A role of ACK in a cluster. */
export interface ClusterGrant {
  readonly cluster: ICluster;
  readonly role: AckRoleData;
}

/** How the principal may ask the cloud about its clusters, as plain data. Create one with {@link ClusterLook}. */
export type ClusterLookData = { readonly kind: 'granted' | 'existing' };

/** ACK lets somebody into a cluster only who may already look at it in RAM. */
export const ClusterLook = Object.freeze({
  /** A RAM policy, made here, to look at the granted clusters and to get a kubeconfig for them: no more. */
  granted: (): ClusterLookData => Object.freeze({ kind: 'granted' }),
  /** The principal has one already, such as `AliyunCSReadOnlyAccess`. */
  existing: (): ClusterLookData => Object.freeze({ kind: 'existing' }),
});

export interface ClusterAccessProps {
  /**
   * Who is let in. All permissions of one principal over all clusters of the account are one thing to ACK, so one
   * `ClusterAccess` has them all. Changing it replaces the permissions.
   */
  readonly principal: Principal;
  /** Roles in clusters; `grant` adds more. Changed in place. @default none yet */
  readonly grants?: readonly ClusterGrant[];
  /**
   * How the principal may look at the clusters in RAM.
   * @default ClusterLook.granted()
   */
  readonly look?: ClusterLookData;
}

/** What access is when a prop is left out. */
export const CLUSTER_ACCESS_DEFAULTS = Object.freeze({
  grants: Object.freeze([]) as readonly ClusterGrant[],
  look: ClusterLook.granted(),
});

const principalForm: Form = (prop, value) => {
  const given = Object(value) as Partial<IRamUser & IRamRole>;
  const known = given.node !== undefined && (typeof given.uid === 'string' || typeof given.roleName === 'string');
  const what = `${prop} ${quote(value)} is neither a RAM user nor a RAM role`;
  const fix = `write ${prop}: RamUser.fromAttributes(cloud, 'ada', { uid: '200123456789012345', userName: 'ada' })`;
  return known ? [] : [{ code: 'type-invalid', what, value, fix }];
};

export const CLUSTER_ACCESS_FORMS: Forms<ClusterAccessProps> = {
  principal: needed(principalForm, "RamUser.fromAttributes(cloud, 'ada', { uid: '...' })"),
  grants: listOf(
    object<ClusterGrant>({
      cluster: needed(CLUSTER_FORM, 'cluster'),
      role: needed(ACK_ROLE_FORM, "AckRole.developer({ namespaces: ['shop'] })"),
    }),
  ),
  look: choiceOf({ granted: {}, existing: {} }, 'ClusterLook.granted(), ClusterLook.existing()'),
};

/** The id by which ACK knows a principal; `undefined` for an existing role that does not say. */
export function uidOf(principal: Principal): string | undefined {
  return 'uid' in principal ? principal.uid : principal.roleId;
}

/** Everything that is wrong with the props, apart from their forms. */
export function clusterAccessProblems(principal: Principal, look: ClusterLookData): Problem[] {
  const problems: Problem[] = [];
  if (uidOf(principal) === undefined) {
    const what = `the id of the RAM role "${(principal as IRamRole).roleName}" is not known; ACK knows roles by their ids`;
    const fix = "name roleId: '300123456789012345' in RamRole.fromAttributes";
    problems.push({ code: 'value-missing', what, value: principal.node.path, fix });
  }
  if (look.kind === 'granted' && 'uid' in principal && principal.userName === undefined) {
    const what = `the name of the RAM user ${quote(principal.uid)} is not known, so it cannot be given a RAM policy`;
    const fix = "name userName: 'ada' in RamUser.fromAttributes, or write look: ClusterLook.existing()";
    problems.push({ code: 'value-missing', what, value: principal.uid, fix });
  }
  return problems;
}

/** Problems with one grant. */
export function grantProblems(prop: string, role: unknown): Problem[] {
  const form = ACK_ROLE_FORM(prop, role);
  return form.length > 0 ? form : ackRoleProblems(prop, role as AckRoleData);
}
