import { RamPolicy } from '@cdktf/provider-alicloud/lib/ram-policy';
import { RamRolePolicyAttachment } from '@cdktf/provider-alicloud/lib/ram-role-policy-attachment';
import { Construct, type IConstruct } from 'constructs';
import { reject } from '../core/errors';
import type { Permission } from '../core/grantee';
import { NAME_RULES, physicalName } from '../core/names';
import { warn } from '../core/warnings';
import { ramJson } from './ram-json';
import { distinct, policyDocument, policyProblems } from './ram-policy-document';

/** Custom policies that a role can have in an account that asked for no more. */
const MAX_ROLE_POLICIES = 10;

/**
 * The custom policies of one role, one for each construct that it may use: a policy is as long as what it is about is
 * used, and what it allows is read in one place.
 */
export class RolePolicies {
  private readonly byPath = new Map<string, RolePolicy>();

  /** @param role the construct that is warned when there are too many */
  constructor(private readonly role: IConstruct) {}

  /**
   * Allows the permissions on a construct, in a policy below `scope`.
   *
   * @param roleName a reference to the role where it is made in the same stack, otherwise its name
   */
  allow(scope: Construct, roleName: string, on: IConstruct, permissions: readonly Permission[]): void {
    const { path } = on.node;
    const policy = this.byPath.get(path) ?? new RolePolicy(scope, `policy-${path.replaceAll('/', '.')}`, roleName);
    policy.add(permissions);
    this.byPath.set(path, policy);
    if (this.byPath.size === MAX_ROLE_POLICIES + 1) {
      const text = `the role gets more than ${MAX_ROLE_POLICIES} custom policies: ask for a larger quota of RAM first`;
      warn(this.role, 'policy-count', text);
    }
  }
}

/** One custom policy and its attachment to a role. */
class RolePolicy extends Construct {
  private readonly resource: RamPolicy;
  private permissions: readonly Permission[] = [];

  constructor(scope: Construct, id: string, roleName: string) {
    super(scope, id);
    this.resource = new RamPolicy(this, 'Resource', {
      policyName: physicalName(this, NAME_RULES.ramPolicy),
      policyDocument: ramJson(policyDocument([])),
      // RAM keeps five versions of a policy and refuses the sixth change otherwise.
      rotateStrategy: 'DeleteOldestNonDefaultVersionWhenLimitExceeded',
    });
    new RamRolePolicyAttachment(this, 'attachment', {
      roleName,
      policyName: this.resource.policyName,
      policyType: 'Custom',
    });
  }

  add(permissions: readonly Permission[]): void {
    const all = distinct([...this.permissions, ...permissions]);
    const document = policyDocument(all);
    reject(this, policyProblems(document));
    this.permissions = all;
    this.resource.policyDocument = ramJson(document);
  }
}
