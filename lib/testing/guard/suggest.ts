import { distance } from 'fastest-levenshtein';
import type { WrittenStack } from '../../core/written/written';
import { compared, merged, type ValueChange } from './compare';
import type { SuggestedMove } from './diff-data';
import { factOf, is, isBlock, namesOf, type Names } from './facts';
import type { Moved } from './moved';
import { Plan, type Planned } from './plan';
import type { Fields, Value } from './terms';
import type { Placed } from './world';

interface Pair {
  readonly from: Placed;
  readonly to: Placed;
}

/** A chain of references is as long as this at most; each round finds the next link of it. */
const ROUNDS = 12;

/**
 * Resources that are destroyed under one address and made under another with nothing changed but, at most, a name or a
 * description that changes in place. What refers to something that moved is compared as if that had moved already, so a
 * round finds what the round before made equal.
 */
export function suggestedMoves(
  old: readonly WrittenStack[],
  now: readonly WrittenStack[],
  first: Plan,
): readonly SuggestedMove[] {
  const pairs: Pair[] = [];
  for (let plan = first, round = 0; round < ROUNDS; round++) {
    const found = pairsIn(plan, (from, to) => from.stack.name === to.stack.name);
    if (found.length === 0) {
      pairs.push(...pairsIn(plan, (from, to) => from.stack.name !== to.stack.name));
      break;
    }
    pairs.push(...found);
    plan = new Plan(old, now, blocks(pairs));
  }
  return pairs.map(({ from, to }) => suggestion(from, to)).sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

const key = ({ to }: SuggestedMove): string => `${to.stack} ${to.address}`;

function blocks(pairs: readonly Pair[]): ReadonlyMap<string, readonly Moved[]> {
  const all = new Map<string, Moved[]>();
  for (const { from, to } of pairs) {
    const list = all.get(to.stack.name) ?? [];
    list.push({ from: from.instance.address, to: to.instance.address });
    all.set(to.stack.name, list);
  }
  return all;
}

function pairsIn(plan: Plan, may: (from: Placed, to: Placed) => boolean): readonly Pair[] {
  const all = plan.all();
  const going = all.filter(({ action }) => action === 'destroy');
  const coming = all.filter(({ action }) => action === 'add');
  const candidates = going.flatMap((one) =>
    coming
      .filter(({ now }) => now!.instance.resource.type === one.was!.instance.resource.type && may(one.was!, now!))
      .flatMap((other) => {
        const likeness = likenessOf(one, other);
        return likeness === undefined ? [] : [{ from: one.was!, to: other.now!, ...likeness }];
      }),
  );
  const taken = new Set<Placed>();
  return candidates
    .sort(
      (one, other) =>
        one.changes - other.changes || one.distance - other.distance || (one.from.id < other.from.id ? -1 : 1),
    )
    .filter(({ from, to }) => {
      const free = !taken.has(from) && !taken.has(to);
      if (free) {
        taken.add(from).add(to);
      }
      return free;
    });
}

/** How alike two are; `undefined` for two objects. */
function likenessOf(one: Planned, other: Planned): { changes: number; distance: number } | undefined {
  const names = namesOf(one.was!.instance.resource.type);
  const changes = compared(names, one.prior, merged(names, other.fields, one.prior));
  const same = changes.length === 0 || changes.every(isName) || sameIdentity(names, one.prior, other.fields);
  return same && changes.every(({ makesNew }) => !makesNew)
    ? { changes: changes.length, distance: distance(label(one.was!), label(other.now!)) }
    : undefined;
}

const label = ({ instance }: Placed): string => instance.resource.path ?? instance.address;

/** What people call a thing; it says nothing about which thing it is. */
const isName = ({ path }: ValueChange): boolean =>
  /(?:^|_)(?:name|description|tags|comment|remark)$/.test(String(path[0]));

/** Names that the provider never changes and that are unique where they are used. */
const IDENTITY = [
  'bucket',
  'project_name',
  'name',
  'role_name',
  'policy_name',
  'metadata',
  'zone_name',
  'file_system_id',
];

function sameIdentity(names: Names, before: Fields, after: Fields): boolean {
  return IDENTITY.some((name) => {
    const [one, other] = [before[name], after[name]];
    const fact = factOf(names, name);
    if (isBlock(fact)) {
      const ids = [one, other]
        .map((value) => first(value))
        .map((value) => `${String(value?.namespace)}/${String(value?.name)}`);
      return first(one)?.name !== undefined && ids[0] === ids[1];
    }
    return is('makesNew', fact) && typeof one === 'string' && !one.includes('${') && one === other;
  });
}

const first = (value: Value | undefined): Fields | undefined =>
  (Array.isArray(value) ? (value as readonly Value[])[0] : value) as Fields | undefined;

function suggestion(from: Placed, to: Placed): SuggestedMove {
  const end = ({ stack, instance }: Placed): SuggestedMove['from'] => ({
    stack: stack.name,
    address: instance.address,
    ...(instance.resource.path ? { path: instance.resource.path } : {}),
  });
  const [one, other] = [from.instance.address, to.instance.address];
  const hcl =
    from.stack.name === to.stack.name
      ? `moved {\n  from = ${one}\n  to   = ${other}\n}`
      : [
          `# in ${from.stack.name}`,
          `removed {\n  from = ${one}\n  lifecycle {\n    destroy = false\n  }\n}`,
          `# in ${to.stack.name}`,
          `import {\n  to = ${other}\n  id = "<its id: terraform state show ${one}>"\n}`,
        ].join('\n');
  return { type: from.instance.resource.type, from: end(from), to: end(to), hcl };
}
