import { Token } from 'cdktf';

/** True for a value that Terraform will only know later; checks skip it. */
export function isToken(value: unknown): boolean {
  return Token.isUnresolved(value);
}
