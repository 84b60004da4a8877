import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

/** A practice that a construct and all below it need not follow. */
export interface Suppression {
  /** Path of the construct; empty for the whole App. */
  readonly path: string;
  readonly practice: string;
  readonly reason: string;
}

/** What a stack says about practices to those who read it later: in its file, under `//`, which Terraform skips. */
export interface Notes {
  /** Left out for `production`. */
  readonly profile?: 'sandbox';
  readonly suppressed?: readonly Suppression[];
}

const NOTES = Symbol.for('alicloud-constructs/practiceNotes');
type Noted = { [NOTES]?: Notes };

/** What a stack says about practices. */
export function notesOf(stack: TerraformStack): Notes {
  return (stack as Noted)[NOTES] ?? {};
}

/** Writes into a stack which practices it asks for. */
export function noteProfile(stack: TerraformStack, profile: 'sandbox'): void {
  note(stack, { ...notesOf(stack), profile });
}

/** Writes a suppression into a stack, once. */
export function noteSuppression(stack: TerraformStack, suppression: Suppression): void {
  const { suppressed = [], ...rest } = notesOf(stack);
  const same = ({ path, practice }: Suppression) => path === suppression.path && practice === suppression.practice;
  if (!suppressed.some(same)) {
    note(stack, { ...rest, suppressed: [...suppressed, suppression] });
  }
}

/** Notes in an architecture of the library what it does otherwise, and why; the practice is one that exists. */
export function noteException(construct: IConstruct, practice: string, reason: string): void {
  noteSuppression(TerraformStack.of(construct), Object.freeze({ path: construct.node.path, practice, reason }));
}

function note(stack: TerraformStack, notes: Notes): void {
  Object.defineProperty(stack, NOTES, { value: notes, configurable: true });
  stack.addOverride('//.practices', notes);
}

/** The notes in a written stack; what is there in another form counts as none. */
export function notesIn(json: { readonly [block: string]: unknown }): Notes {
  const { practices } = Object(json['//']) as { practices?: Notes };
  return typeof practices === 'object' && practices !== null ? practices : {};
}
