import { called } from '../../objects';
import type { Data } from '../../pods';
import { isKnown } from '../../reading';
import { isPlainSecret, isSecretName, isSecretText } from '../../secrets';
import { objects, when, type Practice } from '../../practice';

/** Keys that types of Secrets have. */
const IN_TYPED = /^(?:password|\.dockerconfigjson|ssh-privatekey|tls\.key)$/;

export const secretDataLiteral: Practice = {
  id: 'secret-data-literal',
  severity: 'error',
  sandbox: true,
  title: { en: 'No secrets as text in Kubernetes Secrets', zh: 'Kubernetes Secret 不写明文' },
  reason: {
    en: 'A Secret hides its data in the cluster; the program that writes it as text does not.',
    zh: 'Secret 只在集群里隐藏数据，而写明文的程序并不会。',
  },
  fix: {
    en: 'draw it with `random_password` or read it from KMS and hand the value on (`Secret` of the library refuses text)',
    zh: '用 `random_password` 生成或从 KMS 读取后再传入',
  },
  source: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
  look: objects(['Secret'], (secret) => {
    const data = { ...(secret.object.stringData as Data), ...(secret.object.data as Data) };
    const basic = /^kubernetes\.io\/(?:basic-auth|dockerconfigjson|ssh-auth|tls)$/.test(String(secret.object.type));
    return Object.entries(data).flatMap(([key, value]) =>
      when(
        isKnown(value) &&
          (isSecretText(value) || (isSecretName(key) && isPlainSecret(value)) || (basic && IN_TYPED.test(key))),
        { en: `${called(secret)} has ${key} as text`, zh: `${called(secret)} 的 ${key} 以明文写出` },
      ),
    );
  }),
};
