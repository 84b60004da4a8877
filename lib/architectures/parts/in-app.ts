import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { reject } from '../../core/errors';

/**
 * The App that holds an architecture. Its stacks are made there: tools find stacks that depend on each other by their names,
 * which are paths elsewhere.
 *
 * @throws InputError `stack-nested`
 */
export function appOf(architecture: Construct, name: string): Construct {
  const stack = architecture.node.scopes.find((one) => TerraformStack.isStack(one));
  const what = `"${architecture.node.path}" makes two stacks, and "${stack?.node.path}" is a stack already`;
  const fix = `create it in the App: new ${name}(app, "blog", {...})`;
  reject(architecture, stack ? [{ code: 'stack-nested', what, value: stack.node.path, fix }] : []);
  return architecture.node.root as Construct;
}
