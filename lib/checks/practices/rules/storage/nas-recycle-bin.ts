import { block, isGiven } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const nasRecycleBin: Practice = {
  id: 'nas-recycle-bin',
  severity: 'note',
  sandbox: false,
  title: { en: 'Deleted files can be taken back', zh: '文件系统开启回收站' },
  reason: {
    en: 'One wrong `rm` on a shared file system is everybody’s; the bin keeps files for some days.',
    zh: '共享文件系统上一次误删会影响所有人；回收站可保留数日。',
  },
  fix: {
    en: 'write `recycle_bin { status = "Enable" }` (a NasFileSystem of the library has it)',
    zh: '写 `recycle_bin { status = "Enable" }`（本库的 NasFileSystem 默认开启）',
  },
  source: 'https://www.alibabacloud.com/help/en/nas/user-guide/recycle-bin',
  look: resources(['alicloud_nas_file_system'], ({ attributes }) => {
    const bin = block(attributes, 'recycle_bin');
    const type = attributes.file_system_type;
    return when(
      bin !== undefined &&
        (!isGiven(type) || type === 'standard') &&
        (!isGiven(bin.status) || bin.status === 'Disable'),
      { en: 'the file system has no recycle bin', zh: '文件系统未开启回收站' },
    );
  }),
};
