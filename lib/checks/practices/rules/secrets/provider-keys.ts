import { isKnown } from '../../reading';
import { NOTHING, found, resources, type Practice } from '../../practice';

export const providerKeys: Practice = {
  id: 'provider-keys',
  severity: 'error',
  sandbox: true,
  title: { en: 'No access keys in the program', zh: '程序中不写 AccessKey' },
  reason: {
    en: 'The key of a provider may do all that Terraform may; in the program it goes wherever the program goes.',
    zh: 'Provider 的密钥拥有 Terraform 的全部权限；写进程序就会随程序流传。',
  },
  fix: {
    en: 'leave them out: the provider reads `ALIBABA_CLOUD_ACCESS_KEY_ID` and the role of the instance it runs on',
    zh: '不要写：Provider 会读取 `ALIBABA_CLOUD_ACCESS_KEY_ID` 等环境变量，或使用所在实例的角色',
  },
  source: 'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs#authentication',
  look: resources(['alicloud', 'kubernetes', 'helm'], ({ kind, type, attributes }) =>
    kind === 'provider'
      ? ['secret_key', 'security_token', 'password', 'token', 'client_key']
          .filter((name) => isKnown(attributes[name]))
          .flatMap((name) =>
            found({
              en: `${name} of the provider ${type} is written as text`,
              zh: `Provider ${type} 的 ${name} 以明文写出`,
            }),
          )
      : NOTHING,
  ),
};
