import type { Code } from '../core/codes';
import { quote } from '../core/errors';
import type { INetwork } from '../core/network';
import { ipvsWarning, isMinorOnly, type ProxyMode } from './version';

/** What deserves a word about a cluster though it is allowed. */
export type ClusterWarning = readonly [Code, string];

interface Worded {
  readonly network: INetwork;
  readonly version?: string;
  readonly proxyMode?: ProxyMode;
}

/** Warnings about a cluster of any kind. */
export function clusterWarnings(p: Worded, withoutWayOut: string): readonly ClusterWarning[] {
  const ipvs = ipvsWarning(p.proxyMode, p.version);
  return [
    ...egressWarning(p.network, withoutWayOut),
    ...versionWarning(p.version),
    ...(ipvs === undefined ? [] : [['proxy-mode-deprecated', ipvs] as const]),
  ];
}

/** What happens to a managed or Serverless cluster in a network that shows no way out. */
export const MAKES_ITS_OWN =
  'ACK may make a NAT gateway of its own, since the provider drops new_nat_gateway = false, and';

function egressWarning(network: INetwork, withoutWayOut: string): ClusterWarning[] {
  if (network.egress.length > 0 || network.internet === true) {
    return [];
  }
  const text = `the network "${network.node.path}" shows no way out: ${withoutWayOut}; if it has one, write internet: true in Network.fromAttributes, else create a NatGateway before the cluster`;
  return [['egress-missing', text]];
}

function versionWarning(version: string | undefined): ClusterWarning[] {
  if (!isMinorOnly(version)) {
    return [];
  }
  const text = `version ${quote(version)} decides what is created and is not compared later; to upgrade, write the full version, such as "${version}.1-aliyun.1"`;
  return [['version-minor', text]];
}
