import { trimmedFile, type Configuration } from './jcasc-values';
import type { LdapLogin, LoginData, OidcLogin } from './login';

/**
 * How people log in.
 *
 * Source: https://github.com/jenkinsci/configuration-as-code-plugin/tree/master/demos/embedded-userdatabase, .../demos/ldap,
 * https://github.com/jenkinsci/oic-auth-plugin/blob/master/docs/configuration/README.md
 */
export function securityRealm(login: LoginData): Configuration {
  switch (login.kind) {
    case 'local': {
      const { name, passwordFile } = login.administrator;
      return { local: { allowsSignup: false, users: [{ id: name, name, password: trimmedFile(passwordFile) }] } };
    }
    case 'ldap':
      return ldap(login);
    case 'oidc':
      return oidc(login);
  }
}

function ldap({ server, root, manager, ...search }: LdapLogin): Configuration {
  const configuration = {
    server,
    rootDN: root,
    managerDN: manager.dn,
    managerPasswordSecret: trimmedFile(manager.passwordFile),
    userSearch: search.userSearch,
    userSearchBase: search.userSearchBase,
    groupSearchBase: search.groupSearchBase,
  };
  return {
    ldap: {
      configurations: [configuration],
      cache: { size: 100, ttl: 60 },
      userIdStrategy: 'caseInsensitive',
      groupIdStrategy: 'caseSensitive',
    },
  };
}

function oidc({ wellKnownUrl, clientId, clientSecretFile, scopes, userClaim, groupsClaim }: OidcLogin): Configuration {
  return {
    oic: {
      serverConfiguration: { wellKnown: { wellKnownOpenIDConfigurationUrl: wellKnownUrl, scopesOverride: scopes } },
      clientId,
      clientSecret: trimmedFile(clientSecretFile),
      userNameField: userClaim,
      fullNameFieldName: 'name',
      emailFieldName: 'email',
      groupsFieldName: groupsClaim,
      logoutFromOpenidProvider: true,
      properties: ['pkce'],
    },
  };
}
