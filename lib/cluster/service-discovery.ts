/** How Pods of a Serverless cluster find Services by name, as plain data. Create one with {@link ServiceDiscovery}. */
export type ServiceDiscoveryData = { readonly kind: 'core-dns' } | { readonly kind: 'private-zone' };

/** The ways in which Pods of a Serverless cluster find Services. */
export const ServiceDiscovery = Object.freeze({
  /** By the component `coredns`, as everywhere in Kubernetes. */
  coreDns: (): ServiceDiscoveryData => Object.freeze({ kind: 'core-dns' }),
  /**
   * By records in a private zone of the VPC, which other machines of the VPC can ask too. Only Services of type
   * LoadBalancer and headless ones have records; there is no name for a ClusterIP. PrivateZone has to be activated in the
   * account and bills the zone. Takes effect by a setting inside the cluster, which the baseline of its first
   * `WorkloadStack` makes.
   */
  privateZone: (): ServiceDiscoveryData => Object.freeze({ kind: 'private-zone' }),
});

/** Entry of the cluster's own `addons` block: what must be there, or must not, when the first Pod asks for a name. */
export function discoveryAddons({ kind }: ServiceDiscoveryData) {
  return [kind === 'core-dns' ? { name: 'coredns' } : { name: 'coredns', disabled: true }];
}
