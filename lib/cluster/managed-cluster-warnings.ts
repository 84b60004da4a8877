import type { Code } from '../core/codes';
import { quote } from '../core/errors';
import type { ResolvedManagedCluster } from './managed-cluster-defaults';
import { ipvsWarning, isMinorOnly } from './version';

/** What deserves a word though it is allowed. */
export function managedClusterWarnings(p: ResolvedManagedCluster): readonly (readonly [Code, string])[] {
  const warnings: [Code, string][] = [];
  if (p.network.egress.length === 0 && p.network.internet !== true) {
    warnings.push([
      'egress-missing',
      `the network "${p.network.node.path}" shows no way out: ACK may make a NAT gateway of its own, since the provider drops new_nat_gateway = false, and nodes that cannot pull images never become ready; if it has one, write internet: true in Network.fromAttributes, else create a NatGateway before the cluster`,
    ]);
  }
  if (isMinorOnly(p.version)) {
    warnings.push([
      'version-minor',
      `version ${quote(p.version)} decides what is created and is not compared later; to upgrade, write the full version, such as "${p.version}.1-aliyun.1"`,
    ]);
  }
  const ipvs = ipvsWarning(p.proxyMode, p.version);
  if (ipvs !== undefined) {
    warnings.push(['proxy-mode-deprecated', ipvs]);
  }
  return warnings;
}
