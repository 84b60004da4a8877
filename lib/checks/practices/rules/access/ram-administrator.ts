import { allowsEverything } from '../../policies';
import { resources, when, type Practice } from '../../practice';

export const ramAdministrator: Practice = {
  id: 'ram-administrator',
  severity: 'error',
  sandbox: true,
  title: { en: 'No rights over the whole account', zh: '不授予整个账号的管理权限' },
  reason: {
    en: 'A role or user with `AdministratorAccess`, or with every action on every resource, owns the account, its bills and its backups.',
    zh: '拥有 `AdministratorAccess` 或“所有操作 × 所有资源”的身份等于拥有整个账号、账单与备份。',
  },
  fix: {
    en: 'write a policy with the actions and resources that are needed (`grant...` methods of the library do)',
    zh: '编写只含必要操作与资源的策略（本库的 `grant...` 方法会自动生成）',
  },
  source: 'https://www.alibabacloud.com/help/en/cloud-config/latest/alibaba-cloud-platform-security-best-practices',
  look: resources(
    [
      'alicloud_ram_policy',
      'alicloud_ram_user_policy_attachment',
      'alicloud_ram_group_policy_attachment',
      'alicloud_ram_role_policy_attachment',
    ],
    ({ type, attributes }) =>
      type === 'alicloud_ram_policy'
        ? when(
            allowsEverything(attributes.policy_document ?? attributes.document),
            { en: 'the policy allows every action on every resource', zh: '该策略允许对所有资源执行所有操作' },
            '*',
          )
        : when(
            attributes.policy_name === 'AdministratorAccess',
            { en: `${type} attaches AdministratorAccess`, zh: `${type} 附加了 AdministratorAccess` },
            'AdministratorAccess',
          ),
  ),
};
