import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './fences';

/**
 * What a document shows under a heading, in a fence of plain text, is `text`. With `WRITE_DOCS=1` the document is made to
 * show it instead: read what became of it before you commit.
 */
export function expectShown(document: string, heading: string, text: string): void {
  const file = join(ROOT, document);
  const whole = readFileSync(file, 'utf8');
  const [mark, language, shown] = findFence(whole, heading);
  if (process.env.WRITE_DOCS === '1') {
    writeFileSync(
      file,
      whole.replace(mark, () => `${mark.slice(0, mark.length - shown.length - 3)}${text}\n\`\`\``),
    );
    return;
  }
  expect(`${language}:\n${shown}`).toBe(`${language}:\n${text}\n`);
}

/** The first fence of plain text after what begins it: everything up to it, its language, its text. */
function findFence(whole: string, heading: string): readonly [string, string, string] {
  const from = whole.indexOf(heading);
  const match = from < 0 ? null : /^[\s\S]*?^```(text)\n([\s\S]*?)^```/m.exec(whole.slice(from));
  if (!match) {
    throw new Error(`the document has no text after "${heading}"`);
  }
  return [match[0], match[1]!, match[2]!];
}
