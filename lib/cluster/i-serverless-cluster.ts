import type { ICluster } from '../core/cluster';
import type { IAddonHost } from './addons/add-addon';
import type { ServiceDiscoveryData } from './service-discovery';

/** A cluster without nodes, whose every Pod is on ECI, created here or existing. */
export interface IServerlessCluster extends ICluster, IAddonHost {
  readonly kind: 'serverless';
  /** How Pods find Services by name. */
  readonly serviceDiscovery: ServiceDiscoveryData;
}
