import { resources, when, type Practice } from '../../practice';

export const databasePassword: Practice = {
  id: 'database-password',
  severity: 'error',
  sandbox: true,
  title: { en: 'Databases ask for a password', zh: '数据库要求密码' },
  reason: {
    en: 'With `Close` everything in the VPC reads and empties the cache without logging in.',
    zh: '设为 `Close` 时，VPC 内任何程序无需登录即可读写和清空缓存。',
  },
  fix: {
    en: 'write `vpc_auth_mode: "Open"`, which means that a password is needed, or leave it out',
    zh: '写 `vpc_auth_mode: "Open"`（即需要密码），或不写该项',
  },
  source: 'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/kvstore_instance',
  look: resources(
    ['alicloud_kvstore_instance', 'alicloud_redis_tair_instance'],
    ({ attributes: { vpc_auth_mode: mode } }) =>
      when(
        mode === 'Close',
        { en: 'everybody in the VPC gets in without a password', zh: 'VPC 内任何人无需密码即可访问' },
        mode,
      ),
  ),
};
