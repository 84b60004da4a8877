import { CsKubernetesPermissions } from '@cdktf/provider-alicloud/lib/cs-kubernetes-permissions';
import { RamPolicy } from '@cdktf/provider-alicloud/lib/ram-policy';
import { RamRolePolicyAttachment } from '@cdktf/provider-alicloud/lib/ram-role-policy-attachment';
import { RamUserPolicyAttachment } from '@cdktf/provider-alicloud/lib/ram-user-policy-attachment';
import { dependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import { withDefaults } from '../../core/defaults';
import { quote, reject, type Problem } from '../../core/errors';
import { formProblems } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { NAME_RULES, physicalName } from '../../core/names';
import type { Dependable } from '../../core/network';
import { CLUSTER_FORM } from '../../core/seam-forms';
import { addTreeCheck } from '../../core/tree';
import { waitFor } from '../../core/wait-for';
import { ramJson } from '../../security/ram-json';
import { policyDocument } from '../../security/ram-policy-document';
import {
  permissionRows,
  resourcesBefore,
  type AckRoleData,
  type PermissionRow,
  type WholeClusterRole,
} from './ack-role';
import {
  CLUSTER_ACCESS_DEFAULTS,
  CLUSTER_ACCESS_FORMS,
  clusterAccessProblems,
  grantProblems,
  uidOf,
  type ClusterAccessProps,
  type ClusterGrant,
  type Principal,
} from './cluster-access-props';
import { otherOwners } from './one-owner';
import { elsewhere, tooEarly } from './order';

/** What one must be able to do to look at a cluster and to get a kubeconfig for it. */
const LOOK = Object.freeze(['cs:Describe*', 'cs:Get*', 'cs:List*']);

/**
 * What one RAM user or role may do inside clusters: all of it, over all clusters of the account, since ACK keeps the
 * permissions of a principal in one piece. A second owner in the App is refused. Put it in a stack that may read every
 * cluster it names.
 *
 * Creates `alicloud_cs_kubernetes_permissions`, and `alicloud_ram_policy` with its attachment to look at the clusters,
 * without which ACK refuses the rest. Free. Terraform does not read the permissions back: a change by hand is not seen. What
 * the principal was given elsewhere stays, and `destroy` takes back only what is said here.
 *
 * @throws InputError with everything that is wrong with the props; `access-conflict`, and for the tree
 *   `access-duplicate`, `access-empty`
 */
export class ClusterAccess extends Construct {
  readonly resource: CsKubernetesPermissions;
  readonly principal: Principal;
  private readonly look?: RamPolicy;
  private readonly rows = new Map<string, PermissionRow>();
  private readonly before = new Set<Dependable>();
  private readonly watched: ClusterGrant[] = [];

  constructor(scope: Construct, id: string, props: ClusterAccessProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, CLUSTER_ACCESS_FORMS));
    const p = withDefaults(props, CLUSTER_ACCESS_DEFAULTS);
    reject(this, clusterAccessProblems(p.principal, p.look));
    this.principal = p.principal;
    this.look = p.look.kind === 'granted' ? this.makePolicy() : undefined;
    if (this.look) {
      this.before.add(this.attach(this.look));
    }
    this.resource = new CsKubernetesPermissions(this, 'Resource', { uid: uidOf(p.principal)! });
    p.grants.forEach(({ cluster, role }) => this.grant(cluster, role));
    addTreeCheck(this, (all) => [...otherOwners(this, all), ...this.nothing(), ...tooEarly(this, this.watched, all)]);
  }

  /**
   * Gives the principal a role in a cluster, or in some of its namespaces. The same twice is once.
   *
   * @throws InputError `access-conflict` when it has another role there: ACK keeps one for each scope
   */
  grant(cluster: ICluster, role: AckRoleData): this {
    reject(this, [...CLUSTER_FORM('cluster', cluster), ...grantProblems('role', role)]);
    reject(this, elsewhere(cluster, role));
    this.add(permissionRows(cluster.clusterId, role), cluster.node.path);
    this.wait(role);
    this.watched.push({ cluster, role });
    return this;
  }

  /**
   * Gives the principal a role in every cluster of the account, those to come included.
   *
   * @throws InputError `access-conflict`
   */
  grantEverywhere(role: WholeClusterRole): this {
    const problems = grantProblems('role', role);
    const { namespaces } = Object(role) as Partial<AckRoleData>;
    const what = `role.namespaces ${quote(namespaces)}: a role for every cluster is for all of each`;
    const fix = "leave namespaces out, or write grant(cluster, AckRole.developer({ namespaces: ['shop'] }))";
    reject(
      this,
      problems.length === 0 && namespaces !== undefined
        ? [{ code: 'choice-conflict', what, value: namespaces, fix }]
        : problems,
    );
    this.add(permissionRows(undefined, role), 'every cluster');
    this.wait(role);
    return this;
  }

  private add(rows: readonly PermissionRow[], where: string): void {
    const keyOf = ({ cluster, namespace }: PermissionRow) => `${cluster} ${namespace}`;
    const taken = rows.flatMap((row): Problem[] => {
      const other = this.rows.get(keyOf(row));
      if (other === undefined || other.roleName === row.roleName) {
        return [];
      }
      const scope = row.namespace === '' ? where : `namespace ${quote(row.namespace)} of ${where}`;
      const what = `${scope}: the role ${quote(row.roleName)}, after ${quote(other.roleName)}; ACK keeps one for each scope`;
      return [{ code: 'access-conflict', what, value: row.roleName, fix: 'decide for one of the two' }];
    });
    reject(this, taken);
    rows.forEach((row) => this.rows.set(keyOf(row), row));
    this.put();
  }

  /** Waits for namespaces and roles of the same stack. */
  private wait(role: AckRoleData): void {
    waitFor(this, resourcesBefore(role))?.forEach((one) => this.before.add(one));
    this.resource.dependsOn = this.before.size > 0 ? [...this.before].map((one) => dependable(one)) : undefined;
  }

  /** Puts the whole list again. */
  private put(): void {
    const isRamRole = !('uid' in this.principal);
    const all = [...this.rows.values()];
    this.resource.putPermissions(
      all.map(({ cluster, roleType, roleName, namespace, isCustom }) => ({
        cluster,
        roleType,
        roleName,
        namespace,
        isCustom,
        isRamRole,
      })),
    );
    if (this.look) {
      this.look.policyDocument = lookDocument(all);
    }
  }

  private makePolicy(): RamPolicy {
    return new RamPolicy(this, 'look', {
      policyName: physicalName(this, NAME_RULES.ramPolicy),
      policyDocument: lookDocument([]),
      rotateStrategy: 'DeleteOldestNonDefaultVersionWhenLimitExceeded',
    });
  }

  private attach({ policyName }: RamPolicy): { readonly fqn: string } {
    const policy = { policyName, policyType: 'Custom' };
    return 'uid' in this.principal
      ? new RamUserPolicyAttachment(this, 'look-attachment', { ...policy, userName: this.principal.userName! })
      : new RamRolePolicyAttachment(this, 'look-attachment', { ...policy, roleName: this.principal.roleName });
  }

  private nothing(): Problem[] {
    const what = `"${this.principal.node.path}" gets no role in any cluster`;
    const fix = "write .grant(cluster, AckRole.developer({ namespaces: ['shop'] })), or leave it out";
    return this.rows.size === 0 ? [{ code: 'access-empty', what, fix }] : [];
  }
}

function lookDocument(rows: readonly PermissionRow[]): string {
  const clusters = [...new Set(rows.map(({ cluster }) => (cluster === '' ? '*' : cluster)))];
  const named = clusters.includes('*') ? ['*'] : clusters;
  return ramJson(
    policyDocument([{ actions: LOOK, resources: named.map((cluster) => `acs:cs:*:*:cluster/${cluster}`) }]),
  );
}
