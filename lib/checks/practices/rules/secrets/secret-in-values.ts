import { blocks, texts } from '../../reading';
import { hasSecretLine, isPlainSecret, isSecretName, isSecretText } from '../../secrets';
import { found, resources, when, type Practice } from '../../practice';

export const secretInValues: Practice = {
  id: 'secret-in-values',
  severity: 'error',
  sandbox: true,
  title: { en: 'No plain-text secrets in values of charts', zh: 'Chart 的 values 中不写明文密钥' },
  reason: {
    en: 'Values are kept readable in the state, in every plan and in the release’s Secret of the cluster.',
    zh: 'values 会以可读形式保存在 state、每次 plan 以及集群的 release Secret 中。',
  },
  fix: {
    en: 'name an existing Secret in the values; most charts have `existingSecret`',
    zh: '在 values 中引用已有的 Secret，多数 Chart 支持 `existingSecret`',
  },
  source: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
  look: resources(['helm_release'], ({ attributes }) => {
    const set = [...(blocks(attributes, 'set') ?? []), ...(blocks(attributes, 'set_sensitive') ?? [])];
    const named = set
      .filter(({ name, value }) => isSecretName(name) && isPlainSecret(value))
      .map(({ name }) => String(name));
    const written = texts(attributes.values ?? []).filter(
      (text) => isSecretText(text) || hasSecretLine('values.yaml', text),
    );
    return [
      ...named.flatMap((name) => found({ en: `${name} is set as text`, zh: `${name} 以明文设置` })),
      ...when(written.length > 0, { en: 'the values hold a secret as text', zh: 'values 中写有明文密钥' }),
    ];
  }),
};
