import type { KubernetesObject } from '../../../lib/testing/kubernetes';

interface ValueError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

type Model = new (data: unknown) => { validate(): void };

/** The value at a JSON pointer. */
const at = (object: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, part) => Object(value)[part] as unknown, object);

function modelOf({ apiVersion, kind }: KubernetesObject): Model | undefined {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return (require(`kubernetes-models/${apiVersion}/${kind}`) as Readonly<Record<string, Model>>)[kind];
  } catch {
    return undefined;
  }
}

/** What `kubernetes-models` says against an object's values; it lets unknown fields pass. */
export function valueProblems(object: KubernetesObject, ignored: (value: unknown) => boolean): readonly string[] {
  const model = modelOf(object);
  if (model === undefined) {
    return [];
  }
  try {
    new model(object).validate();
    return [];
  } catch (error) {
    const { errors } = error as { errors?: readonly ValueError[] };
    if (errors === undefined) {
      throw error;
    }
    return errors
      .filter(({ instancePath }) => !ignored(at(object, instancePath)))
      .map(({ instancePath, message, keyword, params }) =>
        `${instancePath} ${message ?? keyword} ${JSON.stringify(params)}`.trim(),
      );
  }
}
