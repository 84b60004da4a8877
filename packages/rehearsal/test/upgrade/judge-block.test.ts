import type { BlockJson } from '../../src/schema/json';
import { judgeBlock } from '../../src/upgrade/judge-block';
import { fits, typeText } from '../../src/upgrade/type-fit';

const BLOCK: BlockJson = {
  attributes: {
    name: { type: 'string', required: true },
    size: { type: 'number', optional: true },
    id: { type: 'string', computed: true },
  },
  block_types: {
    disk: {
      nesting_mode: 'list',
      max_items: 2,
      block: {
        attributes: { gib: { type: 'number', required: true }, tags: { type: ['map', 'string'], optional: true } },
      },
    },
    network: { nesting_mode: 'list', min_items: 1, block: { attributes: {} } },
  },
};

const judge = (config: Record<string, unknown>, facts = {}) =>
  judgeBlock(BLOCK, { name: 'a', network: {}, ...config }, facts).map(({ kind, attribute }) => `${kind} ${attribute}`);

test('a block that is right says nothing, be it written as one or as a list', () => {
  expect(judge({ disk: { gib: 20 } })).toEqual([]);
  expect(judge({ disk: [{ gib: 20 }, { gib: '40' }], size: '${var.size}' })).toEqual([]);
});

test('what is inside of blocks is judged with its path', () => {
  expect(judge({ disk: [{ gib: 20, fast: true }, {}] })).toEqual([
    'attribute-removed disk.fast',
    'attribute-required disk.gib',
  ]);
  expect(judge({ disk: { gib: 20, tags: ['a'] } })).toEqual(['type-changed disk.tags']);
});

test('too many and too few blocks, and text where a block is, are refused', () => {
  expect(judge({ disk: [{ gib: 1 }, { gib: 2 }, { gib: 3 }] })).toEqual(['value-refused disk']);
  expect(judge({ disk: 'fast' })).toEqual(['type-changed disk']);
  expect(judge({ network: undefined })).toEqual(['attribute-required network']);
});

test('a value that only an apply knows is taken to fit, a wrong one is not', () => {
  const facts = { size: { range: [1, 10] as const }, name: { enum: ['a', 'b'] } };
  expect(judge({ size: 11 }, facts)).toEqual(['value-refused size']);
  expect(judge({ name: 'c' }, facts)).toEqual(['value-refused name']);
  expect(judge({ name: '${random_id.a.hex}', size: '${1 + 20}' }, facts)).toEqual([]);
  expect(judge({ id: 'x' })).toEqual(['attribute-read-only id']);
});

test.each([
  ['string', 1, true],
  ['string', [1], false],
  ['number', '12', true],
  ['number', 'twelve', false],
  ['bool', 'true', true],
  ['bool', 'on', false],
  [['list', 'number'], [1, '2'], true],
  [['list', 'number'], { a: 1 }, false],
  [['map', 'bool'], { a: 'yes' }, false],
  [['object', { a: 'string' }], { a: 'b' }, true],
  [['object', { a: 'string' }], 'a', false],
] as const)('whether %j takes %j: %s', (type, value, expected) => expect(fits(type, value)).toBe(expected));

test('types are shown as Terraform writes them', () => {
  expect(typeText(['list', ['object', { a: 'string', b: ['set', 'number'] }]])).toBe(
    'list(object({ a: string, b: set(number) }))',
  );
});
