import { isKnown, isPlain } from './reading';

/** Names of what must not be read: they end in a word for a secret. */
const NAME =
  /(?:^|[_.\-/]|(?<=[a-z]))(?:pass(?:word|wd|phrase)?|pwd|secret(?:[_-]?key)?|token|api[_-]?key|signing[_-]?key|access[_-]?key[_-]?secret|private[_-]?key|encryption[_-]?key|credentials?|Pass(?:word|wd|phrase)?|Pwd|Secret(?:Key)?|Token|ApiKey|SigningKey|AccessKeySecret|PrivateKey)$/;

/** Names that speak about a secret and are not one. */
const ABOUT = /^(?:allow|disable|enable|require|use|no|without|is|has)[_-]/i;

/** Names whose value names a Secret of the cluster, as most charts ask for, or counts tokens of a text. */
const NAMES_ONE =
  /(?:existing|pull|tls|cert(?:ificate)?|credentials?)[_-]?secrets?$|(?:max|min|next|num|stop)[_-]?tokens?$/i;

/** Whether a name says that its value is a secret. */
export function isSecretName(name: unknown): boolean {
  if (typeof name !== 'string' || ABOUT.test(name) || NAMES_ONE.test(name)) {
    return false;
  }
  // SCREAMING_CASE is read as the same words in small letters.
  return NAME.test(name === name.toUpperCase() ? name.toLowerCase() : name);
}

const NOT_A_SECRET = /^(?:true|false|yes|no|on|off|0|1|none|null|include|omit|same-origin|\*+|<[^>]*>|\/.*|file:.*)$/i;

/** Whether the value of something with a secret's name is written in clear: no reference, no switch, no path. */
export function isPlainSecret(value: unknown): boolean {
  return (
    typeof value === 'string' && isKnown(value) && !/\$\(|\$\w|\{\{/.test(value) && !NOT_A_SECRET.test(value.trim())
  );
}

/** A private key in PEM, under whatever name. */
const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/;

/** A key of an account of Alibaba Cloud or AWS, a private key, a password in an address. */
const TEXTS = [
  /\bLTAI[0-9A-Za-z]{12,}\b/,
  /\bAKIA[0-9A-Z]{16}\b/,
  PRIVATE_KEY,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@$({<]*:[^\s/:@$({<]+@/,
];

/** Whether a text holds a secret whatever its name is. */
export function isSecretText(value: unknown): boolean {
  return typeof value === 'string' && TEXTS.some((text) => text.test(value));
}

/** Files whose lines are settings; scripts and pages are not read line by line. */
const SETTINGS = /\.(?:ya?ml|json|properties|ini|conf|cnf|env|toml)$|(?:^|\/)\.env$/;

const LINE =
  /^[ \t"']*(?<name>[\w.-]*(?:password|passwd|secret[_-]?key|access[_-]?key[_-]?secret|accessKeySecret|apiKey|api[_-]key))["']?[ \t]*[:=][ \t]*["']?(?<value>[^\s"',#]{4,})/gim;

/** Whether a file of settings has a line that sets a secret in clear. */
export function hasSecretLine(file: string, text: unknown): boolean {
  return (
    typeof text === 'string' &&
    SETTINGS.test(file) &&
    [...text.matchAll(LINE)].some(({ groups }) => !ABOUT.test(groups!.name!) && isPlainSecret(groups!.value))
  );
}

/** Whether a word of a command is an option that sets a secret in clear, in itself or by the next word. */
export function isSecretOption(word: string, next: string | undefined): boolean {
  const [, name, value] = /^--?([\w.-]+)(?:=(.*))?$/s.exec(word) ?? [];
  if (name === undefined || !isSecretName(name)) {
    return false;
  }
  return value === undefined
    ? next !== undefined && !next.startsWith('-') && isPlainSecret(next)
    : isPlainSecret(value);
}

/** Attributes of the provider that hold a secret; encrypted ones hold none. */
const ATTRIBUTE =
  /^(?!kms_encrypted_)(?:\w+_)?(?:password|admin_pass|pass_phrase|private_key|secret_key|access_key_secret|access_secret|ak_secret|psk|secret_data)$/;

/** Paths of attributes that hold a secret written as text, in blocks too. */
export function literalsIn(attributes: Readonly<Record<string, unknown>>, at = ''): readonly string[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (typeof value === 'string') {
      const secret = ATTRIBUTE.test(name) || PRIVATE_KEY.test(value);
      return secret && isKnown(value) ? [`${at}${name}`] : [];
    }
    const blocks: readonly unknown[] = Array.isArray(value) ? value : [value];
    return blocks.filter(isPlain).flatMap((block) => literalsIn(block, `${at}${name}.`));
  });
}
