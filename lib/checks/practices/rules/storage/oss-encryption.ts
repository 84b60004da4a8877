import { hasSister, isEmpty } from '../../buckets';
import { block } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const ossEncryption: Practice = {
  id: 'oss-encryption',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Buckets encrypt what they hold', zh: '存储空间服务端加密' },
  reason: {
    en: 'Encryption with the key of OSS costs nothing and changes nothing for those who read.',
    zh: '使用 OSS 托管密钥加密不收费，对读取方也没有任何影响。',
  },
  fix: {
    en: 'write `server_side_encryption_rule`, or add `alicloud_oss_bucket_server_side_encryption` (an OssBucket of the library has it)',
    zh: '写 `server_side_encryption_rule`，或添加 `alicloud_oss_bucket_server_side_encryption`（本库的 OssBucket 默认开启）',
  },
  source: 'https://www.alibabacloud.com/help/en/oss/user-guide/server-side-encryption-8',
  look: resources(['alicloud_oss_bucket'], (bucket, picture) =>
    when(
      isEmpty(block(bucket.attributes, 'server_side_encryption_rule')) &&
        !hasSister(bucket, picture, 'alicloud_oss_bucket_server_side_encryption'),
      { en: 'the bucket does not encrypt', zh: '存储空间未开启服务端加密' },
    ),
  ),
};
