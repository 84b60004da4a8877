/** Where the configuration names a secret: the file that Jenkins reads when it starts. */
export interface SecretFile {
  readonly readFile: string;
  /** Whether line ends around the value are cut, or the file is taken as it is, or as the bytes of another file. */
  readonly as: 'trimmed' | 'text' | 'bytes';
}

/** What the configuration is made of. */
export type Configuration =
  | string
  | number
  | boolean
  | SecretFile
  | readonly Configuration[]
  | { readonly [key: string]: Configuration | undefined };

/** A password or a token in a file, which may end with a new line. */
export const trimmedFile = (path: string): SecretFile => Object.freeze({ readFile: path, as: 'trimmed' });
/** A file as it is, such as a private key. */
export const textFile = (path: string): SecretFile => Object.freeze({ readFile: path, as: 'text' });
/** The bytes of a file. */
export const bytesFile = (path: string): SecretFile => Object.freeze({ readFile: path, as: 'bytes' });

/**
 * A configuration as Jenkins reads it: secrets as the expressions that read files, and every other `${` escaped, so that
 * no text of a user's becomes an expression. What Terraform fills in stays.
 *
 * Source: https://github.com/jenkinsci/configuration-as-code-plugin/blob/master/docs/features/secrets.adoc
 */
export function asWritten(configuration: Configuration): unknown {
  if (typeof configuration === 'string') {
    return configuration.replace(/\$\{(?!TfToken\[)/g, '^${');
  }
  if (typeof configuration !== 'object') {
    return configuration;
  }
  if (isList(configuration)) {
    return configuration.map(asWritten);
  }
  return isSecret(configuration)
    ? expression(configuration)
    : Object.fromEntries(
        Object.entries(configuration)
          .filter((entry): entry is [string, Configuration] => entry[1] !== undefined)
          .map(([key, value]) => [key, asWritten(value)]),
      );
}

function isList(value: object): value is readonly Configuration[] {
  return Array.isArray(value);
}

function isSecret(value: object): value is SecretFile {
  return 'readFile' in value;
}

function expression({ readFile, as }: SecretFile): string {
  switch (as) {
    case 'trimmed':
      return `\${trim:\${readFile:${readFile}}}`;
    case 'text':
      return `\${readFile:${readFile}}`;
    case 'bytes':
      return `\${readFileBase64:${readFile}}`;
  }
}
