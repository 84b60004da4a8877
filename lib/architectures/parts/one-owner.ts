import type { IConstruct } from 'constructs';
import { quote, reject } from '../../core/errors';

const OWNERS = Symbol.for('alicloud-constructs/ownersOfParts');
type Used = { [OWNERS]?: Map<string, string> };

/**
 * Takes a database of an instance, a directory of a file system or a store of a project for one site, or whatever else keeps its things there: a
 * second one would overwrite its tables or its files, or mix its logs with them.
 *
 * @param prop what to write another value of
 * @param instead such a value
 * @throws InputError `part-conflict`
 */
export function takeFor(
  taker: IConstruct,
  part: IConstruct,
  key: string,
  prop: string,
  instead: string = taker.node.id,
): void {
  const used = part as Used;
  if (!used[OWNERS]) {
    Object.defineProperty(part, OWNERS, { value: new Map<string, string>() });
  }
  const owner = used[OWNERS]!.get(key);
  const what = `${quote(key)} of "${part.node.path}" is that of "${owner}" already`;
  const fix = `write ${prop}: "${instead}", or give this one a part of its own`;
  reject(taker, owner === undefined ? [] : [{ code: 'part-conflict', what, value: key, fix }]);
  used[OWNERS]!.set(key, taker.node.path);
}
