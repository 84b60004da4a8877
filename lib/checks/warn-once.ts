import type { IConstruct } from 'constructs';
import { warn } from '../core/warnings';
import type { Finding } from './finding';

/** Warned of already: a stack may be prepared more than once. */
const warned = new WeakMap<IConstruct, Set<string>>();

/** Attaches a warning, once however often a tree is checked. */
export function warnOnce(construct: IConstruct, { code, what, fix }: Pick<Finding, 'code' | 'what' | 'fix'>): void {
  const texts = warned.get(construct) ?? new Set();
  const text = `${what}; ${fix}`;
  if (!texts.has(text)) {
    warn(construct, code, text);
    warned.set(construct, texts.add(text));
  }
}
