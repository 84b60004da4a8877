import { Password } from '@cdktf/provider-random/lib/password';
import type { Construct } from 'constructs';
import { needRandom } from './random';

/**
 * A random password of all four classes of characters, drawn once and again when `rotation` changes. It is in the state of the
 * stack.
 *
 * @param shape id: of the resource; length: in characters
 */
export function drawPassword(
  scope: Construct,
  rotation: string,
  { id = 'password', length = 24 }: { readonly id?: string; readonly length?: number } = {},
): string {
  needRandom(scope);
  return new Password(scope, id, {
    length,
    minLower: 2,
    minUpper: 2,
    minNumeric: 2,
    minSpecial: 2,
    // Of special characters those that the databases take, and that no shell, PHP, form or connection string reads as something else.
    overrideSpecial: '_-+=',
    keepers: { rotation },
  }).result;
}
