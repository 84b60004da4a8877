import { isYes } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const ossForceDestroy: Practice = {
  id: 'oss-force-destroy',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Buckets with objects are not destroyed', zh: '不强制删除非空存储空间' },
  reason: {
    en: 'With `force_destroy` a mistaken destroy deletes every object first.',
    zh: '设置 `force_destroy` 后，误执行 destroy 会先删除所有对象。',
  },
  fix: {
    en: 'leave `force_destroy` out (protection: "production" of the stack does)',
    zh: '去掉 `force_destroy`（栈的 protection: "production" 默认如此）',
  },
  source: 'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket',
  look: resources(['alicloud_oss_bucket'], ({ attributes: { force_destroy: forced } }) =>
    when(
      isYes(forced),
      { en: 'a destroy deletes every object of the bucket', zh: 'destroy 会删除存储空间内的所有对象' },
      forced,
    ),
  ),
};
