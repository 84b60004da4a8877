import type { CustomResource } from './custom-resources';
import { anything, count, flag, labels, list, oneOf, only, text, whole } from './words';

const certificate = only({ CertificateId: text, IsDefault: flag });

/** The load balancer behind an Ingress class. */
export const ALB_CONFIG: CustomResource = {
  apiVersion: 'alibabacloud.com/v1',
  kind: 'AlbConfig',
  source:
    'https://github.com/alibaba/alibaba-load-balancer-controller/blob/main/pkg/apis/alibabacloud/v1/albconfig_types.go',
  namespaced: false,
  spec: only({
    config: only({
      id: text,
      name: text,
      addressAllocatedMode: oneOf('Dynamic', 'Fixed'),
      addressType: oneOf('Internet', 'Intranet'),
      ipv6AddressType: text,
      addressIpVersion: text,
      resourceGroupId: text,
      edition: text,
      zoneMappings: list(only({ vSwitchId: text, zoneId: text, allocationId: text, eipType: text }), 2),
      accessLogConfig: only({ logProject: text, logStore: text }),
      deletionProtectionEnabled: flag,
      billingConfig: only({
        internetBandwidth: whole,
        internetChargeType: text,
        payType: text,
        bandWidthPackageId: text,
      }),
      forceOverride: flag,
      listenerForceOverride: flag,
      modificationProtectionConfig: only({ reason: text, status: text }),
      tags: list(only({ key: text, value: text }, ['key', 'value'])),
    }),
    listeners: list(
      only(
        {
          port: { type: ['integer', 'string'] },
          protocol: oneOf('HTTP', 'HTTPS', 'QUIC'),
          certificates: list(certificate),
          caCertificates: list(certificate),
          caEnabled: flag,
          securityPolicyId: text,
          idleTimeout: whole,
          requestTimeout: whole,
          gzipEnabled: flag,
          http2Enabled: flag,
          description: text,
          loadBalancerId: text,
          aclConfig: only({ aclName: text, aclType: text, aclEntries: list(text), aclIds: list(text) }),
          quicConfig: only({ quicUpgradeEnabled: flag, quicListenerId: text }),
          // Switches and aliases by name, and actions: not described one by one.
          xForwardedForConfig: anything,
          logConfig: anything,
          defaultActions: list(anything),
        },
        ['port', 'protocol'],
      ),
    ),
  }),
};

/** Images that ECI keeps near. */
export const IMAGE_CACHE: CustomResource = {
  apiVersion: 'eci.alibabacloud.com/v1',
  kind: 'ImageCache',
  source: 'https://help.aliyun.com/zh/eci/user-guide/use-crds-to-manage-image-caches (no definition is published)',
  namespaced: false,
  spec: only(
    {
      images: list(text, 1),
      imagePullSecrets: list(text),
      imageCacheSize: { ...count, minimum: 20, maximum: 32768 },
      retentionDays: count,
      annotations: labels,
    },
    ['images'],
  ),
};
