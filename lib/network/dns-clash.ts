import type { IConstruct } from 'constructs';
import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';
import { perTree } from '../core/tree';

/** A record as far as others could be in its way. */
export interface ClashingRecord {
  /** Which zone, by kind and by what it is known by. */
  readonly zone: string;
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly line: string;
}

const RECORD = Symbol.for('alicloud-constructs/dnsRecord');
type Noted = { [RECORD]?: ClashingRecord };

/** Notes what a construct puts into a zone. */
export function noteRecord(construct: IConstruct, record: ClashingRecord): void {
  Object.defineProperty(construct, RECORD, { value: Object.freeze({ ...record, name: record.name.toLowerCase() }) });
}

interface Placed {
  readonly record: ClashingRecord;
  readonly path: string;
}

/** Records of a tree by zone and name. */
const placed = perTree((all) => {
  const found = new Map<string, Placed[]>();
  for (const construct of all) {
    const record = (construct as Noted)[RECORD];
    if (record && !isToken(record.name)) {
      const key = `${record.zone} ${record.name} ${record.line}`;
      found.set(key, [...(found.get(key) ?? []), { record, path: construct.node.path }]);
    }
  }
  return found;
});

/**
 * Problems of a record with those made before it at the same name and on the same line: the same value twice, which the cloud
 * refuses, and an alias beside anything else.
 */
export function clashes(construct: IConstruct, all: readonly IConstruct[]): Problem[] {
  const own = (construct as Noted)[RECORD]!;
  const list = placed(all).get(`${own.zone} ${own.name} ${own.line}`) ?? [];
  const before = list.slice(
    0,
    list.findIndex(({ path }) => path === construct.node.path),
  );
  const twice = before.find(({ record }) => record.type === own.type && record.value === own.value);
  const alias = before.find(({ record }) => record.type !== own.type && [record.type, own.type].includes('CNAME'));
  return [...(twice ? [sameTwice(own, twice)] : []), ...(alias ? [besideAlias(own, alias)] : [])];
}

function sameTwice({ name, type, value }: ClashingRecord, { path }: Placed): Problem {
  const what = `${type} ${quote(name)} with the value ${quote(value)} is made by "${path}" too`;
  return { code: 'dns-record-twice', what, value: name, fix: 'leave one of the two out' };
}

function besideAlias({ name, type }: ClashingRecord, { record, path }: Placed): Problem {
  const what = `${type} ${quote(name)} stands beside ${record.type} of "${path}": an alias (CNAME) is alone at its name`;
  const fix = 'write the address instead of the alias, or give one of the two another name';
  return { code: 'dns-alias-shared', what, value: name, fix };
}
