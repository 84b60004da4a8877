import { format } from '@cdktf/hcl-tools';
import { Testing } from 'cdktf';
import type { IConstruct } from 'constructs';
import { asStack, prepare } from './synthesized';

/**
 * The stack as Terraform's own language, formatted as `terraform fmt` would: what a snapshot test should hold, since it
 * is what a reviewer reads. Write `await hclOf(stack)`: a snapshot of a forgotten promise always passes. The same program gives the same text on every machine.
 *
 * @throws InputError when the App is wrong
 */
export async function hclOf(stack: IConstruct): Promise<string> {
  prepare(stack);
  const hcl = Testing.synthHcl(asStack(stack), true) as unknown as string;
  return spaced(await format(hcl));
}

/** One empty line between blocks, none at the ends of a block. */
function spaced(hcl: string): string {
  const blocks = hcl.replace(/\n{3,}/g, '\n\n').replace(/\n\n(\s*\})/g, '\n$1');
  return `${blocks.replace(/^\}\n(?=\S)/gm, '}\n\n').trim()}\n`;
}
