import type { IConstruct } from 'constructs';
import { quote, reject, type Problem } from './errors';

/**
 * Checks an id before the framework sees it, so that a reserved, empty or repeated id is an `InputError` with an edit
 * instead of the framework's own bare error. Every construct calls it inside `super(scope, checkedId(scope, id))`.
 *
 * @throws InputError `id-reserved`, `id-invalid` or `id-duplicate`
 */
export function checkedId(scope: IConstruct, id: string): string {
  if (scope?.node === undefined) {
    const fix = 'write new ...(stack, id, props), with the construct that is to hold this one first';
    reject(String(id), [{ code: 'value-missing', what: `the scope is ${quote(scope)}`, value: scope, fix }]);
  }
  const problem = problemWith(scope, id);
  reject(`${scope.node.path ? `${scope.node.path}/` : ''}${String(id)}`, problem ? [problem] : []);
  return id;
}

function problemWith(scope: IConstruct, id: string): Problem | undefined {
  if (typeof id !== 'string' || id.trim() === '') {
    return { code: 'id-invalid', what: `id ${quote(id)} is empty`, value: id, fix: 'give a lower-case kebab id' };
  }
  if (id.toLowerCase() === 'default') {
    const what = `id ${quote(id)} is reserved: the framework drops it from addresses, so two resources would collide`;
    return { code: 'id-reserved', what, value: id, fix: `write another id, such as "main"` };
  }
  if (id.includes('${') || id.includes('/')) {
    const what = `id ${quote(id)} holds a token or a slash; ids become Terraform addresses and must be known at synth`;
    return { code: 'id-invalid', what, value: id, fix: 'write the id as plain text, letters, digits and hyphens' };
  }
  if (scope.node.tryFindChild(id)) {
    const what = `id ${quote(id)} exists already in "${scope.node.path || 'the App'}"`;
    return { code: 'id-duplicate', what, value: id, fix: `give one of the two another id, such as "${id}-2"` };
  }
  return undefined;
}
