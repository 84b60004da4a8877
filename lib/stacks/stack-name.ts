import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { quote, reject } from '../core/errors';
import { checkedId } from '../core/ids';

const NAME = /^[A-Za-z][A-Za-z0-9-]*$/;
const MAX = 48;

/** Checks the name of a stack before the framework does, whose own errors have no code and no path. */
export function checkedStackName(scope: IConstruct, id: string): string {
  if (typeof id !== 'string' || !NAME.test(id) || id.length > MAX) {
    const what = `stack name ${quote(id)} is not 1 to ${MAX} letters, digits and hyphens, a letter first`;
    const fix = 'write a short kebab name, such as "shop-cloud"';
    reject(scope.node.path ? `${scope.node.path}/${id}` : String(id), [
      { code: 'stack-name-invalid', what, value: id, fix },
    ]);
  }
  const outer = TerraformStack.isStack(scope) ? scope : scope.node.scopes.find(TerraformStack.isStack);
  if (outer !== undefined) {
    const what = `stack ${quote(id)} is inside the stack "${outer.node.path}"; Terraform has no stack in a stack`;
    const fix = 'create it in the App';
    reject(`${scope.node.path}/${id}`, [{ code: 'stack-nested', what, value: id, fix }]);
  }
  return checkedId(scope, id);
}
