import { alg, Graph } from '@dagrejs/graphlib';
import type { AddonRow } from './addon-row';

/** What of a row decides about order. */
export type Ordered = Pick<AddonRow, 'name' | 'needs'>;

/**
 * The components that must be there for some to work, the ones asked for included, in an order in which each comes after
 * all that it needs. The same whatever the order in which they were asked for.
 *
 * @param needsOf keys that a component needs where it is to be installed
 */
export function installOrder(
  wanted: readonly string[],
  needsOf: (key: string) => readonly string[],
): readonly string[] {
  const graph = new Graph();
  const visit = (key: string): void => {
    if (graph.hasNode(key)) {
      return;
    }
    graph.setNode(key);
    [...needsOf(key)].sort().forEach((need) => {
      visit(need);
      graph.setEdge(need, key);
    });
  };
  [...wanted].sort().forEach(visit);
  return alg.topsort(graph);
}

/** Circles of components that need each other, which no order can satisfy; none in a sound table. */
export function circles(rows: readonly Ordered[]): readonly (readonly string[])[] {
  const graph = new Graph();
  rows.forEach(({ name, needs = [] }) => needs.forEach((need) => graph.setEdge(need, name)));
  return alg.findCycles(graph);
}
