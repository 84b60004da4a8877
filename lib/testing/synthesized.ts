import { App, Testing, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

/** Terraform's JSON configuration of one stack, without the framework's metadata. */
export interface TerraformJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly output?: Readonly<Record<string, Attributes>>;
  readonly import?: readonly { readonly id: string; readonly to: string }[];
  readonly [block: string]: unknown;
}

/** Attributes of a resource under their Terraform names. */
export type Attributes = Readonly<Record<string, any>>; // eslint-disable-line @typescript-eslint/no-explicit-any

/**
 * The Terraform that a stack would write, as data. Runs everything that `app.synth()` runs (checks of the whole App,
 * cross-stack references, aspects, the framework's validations) and writes no file.
 *
 * @throws InputError when the App is wrong
 */
export function synthesized(stack: IConstruct): TerraformJson {
  prepare(stack);
  return JSON.parse(Testing.synth(asStack(stack), true)) as TerraformJson;
}

/** The Terraform stacks of a tree, in tree order. */
export function stacksOf(root: IConstruct): readonly TerraformStack[] {
  return root.node.findAll().filter((construct): construct is TerraformStack => TerraformStack.isStack(construct));
}

/** What the framework does to every stack of the App before it writes the first one. */
export function prepare(construct: IConstruct): void {
  const root = construct.node.root;
  stacksOf(App.isApp(root) ? root : construct).forEach((stack) => stack.prepareStack());
}

/** The stack itself, typed. */
export function asStack(construct: IConstruct): TerraformStack {
  if (!TerraformStack.isStack(construct)) {
    throw new TypeError(`${construct.node.path || 'the App'} is not a stack; pass one of its stacks`);
  }
  return construct;
}
