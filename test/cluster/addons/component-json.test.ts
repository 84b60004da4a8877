import fc from 'fast-check';
import { componentJson, type ComponentValue } from '../../../lib/cluster/addons/component-json';

test('keys are sorted at every depth, and nothing is indented', () => {
  expect(componentJson({ b: [{ d: 1, c: 'x' }], a: { z: true, y: 'true' } })).toBe(
    '{"a":{"y":"true","z":true},"b":[{"c":"x","d":1}]}',
  );
});

test('keys that look like numbers are sorted as text too, as Go does', () => {
  expect(componentJson({ '10': 1, '9': 2, a: 3 })).toBe('{"10":1,"9":2,"a":3}');
});

test('angle brackets, ampersands and line separators are escaped, as Go does', () => {
  expect(componentJson({ rule: 'a<b && c>d\u2028\u2029' })).toBe(
    '{"rule":"a\\u003cb \\u0026\\u0026 c\\u003ed\\u2028\\u2029"}',
  );
});

test('a value keeps its type: text stays text', () => {
  expect(componentJson({ a: 'true', b: true, c: '1', d: 1 })).toBe('{"a":"true","b":true,"c":"1","d":1}');
});

test('what is undefined is left out', () => {
  expect(componentJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

test('the text says the same value, and the order of keys never matters', () => {
  const value = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string())));
  fc.assert(
    fc.property(value, (given) => {
      const text = componentJson(given as ComponentValue);
      expect(JSON.parse(text)).toEqual({ ...given });
      expect(componentJson(Object.fromEntries(Object.entries(given).reverse()))).toBe(text);
    }),
  );
});
