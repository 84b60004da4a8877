/** Which header sends a request to the next Pods, as plain data. Create one with {@link CanaryHeader}. */
export type CanaryHeaderData =
  | { readonly kind: 'always'; readonly name: string }
  | { readonly kind: 'is'; readonly name: string; readonly value: string }
  | { readonly kind: 'matches'; readonly name: string; readonly pattern: string };

/** Which header sends a request to the next Pods. */
export const CanaryHeader = Object.freeze({
  /** The value `always` does; with `never` nginx keeps the request away, ALB does not. */
  always: (name: string): CanaryHeaderData => Object.freeze({ kind: 'always', name }),
  /** This value does, and no other. */
  is: (name: string, value: string): CanaryHeaderData => Object.freeze({ kind: 'is', name, value }),
  /** Values that a regular expression finds something in do. nginx only. */
  matches: (name: string, pattern: string): CanaryHeaderData => Object.freeze({ kind: 'matches', name, pattern }),
});
