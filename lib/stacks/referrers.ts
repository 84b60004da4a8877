import { TerraformElement, type TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { referencesIn } from '../core/references';

/** An element of a stack, and the element of another stack whose value it uses. */
export interface Referrer {
  readonly user: IConstruct;
  /** Absent where the value is of the stack itself. */
  readonly used?: IConstruct;
}

/** The first element of one stack that uses a value of another; `undefined` where none does. */
export function referrer(stack: TerraformStack, other: TerraformStack): Referrer | undefined {
  for (const user of stack.node.findAll().filter(TerraformElement.isTerraformElement)) {
    const { references } = referencesIn(stack, user.toTerraform());
    const found = references.find((reference) => reference.stack === other);
    if (found !== undefined) {
      return { user: nearest(user), used: owner(other, found.identifier) };
    }
  }
  return undefined;
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
