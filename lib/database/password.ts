import { Password } from '@cdktf/provider-random/lib/password';
import type { Construct } from 'constructs';
import { needRandom } from '../core/random';

/**
 * A random password of 24 characters of all four classes, drawn once and again when `rotation` changes. It is in the state
 * of the stack.
 */
export function drawPassword(scope: Construct, rotation: string): string {
  needRandom(scope);
  return new Password(scope, 'password', {
    length: 24,
    minLower: 2,
    minUpper: 2,
    minNumeric: 2,
    minSpecial: 2,
    // Of those that the databases take, the ones that need no quoting in a connection string.
    overrideSpecial: '_-+=',
    keepers: { rotation },
  }).result;
}
