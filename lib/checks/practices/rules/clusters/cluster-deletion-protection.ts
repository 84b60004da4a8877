import { isNotYes } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const clusterDeletionProtection: Practice = {
  id: 'cluster-deletion-protection',
  severity: 'error',
  sandbox: false,
  title: { en: 'Clusters are protected from deletion', zh: '集群开启删除保护' },
  reason: {
    en: 'A cluster that is deleted by a mistaken destroy or click takes everything in it along, and its API server does not come back.',
    zh: '误执行 destroy 或误点删除会连同集群内的一切一起删除，且无法恢复。',
  },
  fix: {
    en: "write `deletionProtection: true` (our clusters have it with protection: 'production')",
    zh: "设置 `deletionProtection: true`（本库的集群在 protection: 'production' 时自动开启）",
  },
  source: 'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/delete-an-ack-cluster',
  look: resources(
    [
      'alicloud_cs_managed_kubernetes',
      'alicloud_cs_kubernetes',
      'alicloud_cs_serverless_kubernetes',
      'alicloud_cs_edge_kubernetes',
    ],
    ({ type, attributes: { deletion_protection: protection } }) =>
      when(
        isNotYes(protection),
        { en: `${type} is not protected from deletion`, zh: `${type} 未开启删除保护` },
        protection,
      ),
  ),
};
