import type { DrillModel } from './model';

/** Addresses of one vSwitch in a scenario. */
export interface Drawn {
  readonly vswitch: string;
  readonly zone?: string;
  /** Addresses that it can give out; absent when not known. */
  readonly addresses?: number;
  readonly drawn: number;
  /** How often one was wanted when none was left. */
  readonly missing: number;
}

/** Gives out the addresses of vSwitches, those in a zone that is lost none. */
export interface Ledger {
  /** Takes one address of those vSwitches with the fewest drawn, or of the first that has one; whether there was one. */
  take(vswitches: readonly string[], inOrder?: boolean): string | undefined;
  /** The same before anything was lost: for what the lost zone had its part of. */
  takeBefore(vswitches: readonly string[]): string | undefined;
  /** Notes that one was wanted of these. */
  miss(vswitches: readonly string[]): void;
  zoneOf(vswitch: string): string | undefined;
  drawn(): readonly Drawn[];
}

/** A row while addresses are given out. */
type Row = { -readonly [K in keyof Drawn]: Drawn[K] } & { taken: number };

export function ledgerOf({ vswitches }: DrillModel, lost: string | undefined): Ledger {
  const rows = new Map(
    vswitches.map(({ id, zone, addresses, fixed }) => {
      const drawn = fixed.reduce((sum, one) => sum + one.addresses, 0);
      const row: Row = { vswitch: id, zone, addresses, drawn, missing: 0, taken: 0 };
      return [id, row] as const;
    }),
  );
  const has = (id: string): boolean => {
    const row = rows.get(id);
    return row !== undefined && row.drawn < (row.addresses ?? Infinity);
  };
  const left = (id: string): boolean => lost === undefined || rows.get(id)?.zone !== lost;
  const fewest = (ids: readonly string[]): string | undefined =>
    ids.reduce<string | undefined>(
      (best, next) => (best !== undefined && rows.get(best)!.taken <= rows.get(next)!.taken ? best : next),
      undefined,
    );
  const draw = (id: string | undefined): string | undefined => {
    if (id !== undefined) {
      rows.get(id)!.drawn += 1;
      rows.get(id)!.taken += 1;
    }
    return id;
  };
  return {
    take(ids, inOrder = false) {
      const free = ids.filter((id) => has(id) && left(id));
      return draw(inOrder ? free[0] : fewest(free));
    },
    takeBefore: (ids) => draw(fewest(ids.filter(has))),
    miss(ids) {
      const id = ids.find((one) => rows.has(one) && left(one));
      if (id !== undefined) {
        rows.get(id)!.missing += 1;
      }
    },
    zoneOf: (id) => rows.get(id)?.zone,
    drawn: () => [...rows.values()].map(({ taken: _, ...row }) => row),
  };
}
