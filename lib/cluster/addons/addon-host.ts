import type { ClusterKind, ICluster } from '../../core/cluster';
import { ownFacts } from '../nodes/own-cluster';

/** A cluster as far as its components are concerned, as plain data. */
export interface AddonHost {
  /** Path of the cluster, for errors. */
  readonly path: string;
  readonly kind: ClusterKind;
  readonly podNetwork: 'terway' | 'flannel';
  readonly tier?: 'basic' | 'pro';
  readonly version?: string;
  /** Components that something else of the program brings: scaling settings, a virtual node that exists. */
  readonly beside: readonly string[];
  /** Defaults of the kind that this cluster was made without. */
  readonly without: readonly string[];
  /** Present for an imported cluster: the components that it says to have, `unsaid` when it says nothing. */
  readonly imported?: readonly string[] | 'unsaid';
}

/** What a cluster without nodes says beside. */
interface Discovering {
  readonly serviceDiscovery?: { readonly kind: string };
}

/**
 * A cluster as the catalogue sees it.
 *
 * @param said the components that an imported cluster was said to have
 */
export function hostOf(cluster: ICluster, said: readonly string[] | undefined): AddonHost {
  const own = ownFacts(cluster) !== undefined;
  const { serviceDiscovery } = cluster as Discovering;
  return Object.freeze({
    path: cluster.node.path,
    kind: cluster.kind,
    podNetwork: cluster.network.podNetwork.kind,
    tier: cluster.tier,
    version: cluster.version,
    beside: Object.freeze([...scalerOf(cluster), ...(cluster.virtualNode ? ['ack-virtual-node'] : [])]),
    without: serviceDiscovery?.kind === 'private-zone' ? ['coredns'] : [],
    imported: own ? undefined : (said ?? 'unsaid'),
  });
}

/** The scaler that ACK installs for the scaling settings of a cluster. */
function scalerOf(cluster: ICluster): readonly string[] {
  if (!cluster.node.tryFindChild('autoscaler-config')) {
    return [];
  }
  return [ownFacts(cluster)?.autoscaler?.kind === 'instant' ? 'ack-goatscaler' : 'cluster-autoscaler'];
}
