import type { ICluster } from '../core/cluster';
import type { ServiceDiscoveryData } from './service-discovery';

/** A cluster without nodes, whose every Pod is on ECI, created here or existing. */
export interface IServerlessCluster extends ICluster {
  readonly kind: 'serverless';
  /** How Pods find Services by name. */
  readonly serviceDiscovery: ServiceDiscoveryData;
}
