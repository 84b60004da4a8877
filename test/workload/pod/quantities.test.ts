import fc from 'fast-check';
import { quantityOf } from '../../../lib/core/quantity';
import { canonicalQuantity, resourceList } from '../../../lib/workload/pod/quantities';

describe('quantities are written as the API server writes them back', () => {
  test.each([
    ['1000m', '1'],
    ['0.5', '500m'],
    ['1.5', '1500m'],
    ['.25', '250m'],
    ['1024Mi', '1Gi'],
    ['1.5Gi', '1536Mi'],
    ['1000Mi', '1000Mi'],
    ['1000M', '1G'],
    ['2', '2'],
    ['0', '0'],
    ['0.0001', '1m'],
    ['128974848', '128974848'],
  ])('%s is %s', (given, written) => {
    expect(canonicalQuantity(given)).toBe(written);
  });

  test('what is no quantity stays as it is, tokens among it', () => {
    expect(['half', '', '${TfToken[TOKEN.1]}'].map(canonicalQuantity)).toEqual(['half', '', '${TfToken[TOKEN.1]}']);
  });

  const quantities = fc
    .tuple(
      fc.integer({ min: 1, max: 99_999 }),
      fc.integer({ min: 0, max: 999 }),
      fc.constantFrom('', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi'),
    )
    .map(([whole, part, suffix]) => (part === 0 ? `${whole}${suffix}` : `${whole}.${part}${suffix}`));

  test('writing it never changes the amount by more than rounding up, and writing it twice is writing it once', () => {
    fc.assert(
      fc.property(quantities, (text) => {
        const written = canonicalQuantity(text);
        const [before, after] = [quantityOf(text)!, quantityOf(written)!];
        expect(canonicalQuantity(written)).toBe(written);
        expect(written).toMatch(/^\d+(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/);
        expect(after).toBeGreaterThanOrEqual(before * (1 - 1e-12));
        expect(after - before).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('requests and limits go by the names that Kubernetes has', () => {
    expect(resourceList({ cpu: '1000m', ephemeralStorage: '10Gi', memory: '2048Mi' })).toEqual({
      cpu: '1',
      'ephemeral-storage': '10Gi',
      memory: '2Gi',
    });
    expect(resourceList({})).toBeUndefined();
  });
});
