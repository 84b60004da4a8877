import { dependable, TerraformStack, type TerraformResource } from 'cdktf';
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

const texts = new WeakMap<object, string>();

/**
 * The same as `depends_on` of a resource that exists holds it. Made once for each dependable: the framework keeps with
 * every text where in the program it was made, which takes longer than all the rest.
 */
export function putWaitFor(resource: TerraformResource, at: IConstruct, dependables: readonly Dependable[]): void {
  resource.dependsOn = waitFor(at, dependables)?.map((one) => {
    const text = texts.get(one) ?? dependable(one);
    texts.set(one, text);
    return text;
  });
}
