import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'cdktf';
import { describeSummary, summaryOf } from 'alicloud-constructs';
import ts from 'typescript';
import { fencesOf, ROOT } from './fences';

const GUIDE = join(ROOT, 'docs/guides/reaching-the-cluster.md');
const fences = fencesOf(GUIDE);
const [inside, overTheInternet] = fences.filter(({ language }) => language === 'ts');

/** What a program of the guide says when it has run. */
function saidBy({ code }: { readonly code: string }): string {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const cwd = process.cwd();
  process.chdir(mkdtempSync(join(tmpdir(), 'guide-')));
  try {
    const app: App = new Function('require', 'exports', `${outputText}; return app;`)(require, {});
    return describeSummary(summaryOf(app));
  } finally {
    process.chdir(cwd);
  }
}

test('the guide to reaching a cluster shows what its program says: from where the second stack can be applied', () => {
  const shown = fences.find(({ language }) => language === 'text')!.code;
  expect(shown).toMatch(/from the VPC of "shop-cloud\/cluster", a runner in it or a VPN to it/);
  expect(saidBy(inside!).replace(/^ {2}/gm, '')).toContain(shown);
});

test('over the internet it says the ranges, and what somebody has to attach', () => {
  expect(saidBy(overTheInternet!)).toMatch(
    /apply it from 203\.0\.113\.7\/32, [\s\S]*until this access list is attached[\s\S]*\[endpoint-public\]/,
  );
});

test('it has each way: a runner in the VPC, a VPN, a public API server with its audit log', () => {
  const text = readFileSync(GUIDE, 'utf8');
  expect(text).toMatch(/^\| a runner in the VPC .*`Endpoint\.private\(\)`/m);
  expect(text).toMatch(/^\| a VPN, a leased line, a peer /m);
  expect(text).toMatch(/^\| the internet, known ranges +\| `Endpoint\.public\(/m);
  expect(text).toContain('Turn the audit log on');
});
