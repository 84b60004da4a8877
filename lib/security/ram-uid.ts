import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';

/** Problem with the id of a RAM user or role, which is digits only; none for `undefined` and tokens. */
export function uidProblems(prop: string, uid: string | undefined): Problem[] {
  if (uid === undefined || isToken(uid) || /^\d{10,20}$/.test(uid)) {
    return [];
  }
  const what = `${prop} ${quote(uid)} is not the id of a RAM user or role, 10 to 20 digits`;
  const fix = `write ${prop}: "200123456789012345", as the RAM console shows it; a name is not an id`;
  return [{ code: 'resource-id-invalid', what, value: uid, fix }];
}
