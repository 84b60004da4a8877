import { idOf } from './world';
import type { ResourceChange, SuggestedMove } from './diff-data';

/** A change and what goes down with it. */
export interface Branch {
  readonly change: ResourceChange;
  readonly under: readonly Branch[];
}

/** What is replaced or destroyed of itself, and what follows from each. */
export interface Cascade {
  readonly roots: readonly ResourceChange[];
  under(change: ResourceChange): readonly Branch[];
}

/**
 * Puts every replacement under the one that causes it. What has several causes stands under the first; a cause that is
 * itself only changed in place is passed over for what made it change.
 */
export function cascadeOf(changes: readonly ResourceChange[], moves: readonly SuggestedMove[] = []): Cascade {
  const byId = new Map(changes.map((change) => [change.id, change] as const));
  // What comes under another address is the end of what goes under the old one.
  for (const { from, to } of moves) {
    const gone = byId.get(idOf(from.stack, from.address));
    if (gone !== undefined) {
      byId.set(idOf(to.stack, to.address), gone);
    }
  }
  const parents = new Map(
    changes.flatMap((change) =>
      change.action === 'replace' ? [[change, parentOf(change, byId, new Set([change.id]))] as const] : [],
    ),
  );
  const under = (change: ResourceChange, above: ReadonlySet<ResourceChange>): readonly Branch[] =>
    changes
      .filter((one) => parents.get(one) === change && !above.has(one))
      .map((one) => ({ change: one, under: under(one, new Set([...above, one])) }));
  return {
    roots: changes.filter((change) => parents.get(change) === undefined),
    under: (change) => under(change, new Set([change])),
  };
}

const GOES: readonly string[] = ['replace', 'destroy'];

function parentOf(
  change: ResourceChange,
  byId: ReadonlyMap<string, ResourceChange>,
  seen: Set<string>,
): ResourceChange | undefined {
  for (const id of change.action === 'replace' ? change.causes : change.attributes.flatMap(({ follows }) => follows)) {
    const cause = byId.get(id);
    if (cause === undefined || seen.has(id)) {
      continue;
    }
    seen.add(id);
    const parent = GOES.includes(cause.action) ? cause : parentOf(cause, byId, seen);
    if (parent !== undefined && parent !== change) {
      return parent;
    }
  }
  return undefined;
}
