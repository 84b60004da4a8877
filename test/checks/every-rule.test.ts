import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from '../../packages/rehearsal/src/engine/constraint';
import { loadBuiltIn } from '../../packages/rehearsal/src/schema/load';
import { goPattern } from '../../lib/checks/go-pattern';
import { judge } from '../../lib/checks/judge';
import { rulesOf } from '../../lib/checks/known-rules';
import { mended } from '../../lib/checks/nearest';
import { prepared } from '../../lib/checks/prepared';
import type { AttributeRules, Bounds, Kind, Scalar, TypeRules } from '../../lib/checks/types';
import { valueFindings } from '../../lib/checks/value-rules';

const FOLDER = join(__dirname, '../../lib/checks');
const FILE = readdirSync(FOLDER).find((name) => name.endsWith('.txt'))!;
const types = readFileSync(join(FOLDER, FILE), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [key, json] = line.split('\t');
    const [kind, type] = key!.split(' ') as [Kind, string];
    return { kind, type, rules: JSON.parse(json!) as TypeRules };
  });

const all = types.flatMap(({ kind, type, rules: { attributes } }) =>
  Object.entries(attributes).map(([path, rules]) => ({ kind, type, path, rules })),
);

/** An object that holds a value under a path, in lists of one block. */
const holding = (path: string, value: unknown): Record<string, unknown> =>
  path
    .split('.')
    .reduceRight<unknown>(
      (inner, name, index, names) => ({ [name]: index === names.length - 1 ? value : [inner] }),
      value,
    ) as Record<string, unknown>;

/** The ends of a range or a length that are not open; very long texts prove no more than long ones. */
const endsOf = (bounds: Bounds | undefined, most = Infinity): number[] =>
  [...(bounds ?? [])].filter((end): end is number => end !== null && end <= most);

/** Values that a rule allows: every choice, both ends of a range or a length. */
function allowed({ enum: choices, range, length }: AttributeRules): Scalar[] {
  return [...(choices ?? []), ...endsOf(range), ...endsOf(length, 9999).map((end) => 'a'.repeat(end))];
}

/** Values around the edges of a rule, most of them wrong. */
function near({ enum: choices, range, length, pattern }: AttributeRules): Scalar[] {
  const around = endsOf(range).flatMap((end) => [end - 1, end, end + 1]);
  const listed = (choices ?? []).flatMap((one): Scalar[] =>
    typeof one === 'number' ? [one, one + 1] : [one, `${one}x`, `${one}`.toLowerCase(), `${one}`.toUpperCase()],
  );
  const texts = endsOf(length, 9999).flatMap((end) => [
    'a'.repeat(end),
    'a'.repeat(end + 1),
    '名'.repeat(Math.ceil(end / 3)),
    '名'.repeat(end),
  ]);
  return [...around, ...listed, ...texts, ...(pattern ? NAMES : [])];
}

const NAMES = ['', 'a', 'Ab-c_1', '名称', 'vsw-abc', 'ecs.g7.large', '-x', '200', 'a b', 'x'.repeat(200), 'rg-1', '/a'];

test('every type of the data is found, and no other', () => {
  expect(types.length).toBeGreaterThan(1000);
  expect(types.filter(({ kind, type }) => rulesOf(kind, type) === undefined)).toEqual([]);
  expect(rulesOf('resource', 'alicloud_vp')).toBeUndefined();
  expect(rulesOf('resource', 'alicloud_zzz')).toBeUndefined();
  expect(rulesOf('data', 'alicloud_aaa')).toBeUndefined();
});

test('every choice of every list, and both ends of every range and length, are right', () => {
  const refused = all.flatMap(({ type, path, rules }) => {
    const alone = prepared({ attributes: { [path]: { ...rules, requiredWith: undefined, pattern: undefined } } });
    return allowed(rules).flatMap((value) => judge(type, alone, holding(path, value)).refused);
  });
  expect(refused).toEqual([]);
});

test('every pattern of the provider can be said in JavaScript', () => {
  const patterns = new Set(all.flatMap(({ rules }) => [rules.pattern ?? []].flat()));
  expect(patterns.size).toBeGreaterThan(50);
  expect([...patterns].filter((pattern) => goPattern(pattern) === undefined)).toEqual([]);
});

test('the rehearsal judges every rule alike, but where the provider takes one rule or another', () => {
  const { facts } = loadBuiltIn('aliyun/alicloud');
  let judged = 0;
  const differ = all.flatMap(({ kind, type, path, rules }) => {
    const fact = (kind === 'resource' ? facts.resources : facts.dataSources)![type]!.attributes![path]!;
    return near(rules).flatMap((value) => {
      judged++;
      const [ours, theirs] = [valueFindings(type, rules, { path, value }), violations(fact, value)];
      return ours.length > 0 === theirs.length > 0 ? [] : [{ at: `${type}.${path}`, value, ours: ours.length }];
    });
  });
  expect(judged).toBeGreaterThan(10_000);
  // The rehearsal's data has one half of such a rule only, so it may be stricter there, never we.
  expect(differ.filter(({ ours }) => ours > 0)).toEqual([]);
  expect(new Set(differ.map(({ at }) => at)).size).toBeLessThanOrEqual(24);
});

test('the edit that is told for a pattern matches it', () => {
  const patterns = [...new Set(all.flatMap(({ rules }) => (typeof rules.pattern === 'string' ? [rules.pattern] : [])))];
  const edits = patterns.map((pattern) => [pattern, mended('My shop, 2.0', [pattern])] as const);
  const found = edits.filter(([, edit]) => edit !== undefined);
  expect(found.filter(([pattern, edit]) => !goPattern(pattern)!.test(edit!))).toEqual([]);
  expect(found.length).toBeGreaterThan(patterns.length / 2);
});
