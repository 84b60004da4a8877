import { readFileSync } from 'node:fs';
import type { IConstruct } from 'constructs';
import { hclOf } from '../../lib/testing';

/** The blocks of a stack's resources whose type matches, without empty lines inside. */
export async function blocksOf(stack: IConstruct, type: RegExp): Promise<string> {
  const hcl = await hclOf(stack);
  const blocks = [...hcl.matchAll(/^resource "(\w+)" [\s\S]*?^}$/gm)].filter(([, of]) => type.test(of!));
  return blocks.map(([block]) => block.replace(/^\s*\n/gm, '')).join('\n\n');
}

/** The fences of a language in a document, in order. */
export function fenced(document: string, language: string): readonly string[] {
  const text = readFileSync(document, 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, code]) =>
    code!.trim(),
  );
}
