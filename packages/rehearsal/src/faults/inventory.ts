import type { Thing } from '../cloud/cloud';
import { isSetAgain } from '../rules/name-taken';
import { livesInStateOnly } from '../serve/identity';
import type { Call } from '../serve/log';
import type { Recorded } from './state-file';

/** What the cloud holds against what the states say. */
export interface Inventory {
  readonly things: readonly Thing[];
  readonly recorded: readonly Recorded[];
}

/** Something on which cloud and states do not agree. */
export interface Disagreement {
  readonly kind: 'forgotten' | 'missing' | 'twice' | 'unfinished';
  readonly type: string;
  readonly id: string;
  /** Where the states have it; nothing for what they have forgotten. */
  readonly address?: string;
  readonly text: string;
}

/** Resources that write into an object of somebody else: they are nothing of their own that could be forgotten. */
const INTO_OTHERS = /^kubernetes_(?:.*_data|labels|annotations|env|node_taint|default_service_account)(?:_v\d)?$/;

/** Whether making it once more only sets it again, so that nothing is left behind when a state has forgotten it. */
export const isHarmless = (type: string): boolean => INTO_OTHERS.test(type) || isSetAgain(type);

const inStateOnly = (type: string): boolean => type.startsWith('random_') || type.startsWith('terraform_');

const nameOf = ({ type, id }: { readonly type: string; readonly id: string }): string => `${type} ${id}`;

/** The things that no state has: forgotten, and paid for. */
export function forgotten({ things, recorded }: Inventory): Thing[] {
  const known = new Map<string, number>();
  recorded.forEach((one) => known.set(nameOf(one), (known.get(nameOf(one)) ?? 0) + 1));
  return things.filter((thing) => {
    if (inStateOnly(thing.type)) {
      return false;
    }
    const left = known.get(nameOf(thing)) ?? 0;
    known.set(nameOf(thing), left - 1);
    return left <= 0;
  });
}

/** Everything on which cloud and states do not agree, each with its name. */
export function disagreements(inventory: Inventory, addressOf: (thing: Thing) => string | undefined): Disagreement[] {
  const { things, recorded } = inventory;
  const real = recorded.filter(({ provider }) => !livesInStateOnly(provider));
  const lost = forgotten(inventory).map(({ type, id, ...rest }) => {
    const address = addressOf({ type, id, ...rest });
    const other = recorded.find((one) => one.address === address);
    const why = other && other.id !== id ? `; ${address} was created twice and has ${other.id}` : '';
    return {
      kind: 'forgotten' as const,
      type,
      id,
      text: `${type} ${id} is in the cloud and in no state${address ? ` (made for ${address})` : ''}${why}`,
    };
  });
  const count = new Map<string, number>();
  things.forEach((thing) => count.set(nameOf(thing), (count.get(nameOf(thing)) ?? 0) + 1));
  const seen = new Map<string, string[]>();
  real.forEach((one) => seen.set(nameOf(one), [...(seen.get(nameOf(one)) ?? []), one.address]));
  const missing = real
    .filter((one) => !count.has(nameOf(one)))
    .map(({ type, id, address }) => ({
      kind: 'missing' as const,
      type,
      id,
      address,
      text: `${address} is ${id} in the state, and the cloud has no such thing`,
    }));
  const twice = [...seen]
    .filter(
      ([name, addresses]) => addresses.length > Math.max(1, count.get(name) ?? 0) && !isHarmless(name.split(' ')[0]!),
    )
    .map(([name, addresses]) => ({
      kind: 'twice' as const,
      type: name.split(' ')[0]!,
      id: name.slice(name.indexOf(' ') + 1),
      address: addresses[0],
      text: `${name} is in the state ${addresses.length} times: ${addresses.join(', ')}`,
    }));
  const unfinished = recorded
    .filter(({ tainted, deposed }) => tainted || deposed)
    .map(({ type, id, address, tainted }) => ({
      kind: 'unfinished' as const,
      type,
      id,
      address,
      text: `${address} (${id}) is still ${tainted ? 'tainted' : 'waiting to be destroyed'}`,
    }));
  return [...lost, ...missing, ...twice, ...unfinished];
}

/** Creations minus deletions are what exists: anything else is a mistake in the books, not in the program. */
export function imbalance(before: readonly Thing[], calls: readonly Call[], after: readonly Thing[]): string[] {
  const books = new Map<string, number>();
  const book = (type: string, by: number): void => void books.set(type, (books.get(type) ?? 0) + by);
  before.forEach(({ type }) => book(type, 1));
  const made = calls.filter(
    ({ id, action, type }) => id !== undefined && type !== undefined && !isHarmless(type) && action,
  );
  made.forEach(({ type, action }) => book(type!, action === 'create' ? 1 : action === 'delete' ? -1 : 0));
  after.forEach(({ type }) => book(type, -1));
  return [...books]
    .filter(([type, left]) => left !== 0 && !inStateOnly(type) && !isHarmless(type))
    .map(
      ([type, left]) =>
        `${type}: ${left > 0 ? left : -left} ${left > 0 ? 'fewer' : 'more'} than creations minus deletions`,
    );
}
