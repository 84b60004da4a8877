import type { IConstruct } from 'constructs';
import { InputError, type LocatedProblem, type Problem } from './errors';

/** Says what is wrong; is given every construct of the tree, in tree order. */
type TreeCheck = (all: readonly IConstruct[]) => readonly Problem[];

const CHECKS = Symbol.for('alicloud-constructs/treeChecks');
type Checked = { [CHECKS]?: TreeCheck[] };

/**
 * Registers a check of what only the finished tree shows: something never added, a sum over children. It runs once,
 * when the App is synthesised, before any file is written.
 */
export function addTreeCheck(construct: IConstruct, check: TreeCheck): void {
  const checked = construct as Checked;
  if (!checked[CHECKS]) {
    Object.defineProperty(construct, CHECKS, { value: [] });
  }
  checked[CHECKS]!.push(check);
}

/**
 * Runs every registered check of a tree.
 *
 * @throws InputError with the problems of the whole tree
 */
export function runTreeChecks(root: IConstruct): void {
  const found: LocatedProblem[] = [];
  const all = root.node.findAll();
  for (const construct of all) {
    for (const check of (construct as Checked)[CHECKS] ?? []) {
      found.push(...check(all).map((problem) => ({ ...problem, path: problem.path ?? construct.node.path })));
    }
  }
  if (found.length > 0) {
    throw new InputError(root.node.path, found);
  }
}

/**
 * An index over the constructs of a tree, for checks that many constructs register: built when the first of them asks and
 * kept for the others, so that what they cost together grows with the tree and not with its square.
 */
export function perTree<T>(build: (all: readonly IConstruct[]) => T): (all: readonly IConstruct[]) => T {
  const built = new WeakMap<readonly IConstruct[], T>();
  return (all) => {
    if (!built.has(all)) {
      built.set(all, build(all));
    }
    return built.get(all)!;
  };
}

/** The constructs of a tree by a key; those without one are left out. */
export function byKey<K, C extends IConstruct>(
  all: readonly IConstruct[],
  keyOf: (construct: C) => K | undefined,
): ReadonlyMap<K, readonly C[]> {
  const found = new Map<K, C[]>();
  for (const construct of all as readonly C[]) {
    const key = keyOf(construct);
    if (key !== undefined) {
      const same = found.get(key);
      if (same) {
        same.push(construct);
      } else {
        found.set(key, [construct]);
      }
    }
  }
  return found;
}
