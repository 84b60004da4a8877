import { allowsAllOfRam, allowsEverything } from '../../policies';
import { resources, when, type Practice } from '../../practice';

export const ramAdministrator: Practice = {
  id: 'ram-administrator',
  severity: 'error',
  sandbox: true,
  title: { en: 'No rights over the whole account', zh: '不授予整个账号的管理权限' },
  reason: {
    en: 'A role or user with `AdministratorAccess`, or with every action on every resource, owns the account, its bills and its backups. Who may do everything in RAM gives himself the rest.',
    zh: '拥有 `AdministratorAccess` 或“所有操作 × 所有资源”的身份等于拥有整个账号、账单与备份；拥有 RAM 全部权限的身份可以给自己补齐其余权限。',
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
    ({ type, attributes: { policy_name: name, policy_document: current, document: old } }) =>
      type === 'alicloud_ram_policy'
        ? [
            ...when(
              allowsEverything(current ?? old),
              { en: 'the policy allows every action on every resource', zh: '该策略允许对所有资源执行所有操作' },
              '*',
            ),
            ...when(
              allowsAllOfRam(current ?? old),
              { en: 'the policy allows everything in RAM', zh: '该策略允许 RAM 的所有操作' },
              'ram:*',
            ),
          ]
        : when(
            name === 'AdministratorAccess' || name === 'AliyunRAMFullAccess',
            { en: `${type} attaches ${String(name)}`, zh: `${type} 附加了 ${String(name)}` },
            name,
          ),
  ),
};
