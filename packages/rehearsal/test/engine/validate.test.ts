import { UNKNOWN } from '../../src/cty/value';
import { goRegExp } from '../../src/engine/go-regexp';
import { validateConfig } from '../../src/engine/validate';
import type { AttributeFacts } from '../../src/schema/facts';
import { loadBuiltIn } from '../../src/schema/load';
import { shapeOf } from '../../src/schema/shape';

const SHAPE = shapeOf({
  attributes: {
    kind: { type: 'string', optional: true },
    other: { type: 'string', optional: true },
    old: { type: 'string', optional: true, deprecated: true },
    tags: { type: ['list', 'string'], optional: true },
  },
  block_types: {
    rule: { nesting_mode: 'list', block: { attributes: { port: { type: 'number', optional: true } } } },
    timeouts: { nesting_mode: 'single', block: { attributes: { create: { type: 'string', optional: true } } } },
  },
});

const check = (attributes: Record<string, AttributeFacts>, config: object): unknown[] =>
  validateConfig(
    SHAPE,
    { attributes },
    { kind: null, other: null, old: null, tags: null, rule: [], timeouts: null, ...config },
  ).map(({ severity, detail, path }) => [severity, detail, path]);

test.each<[string, AttributeFacts, object, string, unknown]>([
  ['an enum', { enum: ['a', 'b'] }, { kind: 'c' }, '"kind": expected one of "a", "b", got "c"', ['kind']],
  ['a length', { length: [2, 3] }, { kind: 'abcd' }, '"kind": expected a length of 2 to 3, got "abcd" of 4', ['kind']],
  [
    'a pattern',
    { pattern: '^vsw-' },
    { kind: 'vpc-a' },
    '"kind": expected something like ^vsw-, got "vpc-a"',
    ['kind'],
  ],
  ['a conflict', { conflictsWith: ['other'] }, { kind: 'a', other: 'b' }, '"kind": conflicts with other', ['kind']],
  ['a missing partner', { requiredWith: ['other'] }, { kind: 'a' }, '"kind": needs other as well', ['kind']],
  ['none of a group', { exactlyOneOf: ['kind', 'other'] }, {}, 'exactly one of kind, other must be given', []],
  ['no member of a group', { atLeastOneOf: ['kind', 'other'] }, {}, 'at least one of kind, other must be given', []],
  [
    'two of a group',
    { exactlyOneOf: ['kind', 'other'] },
    { kind: 'a', other: 'b' },
    '"kind": only one of kind, other can be given, not 2',
    ['kind'],
  ],
])('%s is reported with its path', (_, facts, config, detail, path) => {
  expect(check({ kind: facts }, config)).toEqual([['error', detail, path]]);
});

test('a range is checked in nested blocks, with the index', () => {
  expect(check({ 'rule.port': { range: [1, 10] } }, { rule: [{ port: 5 }, { port: 11 }] })).toEqual([
    ['error', '"rule[1].port": expected a number in the range 1 to 10, got 11', ['rule', 1, 'port']],
  ]);
});

test('unknown values are not judged', () => {
  expect(check({ kind: { enum: ['a'], exactlyOneOf: ['kind', 'other'] } }, { kind: UNKNOWN })).toEqual([]);
});

test('elements of lists are judged one by one', () => {
  expect(check({ tags: { pattern: '^a' } }, { tags: ['a1', 'b1'] })).toHaveLength(1);
});

test('deprecated attributes are warned of, with the replacement', () => {
  expect(check({ old: { deprecated: { since: '1.2.0', replacedBy: 'kind' } } }, { old: 'x' })).toEqual([
    ['warning', '"old" is deprecated. Since version 1.2.0. Use "kind" instead.', ['old']],
  ]);
});

test('timeouts are durations', () => {
  expect(check({}, { timeouts: { create: '1h30m' } })).toEqual([]);
  expect(check({}, { timeouts: { create: 'soon' } })).toHaveLength(1);
});

test("every pattern of the provider can be said in JavaScript's regular expressions", () => {
  const { resources, dataSources } = loadBuiltIn('aliyun/alicloud').facts;
  const patterns = [resources, dataSources]
    .flatMap((types) => Object.values(types ?? {}))
    .flatMap(({ attributes }) => Object.values(attributes ?? {}))
    .flatMap(({ pattern }) => pattern ?? []);
  expect(patterns.length).toBeGreaterThan(50);
  expect(patterns.filter((pattern) => goRegExp(pattern) === undefined)).toEqual([]);
});
