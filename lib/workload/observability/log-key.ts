import { createHash } from 'node:crypto';
import { isToken } from '../../core/tokens';
import type { IWorkload } from '../../core/workload';

/** Longest name that the log service takes for a collection, less what its own suffixes need. */
const MAX = 100;

/**
 * Name of a collection in its cluster: namespace, workload and what is collected. Names that are known only at apply are
 * told by their paths.
 */
export function logKey({ namespace, workloadName, node }: IWorkload, name: string): string {
  const [space, workload] = [
    isToken(namespace.namespaceName) ? namespace.node.id : namespace.namespaceName,
    isToken(workloadName) ? node.id : workloadName,
  ].map((part) => part.toLowerCase().replace(/[^a-z0-9-]+/g, '-'));
  const whole = `${space}-${workload}-${name}`;
  if (whole.length <= MAX) {
    return whole;
  }
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  return `${whole.slice(0, MAX - hash.length - 1).replace(/-+$/, '')}-${hash}`;
}
