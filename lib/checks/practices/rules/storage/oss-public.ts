import { resources, when, type Practice } from '../../practice';

export const ossPublic: Practice = {
  id: 'oss-public',
  severity: 'error',
  sandbox: true,
  title: { en: 'Buckets are not public', zh: '存储空间不公开' },
  reason: {
    en: 'A public bucket is found and copied by machines within hours, and its traffic is on your bill.',
    zh: '公开的存储空间数小时内就会被程序发现并拷贝，流量费用由你承担。',
  },
  fix: {
    en: 'write the ACL `private` and let others in by policy or role (`grant...` of an OssBucket)',
    zh: 'ACL 写 `private`，再通过策略或角色授权（本库 OssBucket 的 `grant...`）',
  },
  source:
    'https://www.alibabacloud.com/help/en/object-storage-service/latest/reduce-the-risks-of-unauthorized-access-caused-by-accesskey-pair-leaks',
  look: resources(['alicloud_oss_bucket', 'alicloud_oss_bucket_acl'], ({ attributes: { acl } }) =>
    when(
      /^public-/.test(String(acl)),
      { en: `the ACL of the bucket is ${String(acl)}`, zh: `存储空间的 ACL 为 ${String(acl)}` },
      acl,
    ),
  ),
};
