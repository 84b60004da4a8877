import type { IKmsKey } from '../security/kms-key';

/** A role that the log service takes to use a key: a `RamRole` has its ARN. */
export interface LogKeyUser {
  readonly arn: string;
}

/** How a store encrypts what it keeps, as plain data. Create one with {@link LogEncryption}. */
export type LogEncryptionData =
  | { readonly kind: 'service' }
  | { readonly kind: 'key'; readonly key: IKmsKey; readonly role: LogKeyUser }
  | { readonly kind: 'none' };

/**
 * How a store encrypts what it keeps. Decided once: SLS never changes the way, and the provider replaces a store, with the
 * loss of its logs, for another one.
 *
 * Source: https://www.alibabacloud.com/help/en/sls/developer-reference/encrypt-data
 */
export const LogEncryption = Object.freeze({
  /** AES with a key of its own for each store, which SLS manages. Free; the account must have activated KMS. */
  service: (): LogEncryptionData => Object.freeze({ kind: 'service' }),
  /**
   * A key of yours. Where it is disabled or deleted, every read and write of the store fails. KMS bills its use.
   *
   * @param role role that trusts `log.aliyuncs.com` and may use the key: the system policies `AliyunKMSReadOnlyAccess` and
   *   `AliyunKMSCryptoUserAccess`
   */
  withKey: (key: IKmsKey, role: LogKeyUser): LogEncryptionData => Object.freeze({ kind: 'key', key, role }),
  /** Nothing beyond what SLS does for everybody. */
  none: (): LogEncryptionData => Object.freeze({ kind: 'none' }),
});
