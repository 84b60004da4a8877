import type { EndpointData } from '../core/cluster';
import type { Resolved } from '../core/defaults';
import { ClusterLogs } from './cluster-logs';
import { ControlPlane, type ControlPlaneData } from './control-plane';
import { Endpoint } from './endpoint';
import type { ManagedClusterProps } from './managed-cluster-props';

/** What a managed cluster is when a prop is left out. */
export const MANAGED_CLUSTER_DEFAULTS = Object.freeze({
  controlPlane: ControlPlane.pro() as ControlPlaneData,
  endpoint: Endpoint.private() as EndpointData,
  logs: ClusterLogs.on(),
  dualStack: false,
});

/** The props of a managed cluster with its defaults laid under them. */
export type ResolvedManagedCluster = Readonly<Resolved<ManagedClusterProps, typeof MANAGED_CLUSTER_DEFAULTS>>;

/** Most vSwitches that a control plane takes. */
export const MAX_CONTROL_PLANE_VSWITCHES = 5;

/** Minutes that Terraform waits for ACK. */
export const CLUSTER_TIMEOUTS = Object.freeze({ create: '90m', update: '60m', delete: '60m' });

/**
 * What the provider reads at creation only and then compares with what it never set. Not `load_balancer_spec`: it is
 * computed, so nothing is compared, and naming a deprecated attribute puts a warning into every plan.
 */
export const CREATE_ONLY: readonly string[] = Object.freeze([
  'addons',
  'name_prefix',
  'new_nat_gateway',
  'slb_internet_enabled',
  'user_ca',
  'zone_ids',
]);
