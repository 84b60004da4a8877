import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Synthesizes } from '../api/rehearse';
import type { StackJson } from '../api/stack-json';
import { stacksOf } from '../api/stacks';
import type { FactsFile } from '../schema/facts';
import { BUILT_IN, loadBuiltIn, loadFile } from '../schema/load';
import { compare, type Providers } from './compare';
import { breaks, type Finding } from './finding';

export interface UpgradeOptions {
  /** Files of `terraform providers schema -json` of the newer providers. */
  readonly schemaFiles: readonly string[];
  /** What the newer alicloud's validators allow, in the form of the package's own file. @default as the present ones do */
  readonly factsFile?: string;
}

/** What a newer provider would do to a program. */
export interface Upgrade {
  /** Whether the program can be applied as it is. */
  readonly ok: boolean;
  /** Versions that the program is compared from, by provider. */
  readonly from: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
}

/** Holds what was synthesised for the present providers against newer schemas. */
export function rehearseUpgrade(what: Synthesizes | string, options: UpgradeOptions): Upgrade {
  if (typeof what !== 'string') {
    what.synth();
  }
  const out = typeof what === 'string' ? what : what.outdir;
  const newer = options.schemaFiles.flatMap(loadFile).filter(({ address }) => address in BUILT_IN);
  if (newer.length === 0) {
    throw new Error(
      `the schema files hold none of ${Object.keys(BUILT_IN).join(', ')}\n` +
        'fix: write one with "terraform providers schema -json" where the newer provider is installed, and name it by --schema',
    );
  }
  const present = newer.map(({ address }) => loadBuiltIn(address));
  const facts = options.factsFile && (JSON.parse(readFileSync(options.factsFile, 'utf8')) as FactsFile);
  const old: Providers = new Map(present.map((one) => [one.address, one] as const));
  const now: Providers = new Map(
    newer.map(({ address, schema }) => [
      address,
      { schema, facts: facts && address === 'aliyun/alicloud' ? facts : old.get(address)!.facts },
    ]),
  );
  const stacks = new Map(
    stacksOf(out).map(({ name, folder }) => [
      name,
      JSON.parse(readFileSync(join(out, folder, 'cdk.tf.json'), 'utf8')) as StackJson,
    ]),
  );
  const findings = compare(stacks, old, now);
  const from = Object.fromEntries(present.map(({ address, version }) => [address, version]));
  return { ok: !findings.some(breaks), from, findings };
}
