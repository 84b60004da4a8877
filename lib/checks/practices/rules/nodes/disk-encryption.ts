import { NODE_POOL } from '../../node-pools';
import { blocks, isGiven, isNotYes } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const diskEncryption: Practice = {
  id: 'disk-encryption',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Disks are encrypted', zh: '磁盘加密' },
  reason: {
    en: 'An encrypted disk costs nothing more, and its snapshots are encrypted too; a disk cannot be encrypted afterwards.',
    zh: '加密磁盘不额外收费，快照也随之加密；而磁盘创建后不能再加密。',
  },
  fix: {
    en: 'write `system_disk_encrypted: true` and `encrypted` on data disks (pools of the library encrypt both)',
    zh: '写 `system_disk_encrypted: true`，数据盘写 `encrypted`（本库的节点池默认都加密）',
  },
  source: 'https://www.alibabacloud.com/help/en/ecs/user-guide/encryption-overview',
  look: resources([NODE_POOL, 'alicloud_instance', 'alicloud_ecs_disk', 'alicloud_disk'], ({ type, attributes }) => {
    if (type.endsWith('_disk')) {
      return when(
        isNotYes(attributes.encrypted) && !isGiven(attributes.snapshot_id),
        { en: 'the disk is not encrypted', zh: '磁盘未加密' },
        attributes.encrypted,
      );
    }
    const data = (blocks(attributes, 'data_disks') ?? []).filter(
      ({ encrypted, snapshot_id: copied }) => isNotYes(encrypted) && !isGiven(copied),
    );
    return [
      ...when(
        isNotYes(attributes.system_disk_encrypted),
        { en: 'the system disk is not encrypted', zh: '系统盘未加密' },
        attributes.system_disk_encrypted,
      ),
      ...when(data.length > 0, {
        en: `${data.length} data disks are not encrypted`,
        zh: `${data.length} 块数据盘未加密`,
      }),
    ];
  }),
};
