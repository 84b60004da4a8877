import { literalsIn } from '../../secrets';
import { found, resources, type Practice } from '../../practice';

export const secretLiteral: Practice = {
  id: 'secret-literal',
  severity: 'error',
  sandbox: true,
  title: { en: 'No passwords as text in resources', zh: '资源中不写明文密码' },
  reason: {
    en: 'A password in the program is in its history, in `cdk.tf.json`, and on the screen of everybody who reviews it.',
    zh: '写在程序里的密码会留在历史记录、`cdk.tf.json` 以及每个评审者的屏幕上。',
  },
  fix: {
    en: 'draw it with `random_password`, read it from KMS, or write `kms_encrypted_password`',
    zh: '用 `random_password` 生成、从 KMS 读取，或改写 `kms_encrypted_password`',
  },
  source: 'https://www.alibabacloud.com/help/en/cloud-config/latest/alibaba-cloud-platform-security-best-practices',
  look: resources(['alicloud_*'], ({ type, attributes }) =>
    literalsIn(attributes).flatMap((name) =>
      found({ en: `${type}.${name} is written as text`, zh: `${type}.${name} 以明文写出` }),
    ),
  ),
};
