import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** A fenced piece of code in a document. */
export interface Fence {
  /** `README.md:31`, where the fence begins. */
  readonly at: string;
  readonly language: string;
  readonly code: string;
}

const SKIPPED = new Set(['node_modules', 'dist', 'artifacts', 'cdktf.out', '.git', '.build', 'src']);

/** Every Markdown document of the repository. */
export function documents(folder = ROOT): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const generated = entry.name === 'lib' && folder.startsWith(join(ROOT, 'packages'));
      return SKIPPED.has(entry.name) || generated ? [] : documents(path);
    }
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** The fences of a document. */
export function fencesOf(document: string): Fence[] {
  const text = readFileSync(document, 'utf8');
  return [...text.matchAll(/^```(\w+)[^\n]*\n([\s\S]*?)^```/gm)].map((match) => ({
    at: `${relative(ROOT, document)}:${text.slice(0, match.index).split('\n').length}`,
    language: match[1]!,
    code: match[2]!,
  }));
}

/** Every TypeScript program in every document. */
export function programs(): Fence[] {
  return documents()
    .flatMap(fencesOf)
    .filter(({ language }) => language === 'ts' || language === 'typescript');
}
