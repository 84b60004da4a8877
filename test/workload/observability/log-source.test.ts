import fc from 'fast-check';
import { LogSource, overlap } from '../../../lib/workload/observability/log-source';

const files = (name: string) => LogSource.files(`/var/log/${name}`);
const letters = fc.constantFrom('a', 'b', '.', '-');
const pattern = fc
  .array(fc.oneof(letters, fc.constantFrom('*', '?')), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''));

/** What a pattern finds, told by an expression. */
const finds = (glob: string) =>
  new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.')}$`);

test('two patterns that find one file are, in part, the same lines', () => {
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 5 }), pattern, pattern, (name, one, other) => {
      const file = name.join('');
      const both = finds(one).test(file) && finds(other).test(file);
      expect(overlap(files(one), files(other))).toBe(overlap(files(other), files(one)));
      if (both) {
        expect(overlap(files(one), files(other))).toBe(true);
      }
    }),
  );
});

test('a pattern and a name are the same lines when it finds the name, and not otherwise', () => {
  fc.assert(
    fc.property(pattern, fc.array(letters, { minLength: 1, maxLength: 6 }), (glob, name) => {
      const file = name.join('');
      expect(overlap(files(glob), files(file))).toBe(finds(glob).test(file));
    }),
  );
});

test('what is written to outputs is never in files', () => {
  expect(overlap(LogSource.output(), files('*'))).toBe(false);
});
