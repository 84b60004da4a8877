import { PRACTICES } from '../../../lib/checks/practices/catalogue';
import { CLOUD } from './cases/cloud';
import { OBJECTS } from './cases/objects';
import { PODS } from './cases/pods';
import { appOf, comparable, inTerraform, inTree, placesOf, type Cases } from './programs';

const TABLES: readonly Readonly<Record<string, Cases>>[] = [PODS, OBJECTS, CLOUD];

test('every practice has programs that break it and programs that do not', () => {
  const ids = PRACTICES.map(({ id }) => id);
  const tried = new Set(TABLES.flatMap((table) => Object.keys(table)));
  expect([...tried].sort()).toEqual([...ids].sort());
  TABLES.flatMap((table) => Object.values(table)).forEach(({ wrong, right }) => {
    expect(Object.keys(wrong).length).toBeGreaterThan(0);
    expect(Object.keys(right).length).toBeGreaterThan(0);
  });
});

const rows = (of: keyof Cases) =>
  TABLES.flatMap((table) =>
    Object.entries(table).flatMap(([practice, cases]) =>
      Object.entries(cases[of]).map(([name, program]) => ({ practice, name, program })),
    ),
  );

test.each(rows('wrong'))('$practice is broken: $name', ({ practice, program }) => {
  const app = appOf(program);
  const [before, after] = [inTree(app), inTerraform(app)];
  expect(placesOf(before, practice)).toEqual(['x']);
  expect(comparable(after)).toEqual(comparable(before));
  after.forEach(({ what, address }) => {
    expect(`${what.en} ${what.zh}`).not.toMatch(/undefined|\[object|NaN/);
    expect(address).toBeTruthy();
  });
});

test.each(rows('right'))('$practice is followed: $name', ({ practice, program }) => {
  const app = appOf(program);
  const [before, after] = [inTree(app), inTerraform(app)];
  expect(placesOf(before, practice)).toEqual([]);
  expect(comparable(after)).toEqual(comparable(before));
});
