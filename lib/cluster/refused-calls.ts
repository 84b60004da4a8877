import type { ICluster } from '../core/cluster';
import { reject, type Problem } from '../core/errors';

/**
 * Answers calls of methods that the type of a cluster does not have: TypeScript refuses them at once, and a program without
 * types gets an `InputError` that says why instead of "is not a function".
 *
 * @param calls by name of the method, why this kind of cluster has none and what to do instead
 */
export function refuseCalls(cluster: ICluster, calls: Readonly<Record<string, Pick<Problem, 'what' | 'fix'>>>): void {
  for (const [name, { what, fix }] of Object.entries(calls)) {
    const value = () => reject(cluster, [{ code: 'cluster-kind', what, value: cluster.kind, fix }]);
    Object.defineProperty(cluster, name, { value });
  }
}
