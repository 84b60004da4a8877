import { wholeNumber } from '../core/checks';
import type { Resolved } from '../core/defaults';
import { quote, type Problem } from '../core/errors';
import { any, choiceOf, construct, listOf, needed, object, text, word, type Forms } from '../core/forms';
import { NAME_RULES, nameProblems } from '../core/names';
import type { AccountName, TrustData } from './ram-trust';
import { trustProblems } from './ram-trust';

export interface RamRoleProps {
  /** Who may take the role: `Trust.service(...)`, `.serviceAccounts(...)`, `.accounts(...)`. Changed in place. */
  readonly trust: TrustData;
  /**
   * Name of the role, unique in the account: 1 to 64 letters, digits and hyphens. Changing it replaces the role.
   * @default the stack's name and the construct's path
   * @throws InputError `name-invalid`
   */
  readonly name?: string;
  /** What the role is for, for people, 1 to 1024 characters. Changed in place. @default none */
  readonly description?: string;
  /**
   * Longest session of one who takes it, in hours, 1 to 12. Changed in place.
   * @default 1
   * @throws InputError `number-invalid`
   */
  readonly maxSessionHours?: number;
  /**
   * Names of system policies that the role gets, such as `AliyunContainerRegistryReadOnlyAccess`. They cover whole
   * products: prefer `grant...` of what is to be used. Changed in place.
   * @default none
   */
  readonly systemPolicies?: readonly string[];
  /**
   * Takes over the role of this name instead of creating one, and is its name then. Import id: the role's name.
   * @default none - a new role
   */
  readonly adopt?: string;
}

/** A role that exists. */
export interface RamRoleAttributes {
  /** Its name. */
  readonly roleName: string;
  /**
   * Its id, digits such as `300123456789012345`: what ACK knows the role by. Only needed to give it rights in a cluster.
   * @default none
   */
  readonly roleId?: string;
}

/** What a role is when a prop is left out. */
export const RAM_ROLE_DEFAULTS = Object.freeze({
  maxSessionHours: 1,
  systemPolicies: Object.freeze([]) as readonly string[],
});

/** Props with every default in place. */
export type ResolvedRamRole = Readonly<Resolved<RamRoleProps, typeof RAM_ROLE_DEFAULTS>>;

const ACCOUNT = object<AccountName>({ namespace: needed(word, "'shop'"), name: needed(word, "'web'") });

export const RAM_ROLE_FORMS: Forms<RamRoleProps> = {
  trust: needed(
    choiceOf(
      {
        service: { service: needed(word, "'ecs.aliyuncs.com'") },
        accounts: { accountIds: needed(listOf(word), "['1234567890123456']") },
        'service-accounts': {
          provider: needed(construct(['issuer', 'providerArn'], 'cluster.rrsa'), 'cluster.rrsa'),
          accounts: needed(
            listOf(needed(ACCOUNT, "{ namespace: 'shop', name: 'web' }")),
            "[{ namespace: 'shop', name: 'web' }]",
          ),
        },
      },
      "Trust.service('ecs.aliyuncs.com'), Trust.serviceAccounts(cluster.rrsa, {...}), Trust.accounts('1234567890123456')",
    ),
    "Trust.service('ecs.aliyuncs.com')",
  ),
  name: text,
  description: word,
  maxSessionHours: any,
  systemPolicies: listOf(word),
  adopt: text,
};

export const RAM_ROLE_ATTRIBUTES_FORMS: Forms<RamRoleAttributes> = {
  roleName: needed(word, '"my-role"'),
  roleId: word,
};

/** Everything that is wrong with the props of a role. */
export function ramRoleProblems(p: ResolvedRamRole): Problem[] {
  return [
    ...trustProblems(p.trust),
    ...nameProblems('name', p.name, NAME_RULES.ramRole),
    ...nameProblems('adopt', p.adopt, NAME_RULES.ramRole),
    ...adoptedName(p),
    ...wholeNumber('maxSessionHours', p.maxSessionHours, 1, 12, 'hours'),
    ...twice(p.systemPolicies),
  ];
}

function adoptedName({ name, adopt }: ResolvedRamRole): Problem[] {
  if (name === undefined || adopt === undefined || name === adopt) {
    return [];
  }
  const what = `name ${quote(name)} is not that of the role to adopt, ${quote(adopt)}: the next apply would replace it`;
  return [{ code: 'choice-conflict', what, value: name, fix: 'leave name out: an adopted role has its name' }];
}

function twice(policies: readonly string[]): Problem[] {
  return policies
    .filter((policy, index) => policies.indexOf(policy) !== index)
    .map((policy) => ({
      code: 'list-duplicate' as const,
      what: `systemPolicies names ${quote(policy)} twice`,
      value: policy,
      fix: `name ${quote(policy)} once`,
    }));
}
