import { RandomProvider } from '@cdktf/provider-random/lib/provider';
import { TerraformStack, type TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';

/** Makes sure that the stack of a construct has a random provider; the first construct that draws something adds it. */
export function needRandom(construct: Construct): void {
  const stack = TerraformStack.of(construct);
  if (!stack.node.children.some(isRandomProvider)) {
    new RandomProvider(stack, 'random');
  }
}

/**
 * Leaves a stack with one random provider: adds it for raw resources that draw something, and takes ours back where the
 * program made its own.
 */
export function settleRandom(stack: TerraformStack): void {
  const all = stack.node.findAll();
  const providers = all.filter(isRandomProvider);
  const ours = stack.node.tryFindChild('random');
  if (providers.length > 1 && ours !== undefined && isRandomProvider(ours)) {
    stack.node.tryRemoveChild('random');
  } else if (providers.length === 0 && ours === undefined && all.some(draws)) {
    new RandomProvider(stack, 'random');
  }
}

/** Whether a construct is a resource of the random provider that names no provider of its own. */
function draws(construct: object): boolean {
  const { terraformResourceType, provider } = construct as Partial<TerraformResource>;
  return terraformResourceType?.startsWith('random_') === true && provider === undefined;
}

function isRandomProvider(child: object): boolean {
  const { terraformResourceType, alias } = child as Partial<RandomProvider>;
  return terraformResourceType === 'random' && alias === undefined;
}
