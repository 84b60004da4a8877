import { called } from '../../objects';
import type { Data } from '../../pods';
import { hasSecretLine, isPlainSecret, isSecretName, isSecretText } from '../../secrets';
import { objects, when, type Practice } from '../../practice';

export const secretInConfigMap: Practice = {
  id: 'secret-in-config-map',
  severity: 'error',
  sandbox: true,
  title: { en: 'No plain-text secrets in ConfigMaps', zh: 'ConfigMap 中不写明文密钥' },
  reason: {
    en: 'A ConfigMap is read by everybody who may look into the namespace, and stands in the program and in every plan.',
    zh: '凡能查看命名空间的人都能读取 ConfigMap，其内容还会留在代码与每次 plan 中。',
  },
  fix: {
    en: 'keep it in a Secret and mount that, or name it as a variable',
    zh: '存入 Secret，再以挂载或环境变量方式引用',
  },
  source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  look: objects(['ConfigMap'], (map) =>
    Object.entries((map.object.data ?? {}) as Data).flatMap(([key, value]) =>
      when(isSecretText(value) || (isSecretName(key) && isPlainSecret(value)) || hasSecretLine(key, value), {
        en: `${called(map)} has a secret as text in ${key}`,
        zh: `${called(map)} 的 ${key} 中写有明文密钥`,
      }),
    ),
  ),
};
