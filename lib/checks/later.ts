import { isToken } from '../core/tokens';

/** True for what Terraform will only know later: a token, or text with an expression in it. */
export function isLater(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return value.includes('{') && /[$%#]\{/.test(value);
    case 'number':
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
