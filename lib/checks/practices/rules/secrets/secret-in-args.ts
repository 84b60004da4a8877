import { texts } from '../../reading';
import { isSecretOption, isSecretText } from '../../secrets';
import { pods, when, type Practice } from '../../practice';

export const secretInArgs: Practice = {
  id: 'secret-in-args',
  severity: 'error',
  sandbox: true,
  title: { en: 'No plain-text secrets in commands', zh: '启动命令中不写明文密钥' },
  reason: {
    en: 'Arguments stand in the Pod’s spec, in the list of processes, and in every plan.',
    zh: '参数会出现在 Pod 规格、进程列表与每次 plan 中。',
  },
  fix: {
    en: 'take it from a variable that names a Secret: `--password=$(DB_PASSWORD)`',
    zh: '改用引用 Secret 的环境变量：`--password=$(DB_PASSWORD)`',
  },
  source: 'https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/',
  look: pods(({ called, containers }) =>
    containers.flatMap(({ name, spec }) => {
      const words = texts([...[spec.command ?? []].flat(), ...[spec.args ?? []].flat()]);
      return when(
        words.some((word, index) => isSecretText(word) || isSecretOption(word, words[index + 1])),
        {
          en: `container ${name} of ${called} has a secret as text in its command`,
          zh: `${called} 的容器 ${name} 在启动命令中写有明文密钥`,
        },
      );
    }),
  ),
};
