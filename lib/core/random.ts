import { RandomProvider } from '@cdktf/provider-random/lib/provider';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

/** Makes sure that the stack of a construct has a random provider; the first construct that draws something adds it. */
export function needRandom(construct: Construct): void {
  const stack = TerraformStack.of(construct);
  if (!stack.node.children.some(isRandomProvider)) {
    new RandomProvider(stack, 'random');
  }
}

function isRandomProvider(child: object): boolean {
  const { terraformResourceType, alias } = child as Partial<RandomProvider>;
  return terraformResourceType === 'random' && alias === undefined;
}
