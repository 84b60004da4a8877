import { isLater, isYes } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const apiEndpointPrivate: Practice = {
  id: 'api-endpoint-private',
  severity: 'warning',
  sandbox: true,
  title: { en: 'The API server is not on the internet', zh: 'API Server 不暴露在公网' },
  reason: {
    en: 'What answers the whole internet is tried by the whole internet, and one stolen kubeconfig is enough from anywhere.',
    zh: '暴露在公网的 API Server 会被全网试探，一份泄露的 kubeconfig 在任何地方都能使用。',
  },
  fix: {
    en: 'write `slb_internet_enabled: false`, which has to be said, since the provider’s default is `true` (`Endpoint.private()`), and apply from the VPC or over a VPN',
    zh: '显式写 `slb_internet_enabled: false`（Provider 默认为 `true`；本库用 `Endpoint.private()`），并在 VPC 内或经 VPN 执行 apply',
  },
  source: 'https://aliyun.github.io/infraguard/docs/policies/aliyun/rules/ack-cluster-public-endpoint-check',
  look: resources(
    [
      'alicloud_cs_managed_kubernetes',
      'alicloud_cs_kubernetes',
      'alicloud_cs_edge_kubernetes',
      'alicloud_cs_serverless_kubernetes',
    ],
    ({ type, attributes }) => {
      const serverless = type === 'alicloud_cs_serverless_kubernetes';
      const value = serverless ? attributes.endpoint_public_access_enabled : attributes.slb_internet_enabled;
      return when(
        serverless ? isYes(value) : !isLater(value) && value !== false && value !== 'false',
        { en: 'the API server gets a public address', zh: 'API Server 会获得公网地址' },
        value,
      );
    },
  ),
};
