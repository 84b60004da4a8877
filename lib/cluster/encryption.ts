import type { Construct } from 'constructs';
import { KmsKey } from '../security/kms-key';

/** How Secrets are encrypted in the cluster's store, as plain data. Create one with {@link Encryption}. */
export type EncryptionData = { readonly kind: 'key'; readonly keyId: string } | { readonly kind: 'new-key' };

/** The ways to encrypt Secrets at rest with KMS. Pro clusters only. */
export const Encryption = Object.freeze({
  /** With a KMS key that exists, in the region of the cluster: its id, such as that of a `KmsKey`. */
  withKey: (keyId: string): EncryptionData => Object.freeze({ kind: 'key', keyId }),
  /**
   * With a key made for this cluster, rotated every year. KMS bills it; an account without a KMS instance may be
   * refused keys of its own, then name one with `withKey`.
   */
  withNewKey: (): EncryptionData => Object.freeze({ kind: 'new-key' }),
});

/** The key that encrypts Secrets of a cluster: the named one, a new one, or none. */
export function encryptionKeyOf(cluster: Construct, encryption: EncryptionData | undefined): string | undefined {
  return encryption?.kind === 'new-key' ? new KmsKey(cluster, 'kms-key').keyId : encryption?.keyId;
}

/**
 * The encryption attributes of a cluster. Both together: while encryption counts as disabled the provider hides a change of
 * the key.
 */
export function encryptionAttributes(key: string | undefined) {
  return key === undefined ? {} : { disableEncryption: false, encryptionProviderKey: key };
}
