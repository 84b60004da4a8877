import { isGiven, isLater } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const keyRotation: Practice = {
  id: 'key-rotation',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Keys are rotated', zh: '密钥自动轮转' },
  reason: {
    en: 'A key that never changes opens everything that was ever encrypted with it. Versions of a key may bill.',
    zh: '从不更换的密钥能解开用它加密过的一切。密钥版本可能计费。',
  },
  fix: {
    en: 'write `automatic_rotation: "Enabled"` with `rotation_interval` (a KmsKey of the library has it)',
    zh: '写 `automatic_rotation: "Enabled"` 与 `rotation_interval`（本库的 KmsKey 默认开启）',
  },
  source: 'https://www.alibabacloud.com/help/en/kms/key-management-service/user-guide/configure-key-rotation',
  look: resources(['alicloud_kms_key'], ({ attributes }) => {
    const { automatic_rotation: rotation, key_usage: usage, key_spec: spec, origin } = attributes;
    // Keys for signatures and keys from outside are rotated by their owners.
    const symmetric = !isGiven(spec) || /^Aliyun_(?:AES|SM4)/.test(String(spec));
    const rotates = symmetric && usage !== 'SIGN/VERIFY' && (!isGiven(origin) || origin === 'Aliyun_KMS');
    return when(
      rotates && !isLater(rotation) && rotation !== 'Enabled',
      { en: 'the key is never rotated', zh: '密钥不会轮转' },
      rotation,
    );
  }),
};
