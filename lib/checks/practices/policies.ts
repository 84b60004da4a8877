import { isPlain } from './reading';

/** A statement of a policy of RAM or OSS. */
export interface Statement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

/** Statements of a policy document; none for one that is known later or is none. */
export function statementsOf(document: unknown): readonly Statement[] {
  if (typeof document !== 'string') {
    return [];
  }
  try {
    const { Statement } = Object(JSON.parse(document)) as { Statement?: unknown };
    return [Statement ?? []].flat().filter(isPlain);
  } catch {
    return [];
  }
}

const has = (value: unknown, ...wanted: readonly string[]): boolean =>
  ([value ?? []].flat() as unknown[]).some((one) => wanted.includes(String(one)));

/** Whether a policy allows every action on every resource. */
export function allowsEverything(document: unknown): boolean {
  return statementsOf(document).some(
    ({ Effect, Action, Resource }) => Effect === 'Allow' && has(Action, '*', '*:*') && has(Resource, '*'),
  );
}

/** Whether a policy lets its owner write policies, and so give himself the rest. */
export function allowsAllOfRam(document: unknown): boolean {
  return statementsOf(document).some(
    ({ Effect, Action, Resource }) => Effect === 'Allow' && has(Action, 'ram:*') && has(Resource, '*', 'acs:ram:*:*:*'),
  );
}

/** Whether a policy allows something to everybody, without a condition. */
export function allowsEverybody(document: unknown): boolean {
  return statementsOf(document).some(
    ({ Effect, Principal, Condition }) =>
      Effect === 'Allow' && has(isPlain(Principal) ? Object.values(Principal).flat() : Principal, '*') && !Condition,
  );
}
