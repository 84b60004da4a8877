import { describeUpgrade } from '../upgrade/describe';
import { rehearseUpgrade } from '../upgrade/upgrade';

export const UPGRADE_USAGE = `usage: alicloud-rehearse upgrade --schema <file> [options]

Holds the stacks of a cdktf output folder against the schemas of newer providers: what would break, and why.

  --schema <file>   output of "terraform providers schema -json" of the newer provider; may be repeated
  --facts <file>    what the newer alicloud's validators allow, in the form of schemas/alicloud-constraints-*.json
  --out <folder>    output folder of cdktf (default: cdktf.out)
  --json            prints the result as JSON

Exit status: 0 when the program can be applied as it is, 1 when something stops it, 2 for wrong arguments.`;

export interface UpgradeArguments {
  readonly out: string;
  readonly schemaFiles: readonly string[];
  readonly factsFile?: string;
  readonly json: boolean;
}

/** Reads the words after `upgrade`; throws a sentence that says what is wrong with them. */
export function readUpgradeArguments(words: readonly string[]): UpgradeArguments {
  const left = [...words];
  const values = new Map<string, string[]>();
  let json = false;
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--json') {
      json = true;
    } else if (['--schema', '--facts', '--out'].includes(word)) {
      const value = left.shift();
      if (value === undefined) {
        throw new Error(`${word} needs a value`);
      }
      values.set(word, [...(values.get(word) ?? []), value]);
    } else {
      throw new Error(`unknown option "${word}"`);
    }
  }
  const schemaFiles = values.get('--schema') ?? [];
  if (schemaFiles.length === 0) {
    throw new Error('--schema is needed: the schema of the newer provider');
  }
  return {
    out: values.get('--out')?.at(-1) ?? 'cdktf.out',
    schemaFiles,
    factsFile: values.get('--facts')?.at(-1),
    json,
  };
}

/** Prints what a newer provider would do; 1 when something stops an apply. */
export function upgradeCommand({ out, json, ...options }: UpgradeArguments): number {
  const upgrade = rehearseUpgrade(out, options);
  console.log(json ? JSON.stringify(upgrade, null, 2) : describeUpgrade(upgrade));
  return upgrade.ok ? 0 : 1;
}
