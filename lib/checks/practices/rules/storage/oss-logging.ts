import { hasSister, isEmpty } from '../../buckets';
import { block } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const ossLogging: Practice = {
  id: 'oss-logging',
  severity: 'note',
  sandbox: false,
  title: { en: 'Buckets record who read them', zh: '存储空间记录访问日志' },
  reason: { en: 'After a leak the question is who read which object.', zh: '数据泄露后要回答的是：谁读了哪个对象。' },
  fix: {
    en: 'write `logging`, or add `alicloud_oss_bucket_logging` (`accessLogs` on an OssBucket)',
    zh: '写 `logging`，或添加 `alicloud_oss_bucket_logging`（本库的 OssBucket 用 `accessLogs`）',
  },
  source: 'https://www.alibabacloud.com/help/en/oss/user-guide/logging',
  look: resources(['alicloud_oss_bucket'], (bucket, picture) =>
    when(isEmpty(block(bucket.attributes, 'logging')) && !hasSister(bucket, picture, 'alicloud_oss_bucket_logging'), {
      en: 'the bucket records no access',
      zh: '存储空间未记录访问日志',
    }),
  ),
};
