import { isNotYes } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const clusterCertificates: Practice = {
  id: 'cluster-certificates',
  severity: 'warning',
  sandbox: true,
  title: { en: 'No client key of the cluster in the state', zh: 'state 中不保存集群客户端密钥' },
  reason: {
    en: 'Unless it is told not to, the provider writes the cluster administrator’s key into the state, where it stays valid for years.',
    zh: '若未禁止，Provider 会把集群管理员的密钥写入 state，且多年有效。',
  },
  fix: {
    en: 'write `skip_set_certificate_authority: true` and read `data.alicloud_cs_cluster_credential`, which expires (clusters of the library do)',
    zh: '写 `skip_set_certificate_authority: true`，改用会过期的 `data.alicloud_cs_cluster_credential`（本库的集群默认如此）',
  },
  source: 'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/cs_managed_kubernetes',
  look: resources(
    ['alicloud_cs_managed_kubernetes', 'alicloud_cs_kubernetes', 'alicloud_cs_edge_kubernetes'],
    ({ attributes: { skip_set_certificate_authority: skipped } }) =>
      when(
        isNotYes(skipped),
        { en: 'the administrator’s key of the cluster goes into the state', zh: '集群管理员密钥会写入 state' },
        skipped,
      ),
  ),
};
