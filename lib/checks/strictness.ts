import type { IConstruct } from 'constructs';

/**
 * What a finding of the provider's rules leads to: `error` ends the synthesis, `warn` prints it, `off` does not look.
 */
export type Strictness = 'error' | 'warn' | 'off';

const STRICTNESS = Symbol.for('alicloud-constructs/constraints');
type Strict = { [STRICTNESS]?: Strictness };

/** Sets how strictly the resources of a stack are held against the provider's rules. */
export function provideStrictness(stack: IConstruct, strictness: Strictness): void {
  Object.defineProperty(stack, STRICTNESS, { value: strictness });
}

/** How strictly a stack wants to be checked; `undefined` for a stack that does not say. */
export function tryStrictnessOf(stack: IConstruct): Strictness | undefined {
  return (stack as Strict)[STRICTNESS];
}
