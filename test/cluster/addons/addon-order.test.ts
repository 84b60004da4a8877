import fc from 'fast-check';
import { installOrder } from '../../../lib/cluster/addons/addon-order';
import { circles } from './circles';

/** Tables without circles: a component needs only such as have a smaller number. */
const table = fc
  .array(fc.array(fc.nat({ max: 30 }), { maxLength: 4 }), { minLength: 1, maxLength: 20 })
  .map(
    (rows) => new Map(rows.map((needs, index) => [`c${index}`, needs.filter((n) => n < index).map((n) => `c${n}`)])),
  );

const needsIn = (rows: ReadonlyMap<string, readonly string[]>) => (key: string) => rows.get(key) ?? [];

const everythingNeeded = (rows: ReadonlyMap<string, readonly string[]>, wanted: readonly string[]): Set<string> => {
  const found = new Set<string>();
  const visit = (key: string) => {
    if (!found.has(key)) {
      found.add(key);
      needsIn(rows)(key).forEach(visit);
    }
  };
  wanted.forEach(visit);
  return found;
};

test('each component comes after all that it needs', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const order = installOrder([...rows.keys()], needsIn(rows));
      for (const [key, needs] of rows) {
        needs.forEach((need) => expect(order.indexOf(need)).toBeLessThan(order.indexOf(key)));
      }
    }),
  );
});

test('what is needed is there once, and nothing else', () => {
  fc.assert(
    fc.property(table, fc.nat(), (rows, seed) => {
      const wanted = [[...rows.keys()][seed % rows.size]!];
      const order = installOrder(wanted, needsIn(rows));
      expect([...order].sort()).toEqual([...everythingNeeded(rows, wanted)].sort());
    }),
  );
});

test('the order in which components are asked for, and written in the table, does not matter', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const backwards = new Map([...rows].reverse().map(([key, needs]) => [key, [...needs].reverse()] as const));
      expect(installOrder([...backwards.keys()], needsIn(backwards))).toEqual(
        installOrder([...rows.keys()], needsIn(rows)),
      );
    }),
  );
});

test('a circle is found, whether by need or by order alone', () => {
  const rows = [{ name: 'a', needs: ['b'] }, { name: 'b', after: ['c'] }, { name: 'c', needs: ['a'] }, { name: 'd' }];
  expect(circles(rows).map((circle) => [...circle].sort())).toEqual([['a', 'b', 'c']]);
  expect(circles(rows.slice(1))).toEqual([]);
});
