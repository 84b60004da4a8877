import { found, pods, type Practice } from '../../practice';
import { isPlainSecret, isSecretName, isSecretText } from '../../secrets';

export const secretInEnv: Practice = {
  id: 'secret-in-env',
  severity: 'error',
  sandbox: true,
  title: { en: 'No plain-text secrets in environment variables', zh: '环境变量中不写明文密钥' },
  reason: {
    en: 'A password in a Pod’s spec is read by everybody who may look at the Pod, and stands in the program, in its history and in every plan.',
    zh: '写在 Pod 规格中的密码，凡能查看该 Pod 的人都能读到，并会留在代码、历史记录和每次 plan 中。',
  },
  fix: {
    en: 'draw it with `random_password` or KMS, keep it in a Secret and name that with `value_from.secret_key_ref` (`Secret` and `addSecret...` of the library)',
    zh: '用 `random_password` 或 KMS 生成，存入 Secret，再通过 `value_from.secret_key_ref` 引用',
  },
  source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  look: pods(({ called, containers }) =>
    containers.flatMap(({ name: container, spec }) =>
      [spec.env ?? []].flat().flatMap(({ name, value }: { name?: unknown; value?: unknown }) =>
        isSecretText(value) || (isSecretName(name) && isPlainSecret(value))
          ? found({
              en: `container ${container} of ${called} has a secret as text in ${String(name)}`,
              zh: `${called} 的容器 ${container} 在环境变量 ${String(name)} 中写有明文密钥`,
            })
          : [],
      ),
    ),
  ),
};
