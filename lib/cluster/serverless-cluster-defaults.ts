import type { EndpointData } from '../core/cluster';
import type { Resolved } from '../core/defaults';
import { ClusterLogs, type ClusterLogsData } from './cluster-logs';
import { ControlPlane, type BasicPlane, type ProPlane } from './control-plane';
import { Endpoint } from './endpoint';
import type { ServerlessClusterProps } from './serverless-cluster-props';
import { ServiceDiscovery } from './service-discovery';

/** What a Serverless cluster is when a prop is left out. */
export const SERVERLESS_CLUSTER_DEFAULTS = Object.freeze({
  controlPlane: ControlPlane.pro() as BasicPlane | ProPlane,
  endpoint: Endpoint.private() as EndpointData,
  logs: ClusterLogs.on() as ClusterLogsData,
  serviceDiscovery: ServiceDiscovery.coreDns(),
  networkPolicies: false,
});

/** The props of a Serverless cluster with its defaults laid under them. */
export type ResolvedServerlessCluster = Readonly<Resolved<ServerlessClusterProps, typeof SERVERLESS_CLUSTER_DEFAULTS>>;

/** Control plane components of a Serverless cluster whose logs are kept; `vk` makes Pods of instances. Sorted. */
export const SERVERLESS_LOG_COMPONENTS: readonly string[] = Object.freeze([
  'apiserver',
  'ccm',
  'kcm',
  'scheduler',
  'vk',
]);
