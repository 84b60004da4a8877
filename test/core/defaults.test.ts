import { withDefaults } from '../../lib/core/defaults';

test('an undefined prop never erases a default, and neither argument changes', () => {
  const props: { a?: number; b?: string } = { a: undefined, b: 'given' };
  const defaults = Object.freeze({ a: 1, b: 'default' });
  expect(withDefaults(props, defaults)).toEqual({ a: 1, b: 'given' });
  expect(props).toEqual({ a: undefined, b: 'given' });
});

test('false, zero and null are values', () => {
  const props: { a?: boolean; b?: number; c?: string | null } = { a: false, b: 0, c: null };
  expect(withDefaults(props, { a: true, b: 1, c: 'x' })).toEqual({ a: false, b: 0, c: null });
});

test('the result is frozen', () => {
  expect(Object.isFrozen(withDefaults({}, { a: 1 }))).toBe(true);
});
