import type { Construct } from 'constructs';
import { quote, reject } from '../../core/errors';
import { Manifest, type ManifestOptions } from './manifest';

/** A chart of cdk8s, recognised by what it can do; this library does not need cdk8s to run. */
export interface Cdk8sChart {
  /** Its objects, in the order in which cdk8s would write them. */
  toJson(): unknown[];
}

/**
 * Puts the objects of a cdk8s chart into the namespace of `scope`. The chart belongs to an `App` of cdk8s; it is read
 * when this is called, so call it when the chart is complete. cdk8s knows nothing of tokens: give it names that the
 * program knows.
 *
 * @throws InputError with everything that is wrong with the objects
 */
export function addCdk8sChart(
  scope: Construct,
  id: string,
  chart: Cdk8sChart,
  options: ManifestOptions = {},
): Manifest {
  if (typeof (chart as Partial<Cdk8sChart> | undefined)?.toJson !== 'function') {
    const what = `chart ${quote(chart)} has no toJson()`;
    const fix = 'pass a Chart of cdk8s: class Web extends Chart { ... }';
    reject(`${scope.node.path}/${id}`, [{ code: 'type-invalid', what, value: chart, fix }]);
  }
  return new Manifest(scope, id, { ...options, objects: chart.toJson() as object[] });
}
