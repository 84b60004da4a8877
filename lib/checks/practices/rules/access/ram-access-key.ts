import { resources, when, type Practice } from '../../practice';

export const ramAccessKey: Practice = {
  id: 'ram-access-key',
  severity: 'warning',
  sandbox: true,
  title: { en: 'No access keys that last', zh: '不创建长期有效的 AccessKey' },
  reason: {
    en: 'An access key does not expire, its secret stands in the state, and what leaks is found by machines within minutes.',
    zh: 'AccessKey 不会过期，其密钥保存在 state 中；一旦泄露，几分钟内就会被自动化程序发现。',
  },
  fix: {
    en: 'let Pods take a RAM role (`ServiceAccount` of the library with RRSA), and instances theirs',
    zh: '让 Pod 扮演 RAM 角色（本库的 `ServiceAccount` 与 RRSA），ECS 实例使用实例角色',
  },
  source: 'https://www.alibabacloud.com/help/en/ram/security-best-practices',
  look: resources(['alicloud_ram_access_key'], ({ attributes }) =>
    when(attributes.status !== 'Inactive', {
      en: 'an access key is made, with its secret in the state',
      zh: '创建了 AccessKey，其密钥会写入 state',
    }),
  ),
};
