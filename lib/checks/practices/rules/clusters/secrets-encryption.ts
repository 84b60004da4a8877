import { isGiven, isYes } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const secretsEncryption: Practice = {
  id: 'secrets-encryption',
  severity: 'note',
  sandbox: false,
  title: { en: 'Secrets of clusters are encrypted with a key', zh: '集群 Secret 使用密钥加密' },
  reason: {
    en: 'Otherwise Secrets lie readable in the store of the cluster and in every copy of it. Needs a Pro cluster and a KMS key, which bills.',
    zh: '否则 Secret 以可读形式存放在集群存储及其每份副本中。需要 Pro 集群与 KMS 密钥（计费）。',
  },
  fix: {
    en: 'write `encryption_provider_key` with `disable_encryption: false` (`Encryption.withKey(...)` on a cluster)',
    zh: '写 `encryption_provider_key` 并设 `disable_encryption: false`（本库用 `Encryption.withKey(...)`）',
  },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/use-kms-to-encrypt-kubernetes-secrets',
  look: resources(
    ['alicloud_cs_managed_kubernetes', 'alicloud_cs_serverless_kubernetes'],
    ({ attributes: { encryption_provider_key: key, disable_encryption: disabled } }) =>
      when(!isGiven(key) || isYes(disabled), {
        en: 'no key encrypts the Secrets of the cluster',
        zh: '集群 Secret 未使用密钥加密',
      }),
  ),
};
