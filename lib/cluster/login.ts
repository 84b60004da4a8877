/** How people log in to masters, as plain data. Create one with {@link Login}. */
export type LoginData =
  { readonly kind: 'key-pair'; readonly name: string } | ({ readonly kind: 'encrypted-password' } & EncryptedPassword);

/** A password that only KMS can read. */
export interface EncryptedPassword {
  /** What `aliyun kms Encrypt` made of the password. */
  readonly ciphertext: string;
  /**
   * Encryption context that the password was encrypted with.
   * @default none
   */
  readonly context?: Readonly<Record<string, string>>;
}

/** The ways to log in to masters. ACK wants one; a password in clear is none of them, since the state would hold it. */
export const Login = Object.freeze({
  /** With an ECS key pair that exists, by its name. */
  keyPair: (name: string): LoginData => Object.freeze({ kind: 'key-pair', name }),
  /** With a password that KMS encrypted: neither the program nor the state holds it in clear. */
  encryptedPassword: (password: EncryptedPassword): LoginData =>
    Object.freeze({ kind: 'encrypted-password', ...password }),
});

/** The login attributes of masters. */
export function loginAttributes(login: LoginData) {
  return login.kind === 'key-pair'
    ? { keyName: login.name }
    : { kmsEncryptedPassword: login.ciphertext, kmsEncryptionContext: login.context && { ...login.context } };
}
