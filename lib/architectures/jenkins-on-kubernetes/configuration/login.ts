/** How people log in to Jenkins, as plain data. Create one with {@link Login}. */
export type LoginData =
  | { readonly kind: 'local'; readonly administrator: LocalAdministrator }
  | ({ readonly kind: 'ldap' } & LdapLogin)
  | ({ readonly kind: 'oidc' } & OidcLogin);

/** The one account of a Jenkins without a directory. */
export interface LocalAdministrator {
  readonly name: string;
  /** File in the controller with the password. */
  readonly passwordFile: string;
}

/** A directory of LDAP. */
export interface LdapLogin {
  /** `ldaps://ldap.example.com:636`. */
  readonly server: string;
  /** Where people and groups are: `dc=example,dc=com`. */
  readonly root: string;
  /** Filter that finds somebody by what was typed: `uid={0}`. */
  readonly userSearch: string;
  /** Below the root: `ou=people`. */
  readonly userSearchBase?: string;
  /** Below the root: `ou=groups`. */
  readonly groupSearchBase?: string;
  /** As whom Jenkins searches, and the file in the controller with that account's password. */
  readonly manager: { readonly dn: string; readonly passwordFile: string };
}

/** A provider of OpenID Connect, such as IDaaS. */
export interface OidcLogin {
  /** Where the provider describes itself: `https://.../.well-known/openid-configuration`. */
  readonly wellKnownUrl: string;
  readonly clientId: string;
  /** File in the controller with the client's secret. */
  readonly clientSecretFile: string;
  readonly scopes: string;
  /** Claims with the name of a user, and the groups. */
  readonly userClaim: string;
  readonly groupsClaim: string;
}

/** How people log in to Jenkins; one way only. */
export const Login = Object.freeze({
  /** One administrator, whose password is in a file. Nobody can sign up. */
  local: (administrator: LocalAdministrator): LoginData =>
    Object.freeze({ kind: 'local', administrator: Object.freeze({ ...administrator }) }),
  /** By a directory; accounts and groups are the directory's. */
  ldap: (ldap: LdapLogin): LoginData => Object.freeze({ kind: 'ldap', ...ldap }),
  /** By a provider of OpenID Connect; accounts and groups are the provider's. */
  oidc: (
    oidc: Omit<OidcLogin, 'scopes' | 'userClaim' | 'groupsClaim'> &
      Partial<Pick<OidcLogin, 'scopes' | 'userClaim' | 'groupsClaim'>>,
  ): LoginData =>
    Object.freeze({
      kind: 'oidc',
      wellKnownUrl: oidc.wellKnownUrl,
      clientId: oidc.clientId,
      clientSecretFile: oidc.clientSecretFile,
      scopes: oidc.scopes ?? 'openid profile email groups',
      userClaim: oidc.userClaim ?? 'preferred_username',
      groupsClaim: oidc.groupsClaim ?? 'groups',
    }),
});
