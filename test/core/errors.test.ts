import { Fn } from 'cdktf';
import { InputError, quote, reject } from '../../lib/core/errors';

const overlap = { code: 'cidr-overlap', what: 'a meets b', fix: 'move b' } as const;
const hostBits = {
  code: 'cidr-host-bits',
  what: 'c has host bits',
  value: 'c',
  fix: 'clear them',
  path: 'shop/other',
} as const;

test('one error carries every problem with code, path, value and fix', () => {
  const error = new InputError('shop/network', [overlap, hostBits]);
  expect(error.problems).toEqual([{ ...overlap, path: 'shop/network' }, hostBits]);
  expect([error.name, error.code, error.path]).toEqual(['InputError', 'cidr-overlap', 'shop/network']);
});

test('its text is what a person needs: count, path, problem, code, edit', () => {
  expect(new InputError('shop/network', [overlap, hostBits]).message).toMatchInlineSnapshot(`
   "2 problems
   shop/network: a meets b [cidr-overlap]
     fix: move b
   shop/other: c has host bits [cidr-host-bits]
     fix: clear them"
  `);
  expect(new InputError('shop/network', [overlap]).message).toMatchInlineSnapshot(`
   "shop/network: a meets b [cidr-overlap]
     fix: move b"
  `);
});

test('nothing is thrown when there is no problem', () => {
  expect(() => reject('shop', [])).not.toThrow();
});

test('a value that only Terraform knows is quoted as such, not as the framework writes it down', () => {
  expect(quote(Fn.timestamp())).toBe('"<known at apply>"');
  expect(quote({ role: `shop-${Fn.timestamp()}` })).toBe('{"role":"shop-<known at apply>"}');
});
