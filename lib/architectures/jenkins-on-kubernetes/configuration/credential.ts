/**
 * A credential of Jenkins, as plain data: its id, by which pipelines name it, and the files in the controller that hold
 * its parts. Create one with {@link Credential}.
 */
export type CredentialData =
  | (CredentialName & {
      readonly kind: 'login';
      readonly user: string;
      /** File with the password, or with an access token. */
      readonly passwordFile: string;
    })
  | (CredentialName & {
      readonly kind: 'ssh-key';
      readonly user: string;
      readonly keyFile: string;
      readonly passphraseFile?: string;
    })
  | (CredentialName & { readonly kind: 'text'; readonly file: string })
  | (CredentialName & { readonly kind: 'file'; readonly file: string; readonly fileName: string });

/** By what people and pipelines know a credential. */
export interface CredentialName {
  readonly id: string;
  readonly description?: string;
}

/** Kinds of credentials that pipelines use. The values are in files that the controller mounts from Secrets. */
export const Credential = Object.freeze({
  /** User and password, or user and access token, such as for Git by HTTPS. */
  login: (name: CredentialName, login: { readonly user: string; readonly passwordFile: string }): CredentialData =>
    Object.freeze({ kind: 'login', ...name, user: login.user, passwordFile: login.passwordFile }),
  /** A private key, such as for Git by SSH; a key that may only read is enough for checking out. */
  sshKey: (
    name: CredentialName,
    key: { readonly user: string; readonly keyFile: string; readonly passphraseFile?: string },
  ): CredentialData =>
    Object.freeze({
      kind: 'ssh-key',
      ...name,
      user: key.user,
      keyFile: key.keyFile,
      ...(key.passphraseFile === undefined ? {} : { passphraseFile: key.passphraseFile }),
    }),
  /** One text, such as a token. */
  text: (name: CredentialName, file: string): CredentialData => Object.freeze({ kind: 'text', ...name, file }),
  /** A whole file, which a pipeline gets under a name. */
  file: (name: CredentialName, file: string, fileName: string): CredentialData =>
    Object.freeze({ kind: 'file', ...name, file, fileName }),
});
