import type { IKmsKey } from '../security/kms-key';

/** How OSS encrypts what a bucket takes in, as plain data. Create one with {@link BucketEncryption}. */
export type BucketEncryptionData =
  { readonly kind: 'aes256' } | { readonly kind: 'kms' } | { readonly kind: 'key'; readonly key: IKmsKey };

/** How OSS encrypts what a bucket takes in. Changed in place, for objects that come after the change. */
export const BucketEncryption = Object.freeze({
  /** AES-256 with keys that OSS manages. Free. */
  aes256: (): BucketEncryptionData => Object.freeze({ kind: 'aes256' }),
  /** The key that KMS keeps for OSS. KMS bills each use. */
  kms: (): BucketEncryptionData => Object.freeze({ kind: 'kms' }),
  /**
   * A key of yours: who may not use it cannot read the objects, whatever else they may. What is granted on the bucket
   * includes the use of the key. KMS bills each use.
   */
  withKey: (key: IKmsKey): BucketEncryptionData => Object.freeze({ kind: 'key', key }),
});
