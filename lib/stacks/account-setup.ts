import { RamRole } from '@cdktf/provider-alicloud/lib/ram-role';
import { RamRolePolicyAttachment } from '@cdktf/provider-alicloud/lib/ram-role-policy-attachment';
import { ResourceManagerServiceLinkedRole } from '@cdktf/provider-alicloud/lib/resource-manager-service-linked-role';
import type { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { distinctList, oneOf } from '../core/checks';
import { withDefaults } from '../core/defaults';
import { quote, reject, type Problem } from '../core/errors';
import { formProblems, listOf, needed, object, text, word, type Forms } from '../core/forms';
import type { RoleNeeded } from '../core/roles';
import { ackRole, trustPolicy } from '../security/account-roles';
import { activate, SERVICES, type Service } from './activation';
import { CloudStack, type CloudStackProps } from './cloud-stack';

export interface AccountSetupProps extends CloudStackProps {
  /**
   * Roles to make, usually `rolesNeeded(app)` of the App that needs them. The list decides alone: nothing is looked up,
   * because a role that a look-up finds would be destroyed by the next apply.
   */
  readonly roles: readonly RoleNeeded[];
  /**
   * Roles out of `roles` that the account has already, such as those that the console made: they are imported, not
   * created. ACK roles by their name, service-linked roles as `<service>:<role name>`.
   * @default none
   */
  readonly existing?: readonly string[];
  /**
   * Services to open. **They are opened while Terraform plans, before anybody confirms**, and are never closed again.
   * @default none
   */
  readonly activate?: readonly Service[];
}

const ROLE = object<RoleNeeded>({
  name: needed(word, '"AliyunCSDefaultRole"'),
  kind: needed((prop, value) => oneOf(prop, value, ['ack-role', 'service-linked-role']), '"ack-role"'),
  why: needed(text, '"what needs it"'),
});

const ACCOUNT_SETUP_FORMS: Forms<Pick<AccountSetupProps, 'roles' | 'existing' | 'activate'>> = {
  roles: needed(listOf(needed(ROLE, 'one of rolesNeeded(app)')), 'rolesNeeded(app)'),
  existing: listOf(word),
  activate: listOf(word),
};

/** What an account set-up does when a prop is left out. */
export const ACCOUNT_SETUP_DEFAULTS = Object.freeze({
  existing: Object.freeze([]) as readonly string[],
  activate: Object.freeze([]) as readonly Service[],
});

/**
 * What an account needs once before its first cluster: the RAM roles that ACK assumes, service-linked roles, and
 * services that are opened. A stack of its own, applied once per account by its owner: never beside a cluster, whose
 * `destroy` would take the roles from every other cluster. Creates `alicloud_ram_role`,
 * `alicloud_ram_role_policy_attachment` and `alicloud_resource_manager_service_linked_role`; free.
 *
 * @throws InputError `list-duplicate`, `choice-invalid`
 */
export class AccountSetup extends CloudStack {
  constructor(scope: Construct, id: string, props: AccountSetupProps) {
    const { roles, existing, activate: services, ...stack } = Object(props) as AccountSetupProps;
    super(scope, id, stack);
    reject(this, formProblems({ roles, existing, activate: services }, ACCOUNT_SETUP_FORMS));
    const p = withDefaults(props, ACCOUNT_SETUP_DEFAULTS);
    reject(this, problemsIn(p.roles, p.existing, p.activate));
    p.activate.forEach((service) => activate(this, service));
    for (const role of p.roles) {
      if (role.kind === 'service-linked-role') {
        const linked = new ResourceManagerServiceLinkedRole(this, idOf(role.name), { serviceName: role.name });
        adopt(
          linked,
          p.existing.find((name) => serviceOf(name) === role.name),
        );
      } else {
        this.makeAckRole(role, p.existing.includes(role.name));
      }
    }
  }

  private makeAckRole(needed: RoleNeeded, exists: boolean): void {
    const { name, service, policy } = ackRole(needed);
    const role = new RamRole(this, idOf(name), {
      roleName: name,
      description: needed.why,
      assumeRolePolicyDocument: trustPolicy(service),
    });
    const attachment = new RamRolePolicyAttachment(this, `${idOf(name)}-policy`, {
      roleName: role.roleName,
      policyName: policy,
      policyType: 'System',
    });
    adopt(role, exists ? name : undefined);
    adopt(attachment, exists ? `role:${policy}:System:${name}` : undefined);
  }
}

/** The service of `<service>:<role name>`; the name of an ACK role is all there is. */
function serviceOf(existing: string): string {
  return existing.split(':')[0]!;
}

function idOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

/** A service-linked role is imported by its service and its name. */
function linkedNameProblems(existing: string, roles: readonly RoleNeeded[]): Problem[] {
  const linked = roles.some(({ name, kind }) => kind === 'service-linked-role' && name === existing);
  const what = `existing ${quote(existing)} does not say which role of the service it is`;
  const fix = `write "${existing}:<role name>", with the name that the RAM console shows, such as "AliyunServiceRoleFor..."`;
  return linked ? [{ code: 'value-missing', what, value: existing, fix }] : [];
}

function problemsIn(
  roles: readonly RoleNeeded[],
  existing: readonly string[],
  services: readonly Service[],
): Problem[] {
  const names = roles.map(({ name }) => name);
  return [
    ...(roles.length === 0 && services.length > 0 ? [] : distinctList('roles', names, 'rolesNeeded(app)')),
    ...existing.flatMap((name) => [...oneOf('existing', serviceOf(name), names), ...linkedNameProblems(name, roles)]),
    ...services.flatMap((service) => oneOf('activate', service, SERVICES)),
    ...(services.length > 0 ? distinctList('activate', services, '["ack"]') : []),
  ];
}
