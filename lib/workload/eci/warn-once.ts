import type { IConstruct } from 'constructs';
import type { Code } from '../../core/codes';
import { warn } from '../../core/warnings';

const SAID = Symbol.for('alicloud-constructs/said');
type Speaker = { [SAID]?: Set<string> };

/** A warning of what only the finished tree shows, which may be looked at more than once. */
export function warnOnce(at: IConstruct, code: Code, text: string): void {
  const speaker = at as Speaker;
  if (!speaker[SAID]) {
    Object.defineProperty(at, SAID, { value: new Set() });
  }
  if (!speaker[SAID]!.has(text)) {
    speaker[SAID]!.add(text);
    warn(at, code, text);
  }
}
