import type { Code } from '../../core/codes';
import { isToken } from '../../core/tokens';
import type { ResolvedNodePool } from './node-pool-defaults';
import { ownFacts } from './own-cluster';
import { rotationWarning } from './rotation';

/** What deserves a word though it is allowed. */
export function nodePoolWarnings(p: ResolvedNodePool): readonly (readonly [Code, string])[] {
  const { cluster, instanceTypes, management } = p;
  const warnings: [Code, string][] = [];
  if (instanceTypes.length === 1 && !isToken(instanceTypes)) {
    warnings.push([
      'instance-type-few',
      `instanceTypes names ${instanceTypes[0]} only; when it is sold out no node can be made: name a second type`,
    ]);
  }
  if ((management.autoUpgrade || management.autoVulFix) && ownFacts(cluster)?.maintained === false) {
    warnings.push([
      'maintenance-missing',
      `ACK upgrades and mends nodes in the maintenance window, and cluster "${cluster.node.path}" has none: give it maintenance: { weekdays: ["Tuesday"], start: "02:00", hours: 3 }`,
    ]);
  }
  const standing = rotationWarning(p.rotation);
  return standing === undefined ? warnings : [...warnings, ['rotation-standing', standing]];
}
