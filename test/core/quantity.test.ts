import * as fc from 'fast-check';
import { canonicalQuantity, quantityOf } from '../../lib/core/quantity';

test.each([
  ['1000m', '1'],
  ['0.5', '500m'],
  ['1.5', '1500m'],
  ['.1', '100m'],
  ['2000', '2k'],
  ['1024Mi', '1Gi'],
  ['1.5Gi', '1536Mi'],
  ['0.5Ki', '512'],
  ['1000Mi', '1000Mi'],
  ['128Mi', '128Mi'],
  ['1000M', '1G'],
  ['100m', '100m'],
  ['8', '8'],
  ['much', 'much'],
  ['900Ei', '900Ei'],
])('the API server writes %s as %s', (given, written) => {
  expect(canonicalQuantity(given)).toBe(written);
});

const quantity = fc
  .tuple(
    fc.integer({ min: 1, max: 100_000 }),
    fc.constantFrom('', '.5', '.25'),
    fc.constantFrom('m', '', 'k', 'M', 'Ki', 'Mi', 'Gi'),
  )
  .map((parts) => parts.join(''));

test('a canonical quantity is the same number, and its own canonical form', () => {
  fc.assert(
    fc.property(quantity, (text) => {
      const written = canonicalQuantity(text);
      expect(quantityOf(written)).toBe(quantityOf(text));
      expect(canonicalQuantity(written)).toBe(written);
    }),
  );
});
