import { createHash } from 'node:crypto';
import { canonical, type Obj, type Value } from '../cty/value';
import type { Session } from './context';

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** What tells an object apart from its like: the id, or for the few types without one what it says of itself. */
export function identityOf(values: Obj): string {
  if (typeof values.id === 'string' && values.id !== '' && !['none', '-'].includes(values.id)) {
    return values.id;
  }
  const telling: Value = values.manifest ?? values.result ?? values.hex ?? values.metadata ?? values;
  return digest(canonical(telling));
}

/** Where the object lives: objects of two clusters may have one name. */
export const placeOf = (session: Session): string => session.cluster ?? '';
