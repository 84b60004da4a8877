import { block, isNotYes, type Attributes } from '../../reading';
import { resources, when, type Practice } from '../../practice';

const enabled = (attributes: Attributes): unknown => {
  const config = block(attributes, 'deletion_protection_config');
  return attributes.deletion_protection_enabled ?? (config === undefined ? '${later}' : config.enabled);
};

/** What protects each type. */
const PROTECTION: Readonly<Record<string, (attributes: Attributes) => unknown>> = {
  alicloud_slb_load_balancer: ({ delete_protection: protection }) => protection,
  alicloud_alb_load_balancer: enabled,
  alicloud_nlb_load_balancer: enabled,
  alicloud_nat_gateway: ({ deletion_protection: protection }) => protection,
  alicloud_eip_address: ({ deletion_protection: protection }) => protection,
};

export const networkDeletionProtection: Practice = {
  id: 'network-deletion-protection',
  severity: 'warning',
  sandbox: false,
  title: {
    en: 'Balancers, gateways and addresses are protected from deletion',
    zh: '负载均衡、网关与公网地址开启删除保护',
  },
  reason: {
    en: 'An address that is released belongs to somebody else tomorrow, while DNS and the allow lists of partners still name it.',
    zh: '释放的地址明天就可能属于别人，而 DNS 与合作方的白名单仍指向它。',
  },
  fix: {
    en: 'write `delete_protection: "on"` or `deletion_protection: true` (protection: "production" of the stack does)',
    zh: '写 `delete_protection: "on"` 或 `deletion_protection: true`（栈的 protection: "production" 会自动开启）',
  },
  source: 'https://aliyun.github.io/infraguard/docs/policies/aliyun/rules/eip-delete-protection-enabled',
  look: resources(Object.keys(PROTECTION), ({ type, attributes }) => {
    const value = PROTECTION[type]!(attributes);
    return when(
      isNotYes(value) && value !== 'on',
      { en: `${type} is not protected from deletion`, zh: `${type} 未开启删除保护` },
      value,
    );
  }),
};
