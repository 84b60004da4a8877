import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Protection } from '../../core/cloud';
import { quote, type Problem } from '../../core/errors';
import { noteProfile } from './notes';

/**
 * Which practices are asked for: `production` all of them, `sandbox` those that neither cost money nor protect from loss,
 * so that security stays.
 */
export type Profile = 'production' | 'sandbox';

/** How the resources of a stack are held against the practices of the field. Create one with {@link Practices}. */
export type PracticesData = { readonly kind: Profile | 'off' };

/** Whether a stack is held against the practices of the field when it is synthesised, and against which. */
export const Practices = Object.freeze({
  /** All of them: an error ends the synthesis before a file is written, a warning is printed. */
  production: (): PracticesData => Object.freeze({ kind: 'production' }),
  /** Without those that cost money or protect from loss; security stays. */
  sandbox: (): PracticesData => Object.freeze({ kind: 'sandbox' }),
  /** None at synthesis. The command `alicloud-practices` and `practicesOf` can still judge the stack. */
  off: (): PracticesData => Object.freeze({ kind: 'off' }),
});

const KINDS: ReadonlySet<unknown> = new Set(['production', 'sandbox', 'off']);

/** Problem with a value that is none of {@link Practices}. */
export function practicesProblems(prop: string, value: unknown): Problem[] {
  const { kind } = Object(value) as Partial<PracticesData>;
  const what = `${prop} ${quote(value)} is none of Practices`;
  const fix = `write ${prop}: Practices.production(), .sandbox() or .off()`;
  return value === undefined || KINDS.has(kind) ? [] : [{ code: 'choice-invalid', what, value, fix }];
}

const PRACTICES = Symbol.for('alicloud-constructs/practices');
type Asked = { [PRACTICES]?: PracticesData };

/**
 * Sets which practices a stack is held against. One that is a sandbox says so in its file, so that whoever judges it later
 * does not ask for more.
 */
export function providePractices(stack: TerraformStack, practices: PracticesData, protection: Protection): void {
  Object.defineProperty(stack, PRACTICES, { value: practices });
  if (practices.kind === 'sandbox' || (practices.kind === 'off' && protection === 'sandbox')) {
    noteProfile(stack, 'sandbox');
  }
}

/** Which practices a stack is held against; `undefined` for a stack that does not say. */
export function tryPracticesOf(stack: IConstruct): PracticesData | undefined {
  return (stack as Asked)[PRACTICES];
}

/** Whether any stack of a tree asks for practices; what judges them is loaded only then. */
export function asksForPractices(all: readonly IConstruct[]): boolean {
  return all.some((one) => TerraformStack.isStack(one) && (tryPracticesOf(one)?.kind ?? 'off') !== 'off');
}
