import { Fn, Token } from 'cdktf';
import { isToken } from '../../lib/core/tokens';

const unknown = () => Fn.uuid();

test.each([
  ['a text', () => Token.asString(unknown())],
  ['a text with a token in it', () => `web-${Fn.uuid()}.example.com`],
  ['a number', () => Token.asNumber(unknown())],
  ['a list', () => Token.asList(unknown())],
  ['a list of numbers', () => Token.asNumberList(unknown())],
  ['a map', () => Token.asStringMap(unknown())],
  ['anything', () => Token.asAny(unknown())],
])('%s that only Terraform knows is a token', (_, make) => {
  expect(isToken(make())).toBe(true);
});

test.each([
  ['text', 'web'],
  ['text that Terraform would read', '${var.name}'],
  ['a number', 3],
  ['a fraction', 0.5],
  ['no number', Number.NaN],
  ['the smallest number', -Number.MAX_VALUE],
  ['a list', ['web']],
  ['a map', { web: '1' }],
  ['a function', () => 'web'],
  ['nothing', null],
  ['what is left out', undefined],
])('%s of the program is none', (_, value) => {
  expect(isToken(value)).toBe(false);
});
