import * as fc from 'fast-check';
import { parse } from 'yaml';
import { valuesText, type PlainData } from '../../../lib/workload/charts/values-text';

/** Terraform's reading of a text without references: two signs before a brace are one. */
const asTerraformReads = (text: string) => text.replace(/([$%])\1\{/g, '$1{');

/** Data of every form, with words that YAML 1.1 reads as something else and what Terraform takes for a template. */
const { data } = fc.letrec<{ data: PlainData }>((tie) => {
  const tricky = fc.constantFrom(
    'on',
    'no',
    'y',
    '~',
    '012',
    '0x1f',
    '1:30',
    '1e3',
    '2024-01-01',
    '<<',
    '=',
    '${a}',
    '%{if}',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    tricky,
    fc.string().map((line) => `${line}\n  ${line}\n`),
  );
  const leaf = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
  // The reader at hand takes "<<" for a merge even in quotes.
  const key = fc
    .oneof(tricky, fc.string({ unit: 'grapheme-ascii' }))
    .filter((name) => !['__proto__', '<<'].includes(name));
  return {
    data: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('data')),
      fc.dictionary(key, tie('data')),
    ) as fc.Arbitrary<PlainData>,
  };
});

test.each(['1.1', '1.2'] as const)('reads back as the data that it was made of, by YAML %s', (version) => {
  fc.assert(
    fc.property(data, (one) => {
      const text = asTerraformReads(valuesText({ resources: [one] }));
      expect(parse(text, { version, maxAliasCount: 0 })).toEqual({ resources: [one] });
    }),
    { numRuns: 200 },
  );
});

test('a key that looks like a merge stands in quotes', () => {
  expect(valuesText({ '<<': { '<<': 1 } })).toBe('!!str "<<":\n  !!str "<<": 1');
});

test('what is left out is left out, and no reference is left that YAML would follow', () => {
  const shared = { a: 1 };
  expect(valuesText({ b: shared, c: shared, z: undefined })).toBe('b:\n  a: 1\nc:\n  a: 1');
});
