import type { ICluster } from '../core/cluster';
import type { PlacementData } from './placement';

/** The component that enforces network policies for Pods on ECI; of Pro clusters only. */
export const ECI_ENGINE = 'poseidon';

/** What enforces network policies for the Pods of a namespace. */
export interface Enforcement {
  /** Set where nothing would: why, and the edit. */
  readonly missing?: { readonly why: string; readonly fix: string };
  /** Whether Pods can land on ECI, where only the component of ECI sees them. */
  readonly eci: boolean;
  /** Whether the Pods that can land on ECI take every traffic, since the cluster cannot have that component. */
  readonly eciOpen: boolean;
}

/** What enforces network policies for Pods of a cluster that are placed in a way: nodes and ECI have an engine each. */
export function enforcement(cluster: ICluster, placement: PlacementData): Enforcement {
  const onlyEci = cluster.kind === 'serverless' || placement.kind === 'everything-on-eci';
  const eci = onlyEci || cluster.virtualNode !== undefined;
  const eciOpen = eci && cluster.tier === 'basic';
  if (onlyEci) {
    const fix = 'take ControlPlane.pro() for the cluster, or write Isolation.open()';
    const why = `only the component ${ECI_ENGINE} enforces policies on ECI, and Basic clusters cannot have it`;
    return { eci, eciOpen, missing: eciOpen ? { why, fix } : undefined };
  }
  return cluster.networkPolicies ? { eci, eciOpen } : { eci, eciOpen, missing: onNodes(cluster) };
}

function onNodes(cluster: ICluster): { why: string; fix: string } {
  return cluster.network.podNetwork.kind === 'flannel'
    ? {
        why: 'Flannel has no network policies',
        fix: 'use PodNetwork.terway() in the network, or write Isolation.open()',
      }
    : {
        why: 'its network policies are off, or it does not say that they are on',
        fix: 'write networkPolicies: true in the cluster, or Isolation.open() here',
      };
}
