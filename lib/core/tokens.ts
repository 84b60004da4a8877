import { Token } from 'cdktf';

/** What every text has in it that stands for a value that only Terraform knows, be it the text of a list or a key. */
const MARK = '{TfToken[';

/**
 * True for a value that Terraform will only know later; checks skip it. Asked of every value that there is, so what
 * cannot be one is told apart before the framework looks closer.
 */
export function isToken(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return value.includes(MARK) && Token.isUnresolved(value);
    case 'number':
      // The framework writes a number that is not known as one far below every whole number.
      return !Number.isSafeInteger(value) && Token.isUnresolved(value);
    case 'object':
      return value !== null && Token.isUnresolved(value);
    default:
      return false;
  }
}
