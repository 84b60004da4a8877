import { RamRole as RamRoleL1 } from '@cdktf/provider-alicloud/lib/ram-role';
import { RamRolePolicyAttachment } from '@cdktf/provider-alicloud/lib/ram-role-policy-attachment';
import { Construct, type IConstruct } from 'constructs';
import { adopt } from '../core/adopt';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import type { IGrantee, Permission } from '../core/grantee';
import { checkedId } from '../core/ids';
import { NAME_RULES, nameProblems, physicalName } from '../core/names';
import { ramJson } from './ram-json';
import { uidProblems } from './ram-uid';
import {
  RAM_ROLE_ATTRIBUTES_FORMS,
  RAM_ROLE_DEFAULTS,
  RAM_ROLE_FORMS,
  ramRoleProblems,
  type RamRoleAttributes,
  type RamRoleProps,
} from './ram-role-props';
import { trustDocument } from './ram-trust';
import { RolePolicies } from './role-policies';

/** A RAM role, created here or existing. */
export interface IRamRole extends IGrantee {
  /** Known at synth where the role is made in this program. */
  readonly roleName: string;
  /** Digits by which ACK knows the role; absent when an existing role does not say. */
  readonly roleId?: string;
}

/**
 * A RAM role: rights that somebody can take for a while, without a key that could leak. It may nothing by itself;
 * `bucket.grantRead(role)` and its like add what it needs and no more.
 *
 * Creates `alicloud_ram_role`, and `alicloud_ram_role_policy_attachment` for system policies; each grant adds one
 * `alicloud_ram_policy` with its attachment. Free.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class RamRole extends Construct implements IRamRole {
  readonly resource: RamRoleL1;
  readonly roleName: string;
  readonly roleId: string;
  /** ARN of the role, such as `acs:ram::1234567890123456:role/shop`. */
  readonly arn: string;
  /** The policies that grants gave the role. */
  readonly policies: RolePolicies;

  constructor(scope: Construct, id: string, props: RamRoleProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, RAM_ROLE_FORMS));
    const p = withDefaults(props, RAM_ROLE_DEFAULTS);
    reject(this, ramRoleProblems(p));
    this.roleName = p.name ?? p.adopt ?? physicalName(this, NAME_RULES.ramRole);
    this.resource = new RamRoleL1(this, 'Resource', {
      roleName: this.roleName,
      description: p.description,
      assumeRolePolicyDocument: ramJson(trustDocument(p.trust)),
      maxSessionDuration: p.maxSessionHours * 3600,
    });
    adopt(this.resource, p.adopt);
    this.roleId = this.resource.roleId;
    this.arn = this.resource.arn;
    this.policies = new RolePolicies(this);
    p.systemPolicies.forEach((policy) => this.attach(policy));
  }

  /** A role that exists; what it is granted is made in the stack of `scope`. */
  static fromAttributes(scope: Construct, id: string, attributes: RamRoleAttributes): IRamRole {
    return new ImportedRamRole(scope, id, attributes);
  }

  allow(on: IConstruct, permissions: readonly Permission[]): void {
    this.policies.allow(this, this.resource.roleName, on, permissions);
  }

  private attach(policyName: string): void {
    const { roleName } = this.resource;
    new RamRolePolicyAttachment(this, `system-${policyName}`, { roleName, policyName, policyType: 'System' });
  }
}

class ImportedRamRole extends Construct implements IRamRole {
  readonly roleName: string;
  readonly roleId?: string;
  private readonly policies = new RolePolicies(this);

  constructor(scope: Construct, id: string, attributes: RamRoleAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, RAM_ROLE_ATTRIBUTES_FORMS));
    reject(this, [
      ...nameProblems('roleName', attributes.roleName, NAME_RULES.ramRole),
      ...uidProblems('roleId', attributes.roleId),
    ]);
    this.roleName = attributes.roleName;
    this.roleId = attributes.roleId;
  }

  allow(on: IConstruct, permissions: readonly Permission[]): void {
    this.policies.allow(this, this.roleName, on, permissions);
  }
}
