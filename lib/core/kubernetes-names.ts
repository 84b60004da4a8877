import { createHash } from 'node:crypto';
import type { IConstruct } from 'constructs';
import { quote, type Problem } from './errors';
import { isToken } from './tokens';

/** Longest name that also fits a label's value and a Service's DNS name. */
const MAX = 63;
const LABEL = /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/;

/**
 * The Kubernetes name of a construct: its path below `above` (its namespace, or the stack for what has none), joined by
 * hyphens, in lower case, cut to 63 characters with a hash of the whole where that changed it. Stable as long as the
 * path is.
 */
export function kubernetesName(construct: IConstruct, above: IConstruct, suffix?: string): string {
  const path = construct.node.path.slice(above.node.path.length).split('/').filter(Boolean);
  const whole = [...path, ...(suffix === undefined ? [] : [suffix])].join('-');
  if (whole.length <= MAX && LABEL.test(whole)) {
    return whole;
  }
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  const clean = whole
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
    .replace(/^[^a-z]+/, '');
  return `${clean.slice(0, MAX - hash.length - 1).replace(/-+$/, '') || 'x'}-${hash}`;
}

/** Problem with a Kubernetes name that the user gave; none for `undefined` and tokens. */
export function kubernetesNameProblems(prop: string, name: string | undefined): Problem[] {
  if (name === undefined || isToken(name) || (typeof name === 'string' && name.length <= MAX && LABEL.test(name))) {
    return [];
  }
  const what = `${prop} ${quote(name)} is not 1 to ${MAX} lower-case letters, digits and hyphens, a letter first`;
  return [{ code: 'kubernetes-name', what, value: name, fix: `write ${prop}: "web", or leave it out` }];
}
