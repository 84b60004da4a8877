import { isLater } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const keyDeletionProtection: Practice = {
  id: 'key-deletion-protection',
  severity: 'error',
  sandbox: false,
  title: { en: 'Keys are protected from deletion', zh: '密钥开启删除保护' },
  reason: {
    en: 'With the key everything that it encrypted is gone: disks, databases, Secrets, backups.',
    zh: '密钥一旦删除，用它加密的磁盘、数据库、Secret 与备份都将无法恢复。',
  },
  fix: {
    en: 'write `deletion_protection: "Enabled"` (protection: "production" of the stack does)',
    zh: '写 `deletion_protection: "Enabled"`（栈的 protection: "production" 会自动开启）',
  },
  source: 'https://www.alibabacloud.com/help/en/kms/key-management-service/user-guide/enable-deletion-protection',
  look: resources(['alicloud_kms_key'], ({ attributes: { deletion_protection: protection } }) =>
    when(
      !isLater(protection) && protection !== 'Enabled',
      { en: 'the key is not protected from deletion', zh: '密钥未开启删除保护' },
      protection,
    ),
  ),
};
