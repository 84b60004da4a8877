import { Document, visit } from 'yaml';

/** Text that cannot be taken for a number, a date or a sign of YAML; words such as `no` are seen to by the version. */
const PLAIN = /^[A-Za-z/]/;

/**
 * YAML as Jenkins and its plugins read it, which is version 1.1: there `no` and `012` have to stand in quotes to be text, and so
 * has a branch that is called like a day.
 */
export function yamlText(value: unknown): string {
  const document = new Document(value, { version: '1.1', aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, scalar) => {
      const { value: text } = scalar;
      if (typeof text === 'string' && !PLAIN.test(text) && !text.includes('\n')) {
        scalar.type = 'QUOTE_DOUBLE';
      }
    },
  });
  return document.toString({ lineWidth: 0 });
}
