import type { Call } from '../serve/log';

/** One creation, in the order in which the cloud would have seen it. */
export interface Creation {
  readonly type: string;
  readonly id: string;
  readonly uses: readonly string[];
}

export interface Summary {
  readonly creates: readonly Creation[];
  /** The longest chain of things that had to wait for each other. */
  readonly longestChain: readonly Creation[];
}

/** What the calls say about the order of building. */
export function summarize(calls: readonly Call[]): Summary {
  const creates = calls
    .filter((call) => call.action === 'create' && call.id !== undefined)
    .map(({ type = '', id = '', uses = [] }) => ({ type, id, uses }));
  const chains = new Map<string, readonly Creation[]>();
  let longestChain: readonly Creation[] = [];
  for (const create of creates) {
    const before = create.uses
      .map((id) => chains.get(id) ?? [])
      .reduce((longest, chain) => (chain.length > longest.length ? chain : longest), []);
    const chain = [...before, create];
    chains.set(create.id, chain);
    longestChain = chain.length > longestChain.length ? chain : longestChain;
  }
  return { creates, longestChain };
}
