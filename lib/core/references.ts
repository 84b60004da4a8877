import {
  DefaultTokenResolver,
  StringConcat,
  Tokenization,
  type IResolvable,
  type IResolveContext,
  type TerraformStack,
} from 'cdktf';
import type { IConstruct } from 'constructs';

/** A value that an element of a stack has, as it is used somewhere. */
export interface ValueReference {
  readonly stack: TerraformStack;
  /** Address and attribute, such as `random_password.root.result`. */
  readonly identifier: string;
}

/** Every reference inside a value, and the Terraform that it becomes. References to other stacks are not made by it. */
export function referencesIn(
  at: IConstruct,
  value: unknown,
): { readonly references: readonly ValueReference[]; readonly written: unknown } {
  const references: ValueReference[] = [];
  const resolver = new Listener((reference) => references.push(reference));
  const written: unknown = Tokenization.resolve(value, { scope: at, resolver, preparing: false });
  return { references, written };
}

/** Resolves like the framework, but notes references instead of looking for the stack that they come from. */
class Listener extends DefaultTokenResolver {
  constructor(private readonly heard: (reference: ValueReference) => void) {
    super(new StringConcat());
  }

  override resolveToken(token: IResolvable, context: IResolveContext, after: never): unknown {
    const { originStack, identifier } = token as { originStack?: TerraformStack; identifier?: string };
    if (originStack !== undefined && identifier !== undefined) {
      this.heard({ stack: originStack, identifier });
    }
    return super.resolveToken(token, context, after);
  }
}

/** Attributes that hold a secret, by the last part of their name. */
const SECRET =
  /(?:^|_)(?:password|passwd|secret|secrets|secret_data|private_key|client_key|kube_?config|token|credentials?)$/i;

/**
 * The references inside a value that are known to be secrets: results of `random_password`, attributes whose name says so,
 * what is marked sensitive. It cannot know all; what it finds is certain enough to refuse.
 */
export function secretsIn(at: IConstruct, value: unknown): readonly string[] {
  const { references, written } = referencesIn(at, value);
  const named = references.map(({ identifier }) => identifier).filter(isSecret);
  return named.length === 0 && /\bsensitive\(/.test(JSON.stringify(written) ?? '') ? ['sensitive(...)'] : named;
}

function isSecret(identifier: string): boolean {
  const [first, ...rest] = identifier.split('.');
  const attribute = (first === 'data' ? rest.slice(2) : rest.slice(1)).join('.').replace(/\[.*?\]/g, '');
  return (
    (first === 'random_password' && /^(?:result|bcrypt_hash)$/.test(attribute)) ||
    SECRET.test(attribute.split('.').at(-1) ?? '')
  );
}
