import { choiceOf, needed, text, word, type Form } from '../../core/forms';
import { SECRET_FORM, type JenkinsSecretValue } from './jenkins-secret-value';

/** A credential that pipelines may use, as plain data. Create one with {@link JenkinsCredential}. */
export type JenkinsCredentialData =
  | (Named & { readonly kind: 'login'; readonly user: string; readonly password: JenkinsSecretValue })
  | (Named & { readonly kind: 'ssh-key'; readonly user: string; readonly privateKey: JenkinsSecretValue })
  | (Named & { readonly kind: 'text'; readonly value: JenkinsSecretValue });

interface Named {
  /** By which pipelines and `git.credential` name it. */
  readonly id: string;
  readonly description?: string;
}

/** Credentials that pipelines may use. Everybody who can change a Jenkinsfile can read them. */
export const JenkinsCredential = Object.freeze({
  /** User and password, or user and access token, such as for Git by HTTPS. */
  login: (
    credential: Named & { readonly user: string; readonly password: JenkinsSecretValue },
  ): JenkinsCredentialData => Object.freeze({ kind: 'login', ...credential }),
  /** A private key, such as for Git by SSH. One that may only read is enough to check out. */
  sshKey: (
    credential: Named & { readonly user?: string; readonly privateKey: JenkinsSecretValue },
  ): JenkinsCredentialData => Object.freeze({ kind: 'ssh-key', ...credential, user: credential.user ?? 'git' }),
  /** One text, such as the token of a webhook. */
  text: (credential: Named & { readonly value: JenkinsSecretValue }): JenkinsCredentialData =>
    Object.freeze({ kind: 'text', ...credential }),
});

const NAMED = { id: needed(word, '"git"'), description: text };
const secret = (example: string): Form => needed(SECRET_FORM, example);

/** The form of a credential. */
export const CREDENTIAL_FORM: Form = choiceOf(
  {
    login: { ...NAMED, user: needed(word, '"jenkins"'), password: secret('{ secret: "git", key: "token" }') },
    'ssh-key': { ...NAMED, user: word, privateKey: secret('{ secret: "git", key: "id_ed25519" }') },
    text: { ...NAMED, value: secret('{ secret: "chat", key: "token" }') },
  },
  'JenkinsCredential.login({...}), JenkinsCredential.sshKey({...}), JenkinsCredential.text({...})',
);

/** The secret that a credential holds. */
export function secretOf(credential: JenkinsCredentialData): JenkinsSecretValue {
  switch (credential.kind) {
    case 'login':
      return credential.password;
    case 'ssh-key':
      return credential.privateKey;
    case 'text':
      return credential.value;
  }
}
