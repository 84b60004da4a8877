import type { IConstruct } from 'constructs';
import { quote, reject } from '../../core/errors';

const SITES = Symbol.for('alicloud-constructs/wordpressSites');
type Used = { [SITES]?: Map<string, string> };

/**
 * Takes a database of an instance, a directory of a file system or a store of a project for one site: a second one would overwrite
 * its tables or its files, or mix its logs with them.
 *
 * @param prop what to write another value of
 * @param instead such a value
 * @throws InputError `part-conflict`
 */
export function takeFor(
  site: IConstruct,
  part: IConstruct,
  key: string,
  prop: string,
  instead: string = site.node.id,
): void {
  const used = part as Used;
  if (!used[SITES]) {
    Object.defineProperty(part, SITES, { value: new Map<string, string>() });
  }
  const owner = used[SITES]!.get(key);
  const what = `${quote(key)} of "${part.node.path}" is that of the site "${owner}" already`;
  const fix = `write ${prop}: "${instead}", or give this site a part of its own`;
  reject(site, owner === undefined ? [] : [{ code: 'part-conflict', what, value: key, fix }]);
  used[SITES]!.set(key, site.node.path);
}
