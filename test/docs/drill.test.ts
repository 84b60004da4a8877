import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import ts from 'typescript';
import { EXAMPLES } from '../../examples/main';
import { describeDrill, drillMatchers, drillOf } from '../../lib/testing';
import { ASSUMPTIONS } from '../../lib/testing/drill/assumptions';
import { fencesOf, ROOT } from './fences';

const GUIDE = join(ROOT, 'docs/guides/drill.md');

function drillOfTheBlog() {
  const app = Testing.app();
  EXAMPLES['wordpress-on-eci-burst']!(app);
  return drillOf(app);
}

test('what the guide and both READMEs show is what the drill of the blog says', () => {
  const text = describeDrill(drillOfTheBlog());
  const shown = [GUIDE, 'README.md', 'README.zh-CN.md']
    .map((file) => (file === GUIDE ? file : join(ROOT, file)))
    .map((file) => fencesOf(file).filter(({ language, code }) => language === 'text' && /cn-hangzhou-h/.test(code)))
    .map((fences) => fences.map(({ code }) => code.trim()).filter((code) => /blog-cloud|lost, Pods/.test(code)));
  expect(shown.map(({ length }) => length)).toEqual([4, 1, 1]);
  shown.flat().forEach((code) => expect(text).toContain(code));
});

test('the guide has every assumption with its source', () => {
  const guide = readFileSync(GUIDE, 'utf8').replace(/ +/g, ' ');
  expect(ASSUMPTIONS.filter(({ text, source }) => !guide.includes(`| ${text} | ${source} |`))).toEqual([]);
});

test('the matchers that the guide names are those that there are', () => {
  const guide = readFileSync(GUIDE, 'utf8');
  const named = new Set(guide.match(/\bto(?:Survive|Have)\w+/g));
  expect([...named].sort()).toEqual(Object.keys(drillMatchers).sort());
});

test('the test that the guide shows passes', () => {
  const { code } = fencesOf(GUIDE).find(({ language }) => language === 'ts')!;
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  let shown: () => void = () => undefined;
  const found = (_: string, body: () => void) => (shown = body);
  new Function('require', 'exports', 'test', 'expect', outputText)(require, {}, found, expect);
  expect.hasAssertions();
  shown();
});
