import { isNotYes } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const podIdentity: Practice = {
  id: 'pod-identity',
  severity: 'note',
  sandbox: true,
  title: { en: 'Pods can take roles of their own', zh: 'Pod 可以使用独立的 RAM 角色' },
  reason: {
    en: 'Without RRSA a Pod that calls the cloud needs an access key, or has the role of its node and so of all its neighbours.',
    zh: '没有 RRSA 时，访问云 API 的 Pod 只能使用 AccessKey，或与同节点的所有 Pod 共用节点角色。',
  },
  fix: {
    en: 'write `enable_rrsa: true`; it cannot be switched off again',
    zh: '写 `enable_rrsa: true`；开启后不可关闭',
  },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/use-rrsa-to-authorize-pods-to-access-different-cloud-services',
  look: resources(
    ['alicloud_cs_managed_kubernetes', 'alicloud_cs_serverless_kubernetes'],
    ({ attributes: { enable_rrsa: enabled } }) =>
      when(
        isNotYes(enabled),
        { en: 'service accounts cannot take RAM roles', zh: '服务账户不能扮演 RAM 角色' },
        enabled,
      ),
  ),
};
