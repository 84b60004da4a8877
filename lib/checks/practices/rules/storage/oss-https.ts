import { hasSister, sistersOf } from '../../buckets';
import { resources, when, type Practice } from '../../practice';

export const ossHttps: Practice = {
  id: 'oss-https',
  severity: 'note',
  sandbox: true,
  title: { en: 'Buckets refuse plain HTTP', zh: '存储空间拒绝明文 HTTP' },
  reason: {
    en: 'An address with `http://` sends keys and objects as they are.',
    zh: '`http://` 地址会以明文传输签名与对象内容。',
  },
  fix: {
    en: 'add `alicloud_oss_bucket_https_config`, or a policy that denies requests without `acs:SecureTransport` (an OssBucket of the library does)',
    zh: '添加 `alicloud_oss_bucket_https_config`，或用策略拒绝不带 `acs:SecureTransport` 的请求（本库的 OssBucket 默认如此）',
  },
  source: 'https://www.alibabacloud.com/help/en/oss/user-guide/oss-bucket-policy/',
  look: resources(['alicloud_oss_bucket'], (bucket, picture) =>
    when(
      !hasSister(bucket, picture, 'alicloud_oss_bucket_https_config') &&
        ![bucket, ...sistersOf(bucket, picture, 'alicloud_oss_bucket_policy')].some(({ attributes: { policy } }) =>
          /acs:SecureTransport/.test(String(policy)),
        ),
      { en: 'the bucket answers plain HTTP', zh: '存储空间接受明文 HTTP' },
    ),
  ),
};
