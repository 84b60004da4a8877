import { isGiven } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const redisTls: Practice = {
  id: 'redis-tls',
  severity: 'note',
  sandbox: true,
  title: { en: 'Redis offers TLS', zh: 'Redis 启用 SSL' },
  reason: {
    en: 'Without TLS sessions and passwords pass the VPC as they are. Many clients have to be told to speak it.',
    zh: '未启用 TLS 时，会话与密码在 VPC 内明文传输。许多客户端需要单独配置才能使用。',
  },
  fix: {
    en: 'write `ssl_enable: "Enable"`, on a Tair instance `ssl_enabled` (`tls: true` on a RedisInstance)',
    zh: '写 `ssl_enable: "Enable"`，Tair 实例写 `ssl_enabled`（本库的 RedisInstance 用 `tls: true`）',
  },
  source: 'https://aliyun.github.io/infraguard/docs/policies/aliyun/rules/redis-instance-enabled-ssl',
  look: resources(
    ['alicloud_kvstore_instance', 'alicloud_redis_tair_instance'],
    ({ type, attributes: { ssl_enable: classic, ssl_enabled: tair } }) => {
      const value = classic ?? tair;
      return when(
        !isGiven(value) || value === 'Disable',
        { en: `${type} offers no TLS`, zh: `${type} 未启用 SSL` },
        value,
      );
    },
  ),
};
