import { any, choiceOf, needed, text, word, type Form } from '../../core/forms';
import { SECRET_FORM, type JenkinsSecretValue } from './jenkins-secret-value';

/** How people log in, as plain data. Create one with {@link JenkinsLogin}. */
export type JenkinsLoginData =
  | { readonly kind: 'local'; readonly user: string }
  | ({ readonly kind: 'ldap' } & LdapAsk)
  | ({ readonly kind: 'oidc' } & OidcAsk);

/** A directory of LDAP. */
export interface LdapAsk {
  /** `ldaps://ldap.example.com:636`. */
  readonly server: string;
  /** Where people and groups are: `dc=example,dc=com`. */
  readonly root: string;
  /** Filter that finds somebody by what was typed. @default "uid={0}" */
  readonly userSearch?: string;
  /** Below the root. @default the root */
  readonly userSearchBase?: string;
  /** Below the root. @default the root */
  readonly groupSearchBase?: string;
  /** As whom Jenkins searches. */
  readonly manager: { readonly dn: string; readonly password: JenkinsSecretValue };
}

/** A provider of OpenID Connect, such as IDaaS. */
export interface OidcAsk {
  /** Where the provider describes itself: `https://.../.well-known/openid-configuration`. */
  readonly wellKnownUrl: string;
  readonly clientId: string;
  readonly clientSecret: JenkinsSecretValue;
  /** @default "openid profile email groups" */
  readonly scopes?: string;
  /** Claim with the name of a user. @default "preferred_username" */
  readonly userClaim?: string;
  /** Claim with the groups. @default "groups" */
  readonly groupsClaim?: string;
}

/** How people log in; one way only. Changing it starts the controller anew. */
export const JenkinsLogin = Object.freeze({
  /**
   * One administrator, whose password is drawn at random and kept in a Secret. Nobody can sign up. For a team take a directory.
   *
   * @param options user: name of the account, `admin`
   */
  local: (options: { readonly user?: string } = {}): JenkinsLoginData =>
    Object.freeze({ kind: 'local', user: options.user ?? 'admin' }),
  /** By a directory; accounts and groups are the directory's. Name the administrators in `people`. */
  ldap: (ldap: LdapAsk): JenkinsLoginData => Object.freeze({ kind: 'ldap', ...ldap }),
  /** By a provider of OpenID Connect; accounts and groups are the provider's. Name the administrators in `people`. */
  oidc: (oidc: OidcAsk): JenkinsLoginData => Object.freeze({ kind: 'oidc', ...oidc }),
});

const MANAGER: Form = (prop, value) => {
  const { dn, password } = Object(value) as { dn?: unknown; password?: unknown };
  return [
    ...needed(word, '"cn=jenkins,dc=example,dc=com"')(`${prop}.dn`, dn),
    ...needed(SECRET_FORM, '{ secret: "ldap", key: "password" }')(`${prop}.password`, password),
  ];
};

/** The form of a way to log in. */
export const LOGIN_FORM: Form = choiceOf(
  {
    local: { user: word },
    ldap: {
      server: needed(word, '"ldaps://ldap.example.com:636"'),
      root: needed(word, '"dc=example,dc=com"'),
      userSearch: text,
      userSearchBase: text,
      groupSearchBase: text,
      manager: needed(MANAGER, '{ dn, password }'),
    },
    oidc: {
      wellKnownUrl: needed(word, '"https://idp.example.com/.well-known/openid-configuration"'),
      clientId: needed(word, '"jenkins"'),
      clientSecret: needed(SECRET_FORM, '{ secret: "oidc", key: "secret" }'),
      scopes: any,
      userClaim: any,
      groupsClaim: any,
    },
  },
  'JenkinsLogin.local(), JenkinsLogin.ldap({...}), JenkinsLogin.oidc({...})',
);
