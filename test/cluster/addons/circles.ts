import type * as Graphlib from '@dagrejs/graphlib' with { 'resolution-mode': 'import' };
import type { AddonRow } from '../../../lib/cluster/addons/addon-row';

// The package's types are those of an ES module alone, its code is both.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { alg, Graph } = require('@dagrejs/graphlib') as typeof Graphlib;

/** Circles of components that wait for each other, which no order can satisfy; none in a sound table. */
export function circles(rows: readonly Pick<AddonRow, 'name' | 'needs' | 'after'>[]): readonly (readonly string[])[] {
  const graph = new Graph();
  for (const { name, needs = [], after = [] } of rows) {
    [...needs, ...after].forEach((before) => graph.setEdge(before, name));
  }
  return alg.findCycles(graph);
}
