import { isEverybody } from '../../ranges';
import { texts } from '../../reading';
import { found, resources, when, type Practice } from '../../practice';

export const nasOpen: Practice = {
  id: 'nas-open',
  severity: 'error',
  sandbox: true,
  title: { en: 'File systems are not open to the world', zh: '文件系统不对所有地址开放' },
  reason: {
    en: 'NFS asks for no password: who may mount, reads and writes. The default permission group of an account lets every address in.',
    zh: 'NFS 没有密码：能挂载就能读写。账号自带的默认权限组允许所有地址访问。',
  },
  fix: {
    en: 'name the ranges of the nodes and Pods that mount (`mountIn` of the library does), in an access group of your own',
    zh: '在自建权限组中只写需要挂载的节点与 Pod 网段（本库的 `mountIn` 会自动完成）',
  },
  source: 'https://www.alibabacloud.com/help/en/nas/latest/manage-a-permission-group',
  look: resources(['alicloud_nas_access_rule', 'alicloud_nas_mount_target'], ({ type, attributes }) => {
    if (type === 'alicloud_nas_mount_target') {
      const { access_group_name: group } = attributes;
      return when(
        group === 'DEFAULT_VPC_GROUP_NAME',
        {
          en: 'the mount target has the default permission group, which lets every address in',
          zh: '挂载点使用默认权限组，允许所有地址访问',
        },
        group,
      );
    }
    return texts([attributes.source_cidr_ip, attributes.ipv6_source_cidr_ip])
      .filter(isEverybody)
      .flatMap((range) => found({ en: `${range} may mount the file system`, zh: `${range} 可以挂载文件系统` }, range));
  }),
};
