import { hasSister, isEmpty } from '../../buckets';
import { block } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const ossVersioning: Practice = {
  id: 'oss-versioning',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Buckets keep what is overwritten', zh: '存储空间开启版本控制' },
  reason: {
    en: 'Without versions an overwritten or deleted object is gone at once. Old versions are billed until a lifecycle rule ends them.',
    zh: '没有版本控制时，被覆盖或删除的对象立即丢失。旧版本在生命周期规则清理之前会计费。',
  },
  fix: {
    en: 'write `versioning { status = "Enabled" }`, or add `alicloud_oss_bucket_versioning` (an OssBucket of the library has it)',
    zh: '写 `versioning { status = "Enabled" }`，或添加 `alicloud_oss_bucket_versioning`（本库的 OssBucket 默认开启）',
  },
  source: 'https://www.alibabacloud.com/help/en/oss/user-guide/overview-78',
  look: resources(['alicloud_oss_bucket'], (bucket, picture) =>
    when(
      isEmpty(block(bucket.attributes, 'versioning')) && !hasSister(bucket, picture, 'alicloud_oss_bucket_versioning'),
      { en: 'the bucket keeps no versions', zh: '存储空间未开启版本控制' },
    ),
  ),
};
