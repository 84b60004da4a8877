import { numberIn } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const logRetention: Practice = {
  id: 'log-retention',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Logs are kept for a month', zh: '日志至少保留三十天' },
  reason: {
    en: 'Intrusions are noticed after weeks. The law of mainland China asks for 180 days of network logs.',
    zh: '入侵往往数周之后才被发现。中国内地法律要求网络日志留存不少于 180 天。',
  },
  fix: {
    en: 'write `retention_period` of 30 or more, for the control plane `control_plane_log_ttl`',
    zh: '`retention_period` 至少为 30；控制面日志为 `control_plane_log_ttl`',
  },
  source: 'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/log_store',
  look: resources(
    ['alicloud_log_store', 'alicloud_cs_managed_kubernetes'],
    ({ attributes: { retention_period: store, control_plane_log_ttl: plane } }) => {
      const days = numberIn(store ?? plane);
      return when(
        days !== undefined && days < 30,
        { en: `logs are kept for ${days} days`, zh: `日志只保留 ${days} 天` },
        days,
      );
    },
  ),
};
