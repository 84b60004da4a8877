import type { IConstruct } from 'constructs';
import { quote, type Problem } from '../core/errors';
import { addTreeCheck, perTree } from '../core/tree';

/** A name that is one in the whole account, whatever the stack and the region. */
interface AccountName {
  readonly kind: 'contacts' | 'rules';
  readonly name: string;
}

const NAME = Symbol.for('alicloud-constructs/accountName');
type Named = { [NAME]?: AccountName };

/** Of contacts the same name is one group; of rules what they begin with is how a policy knows those that are its own. */
const MEETS: Readonly<Record<AccountName['kind'], (one: string, other: string) => boolean>> = Object.freeze({
  contacts: (one, other) => one === other,
  rules: (one, other) => one.startsWith(other) || other.startsWith(one),
});

/**
 * Notes a name, and has the finished tree looked at for another one like it: `shop` with `eu-oncall` and `shop-eu` with `oncall`
 * are named alike, and the cloud would let one overwrite the other without a word.
 */
export function noteAccountName(construct: IConstruct, kind: AccountName['kind'], name: string): void {
  Object.defineProperty(construct, NAME, { value: Object.freeze({ kind, name }) });
  addTreeCheck(construct, (all) => shared(construct, all));
}

const noted = perTree((all) => all.filter((one) => (one as Named)[NAME] !== undefined));

function shared(construct: IConstruct, all: readonly IConstruct[]): Problem[] {
  const { kind, name } = (construct as Named)[NAME]!;
  const named = noted(all);
  const first = named.slice(0, named.indexOf(construct)).find((one) => {
    const other = (one as Named)[NAME]!;
    return other.kind === kind && MEETS[kind](name, other.name);
  });
  const what = `${quote(name)} is what the account knows "${first?.node.path}" by, too: one would be told, or changed, in the place of the other`;
  return first ? [{ code: 'account-name-taken', what, value: name, fix: 'give one of the two another id' }] : [];
}
