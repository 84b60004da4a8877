import { text } from '../cty/value';
import type { Rule } from './rule';

/** Attributes that protect, and the values that do. */
const PROTECTED: Readonly<Record<string, readonly unknown[]>> = {
  deletion_protection: [true],
  delete_protection: [true, 'on'],
  deletion_lock: [1],
  instance_release_protection: [true],
  deletion_protection_enabled: [true],
  delete_protection_enabled: [true],
  load_balancer_delete_protection: ['on'],
};

/** What is protected against deletion is not deleted. */
export const deletionProtection: Rule = {
  name: 'deletion-protection',
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/delete-a-cluster (deletion protection; the same holds for RDS, NAT, EIP, balancers)',
  types: ['alicloud_*'],
  on: ['delete'],
  check({ type, values }) {
    return Object.entries(PROTECTED)
      .filter(([name, protecting]) => protecting.includes(values[name] ?? null))
      .map(([name]) => ({
        what: `OperationDenied.DeletionProtection: ${type.replace('alicloud_', '')} ${text(values.id)} is protected (${name})`,
        fix: `apply once with ${name} switched off, then destroy`,
      }));
  },
};
