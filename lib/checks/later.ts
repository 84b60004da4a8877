import { isToken } from '../core/tokens';

/** True for what Terraform will only know later: a token, or text with an expression in it. */
export function isLater(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return value.includes('{') && /[$%#]\{/.test(value);
    case 'number':
      // The framework's numbers that stand for something later are far outside what anybody writes.
      return !(Math.abs(value) < Number.MAX_SAFE_INTEGER) && isToken(value);
    case 'object':
    case 'function':
      return isToken(value);
    default:
      return false;
  }
}

/** Whether Terraform would see the attribute as given: an empty list of blocks and `null` count as left out. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}
