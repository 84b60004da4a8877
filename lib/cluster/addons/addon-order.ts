import type * as Graphlib from '@dagrejs/graphlib' with { 'resolution-mode': 'import' };

// The package's types are those of an ES module alone, its code is both.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { alg, Graph } = require('@dagrejs/graphlib') as typeof Graphlib;

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
