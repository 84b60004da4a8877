import { isLater } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const nasEncryption: Practice = {
  id: 'nas-encryption',
  severity: 'warning',
  sandbox: true,
  title: { en: 'File systems are encrypted', zh: '文件系统加密' },
  reason: {
    en: 'Encryption at rest costs nothing with the key of NAS and can only be chosen when the file system is created.',
    zh: '使用 NAS 托管密钥加密不收费，但只能在创建文件系统时选择。',
  },
  fix: {
    en: 'write `encrypt_type: 1`, or 2 with a KMS key (a NasFileSystem of the library has it)',
    zh: '写 `encrypt_type: 1`，或配合 KMS 密钥写 2（本库的 NasFileSystem 默认开启）',
  },
  source: 'https://www.alibabacloud.com/help/en/nas/user-guide/encrypt-data',
  look: resources(['alicloud_nas_file_system'], ({ attributes: { encrypt_type: how, file_system_type: type } }) =>
    when(
      type !== 'cpfs' && !isLater(how) && !['1', '2'].includes(String(how)),
      { en: 'the file system is not encrypted', zh: '文件系统未加密' },
      how,
    ),
  ),
};
