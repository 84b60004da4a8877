import { isGiven } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const clusterPro: Practice = {
  id: 'cluster-pro',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Clusters have a service level', zh: '集群使用 Pro 版' },
  reason: {
    en: 'A Basic cluster comes without a service level, with a control plane of fixed size, and without encryption of Secrets.',
    zh: '基础版集群没有 SLA，控制面规格固定，也不支持 Secret 加密。',
  },
  fix: {
    en: 'write `cluster_spec: "ack.pro.small"` (`ControlPlane.pro()`, the default); Basic to Pro is a change in place, back is none',
    zh: '写 `cluster_spec: "ack.pro.small"`（本库默认 `ControlPlane.pro()`）；基础版可原地升级为 Pro 版，反之不行',
  },
  source: 'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/overview-9',
  look: resources(['alicloud_cs_managed_kubernetes'], ({ attributes: { cluster_spec: spec } }) =>
    when(
      !isGiven(spec) || spec === 'ack.standard',
      { en: 'the cluster is of the Basic edition', zh: '集群是基础版' },
      spec,
    ),
  ),
};
