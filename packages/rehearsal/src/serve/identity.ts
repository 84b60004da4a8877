import { createHash } from 'node:crypto';
import { canonical, type Obj, type Value } from '../cty/value';
import type { Session } from './context';

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** What tells an object apart from its like: the id, or for the few types without one what it says of itself. */
export function identityOf(values: Obj): string {
  if (typeof values.chart === 'string' && typeof values.id === 'string' && typeof values.namespace === 'string') {
    // A release calls itself by its name, which another namespace may have too.
    return values.id.includes('/') ? values.id : `${values.namespace}/${values.id}`;
  }
  if (typeof values.id === 'string' && values.id !== '' && !['none', '-'].includes(values.id)) {
    return values.id;
  }
  const telling: Value = values.manifest ?? values.result ?? values.hex ?? values.metadata ?? values;
  return digest(canonical(telling));
}

/** Where the object lives: objects of two clusters may have one name. */
export const placeOf = (session: Session): string => session.cluster ?? '';

/** Providers whose objects are nowhere but in the state: nothing is left of them when the state forgets them. */
const STATE_ONLY = ['hashicorp/random', 'builtin/terraform'];

export const livesInStateOnly = (provider: string): boolean =>
  STATE_ONLY.some((one) => provider === one || provider.endsWith(`/${one}`));
