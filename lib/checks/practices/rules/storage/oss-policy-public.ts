import { allowsEverybody } from '../../policies';
import { resources, when, type Practice } from '../../practice';

export const ossPolicyPublic: Practice = {
  id: 'oss-policy-public',
  severity: 'error',
  sandbox: true,
  title: { en: 'Policies of buckets name who is let in', zh: '存储空间策略不授权给所有人' },
  reason: {
    en: 'A policy for the principal `*` without a condition makes the bucket public, whatever its ACL says.',
    zh: '授权对象为 `*` 且没有条件的策略会让存储空间变为公开，无论 ACL 如何设置。',
  },
  fix: { en: 'name the principals, or add a condition', zh: '写明授权对象，或添加条件' },
  source: 'https://www.alibabacloud.com/help/en/oss/user-guide/oss-bucket-policy/',
  look: resources(['alicloud_oss_bucket', 'alicloud_oss_bucket_policy'], ({ attributes: { policy } }) =>
    when(
      allowsEverybody(policy),
      { en: 'the policy of the bucket lets everybody in', zh: '存储空间策略允许任何人访问' },
      '*',
    ),
  ),
};
