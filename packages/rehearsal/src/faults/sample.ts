import { createHash } from 'node:crypto';
import { FAULT_KINDS, kindsFor, type FaultAction, type FaultKind, type KindOfFault } from './kinds';
import type { FaultTarget } from './reference';

/** A fault that is to be tried. */
export interface Planned {
  readonly target: FaultTarget;
  readonly kind: KindOfFault;
}

/** Which faults are tried; every part left out stands for all. */
export interface Choice {
  /** Parts of addresses, of types, or of the paths of constructs; one of them has to be in it. */
  readonly only?: readonly string[];
  readonly actions?: readonly FaultAction[];
  readonly kinds?: readonly FaultKind[];
  /** So many of them, chosen by a text: the same text chooses the same ones. */
  readonly sample?: { readonly size: number; readonly seed: string };
}

/** Names a fault among all of a program's. */
export const nameOf = ({ target, kind }: Planned): string =>
  `${target.stack} ${target.address} ${target.action} ${kind.kind}`;

const rank = (seed: string, text: string): string => createHash('sha256').update(`${seed}\n${text}`).digest('hex');

/** The faults to try, in the order of the resources; those of a sample spread over as many resources as there are. */
export function choose(targets: readonly FaultTarget[], { only = [], actions, kinds, sample }: Choice): Planned[] {
  const unknown = (kinds ?? []).filter((name) => !FAULT_KINDS.some(({ kind }) => kind === name));
  if (unknown.length > 0) {
    throw new Error(`no fault "${unknown.join('", "')}"; there are ${FAULT_KINDS.map(({ kind }) => kind).join(', ')}`);
  }
  const all = targets
    .filter(
      ({ address, stack, path = '' }) =>
        only.length === 0 || only.some((part) => `${stack} ${address} ${path}`.includes(part)),
    )
    .filter(({ action }) => actions === undefined || actions.includes(action))
    .flatMap((target) => kindsFor(target.action, target.provider).map((kind) => ({ target, kind })))
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind.kind));
  if (sample === undefined || sample.size >= all.length) {
    return all;
  }
  const ranked = new Map(all.map((one) => [one, rank(sample.seed, nameOf(one))] as const));
  const turn = new Map<Planned, number>();
  const seen = new Map<string, number>();
  const sorted = [...all].sort((one, other) => (ranked.get(one)! < ranked.get(other)! ? -1 : 1));
  for (const one of sorted) {
    const resource = `${one.target.stack} ${one.target.address}`;
    turn.set(one, seen.get(resource) ?? 0);
    seen.set(resource, turn.get(one)! + 1);
  }
  const chosen = new Set(sorted.sort((one, other) => turn.get(one)! - turn.get(other)!).slice(0, sample.size));
  return all.filter((one) => chosen.has(one));
}
