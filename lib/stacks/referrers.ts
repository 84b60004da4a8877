import {
  DefaultTokenResolver,
  StringConcat,
  TerraformElement,
  Tokenization,
  type IResolvable,
  type IResolveContext,
  type TerraformStack,
} from 'cdktf';
import type { IConstruct } from 'constructs';

/** An element of a stack, and the element of another stack whose value it uses. */
export interface Referrer {
  readonly user: IConstruct;
  /** Absent where the value is of the stack itself. */
  readonly used?: IConstruct;
}

/** The first element of one stack that uses a value of another; `undefined` where none does. */
export function referrer(stack: TerraformStack, other: TerraformStack): Referrer | undefined {
  for (const user of stack.node.findAll().filter(TerraformElement.isTerraformElement)) {
    const seen: string[] = [];
    Tokenization.resolve(user.toTerraform(), { scope: stack, resolver: new Listener(other, seen), preparing: false });
    const [identifier] = seen;
    if (identifier !== undefined) {
      return { user: nearest(user), used: owner(other, identifier) };
    }
  }
  return undefined;
}

/** Resolves like the framework, but only notes references to one stack instead of making them. */
class Listener extends DefaultTokenResolver {
  constructor(
    private readonly other: TerraformStack,
    private readonly seen: string[],
  ) {
    super(new StringConcat());
  }

  override resolveToken(token: IResolvable, context: IResolveContext, after: never): unknown {
    const { originStack, identifier } = token as { originStack?: unknown; identifier?: string };
    if (originStack === this.other && identifier !== undefined) {
      this.seen.push(identifier);
      return identifier;
    }
    return super.resolveToken(token, context, after);
  }
}

function owner(stack: TerraformStack, identifier: string): IConstruct | undefined {
  const parts = identifier.split('.');
  const found = stack.node
    .findAll()
    .filter(TerraformElement.isTerraformElement)
    .find((element) => parts.includes(element.friendlyUniqueId));
  return found && nearest(found);
}

/** The construct that a reader knows: an L2's main resource is the L2 itself. */
function nearest(element: IConstruct): IConstruct {
  return element.node.id === 'Resource' ? element.node.scope! : element;
}
