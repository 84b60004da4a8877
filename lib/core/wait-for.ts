import { TerraformStack } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import type { Dependable } from './network';

/**
 * What a resource of this construct can name in `depends_on`: the dependables of its own stack. Another stack is
 * applied before as a whole, since its values are used here.
 */
export function waitFor(construct: IConstruct, dependables: readonly Dependable[]): Dependable[] | undefined {
  const stack = TerraformStack.of(construct);
  const own = dependables.filter((one) => !Construct.isConstruct(one) || TerraformStack.of(one) === stack);
  return own.length > 0 ? own : undefined;
}
