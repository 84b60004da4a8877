import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** An attribute: its flags, or flags and the provider's default. */
type AttributeFact = string | readonly [flags: string, usual: unknown];

/** A block, or an attribute that looks like one (`a`). */
export interface BlockFact {
  readonly n: 'single' | 'list' | 'set' | 'map' | 'group';
  readonly f?: string;
  readonly a?: boolean;
  readonly b: Names;
}

/** What is known of the names of a block; a name that is not in it is an optional attribute without any feature. */
export type Names = Readonly<Record<string, AttributeFact | BlockFact>>;

/** What a flag says of an attribute: see scripts/replacement-facts.mjs. */
type Flag = 'makesNew' | 'kept' | 'set' | 'sensitive' | 'writeOnly';
const LETTERS: Readonly<Record<Flag, string>> = { makesNew: 'n', kept: 'k', set: 'S', sensitive: 's', writeOnly: 'w' };

/** Terraform's own type, and small ones of providers that many programs take along. */
const BUILT_IN: readonly (readonly [string, Names])[] = [
  ['terraform_data', { triggers_replace: 'n' }],
  ['null_resource', { triggers: 'n' }],
  ['time_sleep', { triggers: 'n' }],
  ['tls_private_key', { algorithm: 'n', rsa_bits: 'n', ecdsa_curve: 'n' }],
];

export const isBlock = (fact: AttributeFact | BlockFact | undefined): fact is BlockFact =>
  typeof fact === 'object' && !Array.isArray(fact);

/** Whether an attribute or block has a feature. */
export function is(flag: Flag, fact: AttributeFact | BlockFact | undefined): boolean {
  const flags = fact === undefined ? '' : isBlock(fact) ? (fact.f ?? '') : Array.isArray(fact) ? fact[0] : fact;
  return (flags as string).includes(LETTERS[flag]);
}

/** The value that the provider takes when none is given; `undefined` when it takes none. */
export const usualOf = (fact: AttributeFact | BlockFact | undefined): unknown =>
  Array.isArray(fact) ? (fact as readonly unknown[])[1] : undefined;

/** The fact about a name; what objects have from birth is none. */
export const factOf = (names: Names, name: string): AttributeFact | BlockFact | undefined =>
  Object.hasOwn(names, name) ? names[name] : undefined;

const NOTHING: Names = Object.freeze({});
let lines: ReadonlyMap<string, string> | undefined;
const parsed = new Map<string, Names>(BUILT_IN);

/** What the provider's schema says of the attributes of a resource type; nothing of a type that is in none. */
export function namesOf(type: string): Names {
  let names = parsed.get(type);
  if (names === undefined) {
    lines ??= read();
    const line = lines.get(type);
    names = line === undefined ? NOTHING : (JSON.parse(line) as Names);
    parsed.set(type, names);
  }
  return names;
}

/** Whether the schema of a type is known: of one that is not, no replacement can be told. */
export const isKnown = (type: string): boolean =>
  BUILT_IN.some(([known]) => known === type) || (lines ??= read()).has(type);

/** One line per type in one file per provider, beside the code that reads it. */
function read(): ReadonlyMap<string, string> {
  const folder = join(__dirname, 'facts');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const all = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
  return new Map(all.map((line) => line.split('\t') as [string, string]));
}
