import { flag, object, word, type Forms } from '../../core/forms';
import { DNS_FORM, type DnsSettings } from '../dns/core-dns-props';

/** Settings of Pods on ECI, of the whole cluster. A setting that is left out stays as the cluster has it. */
export interface EciSettings {
  /**
   * Whether Pods on ECI find Services by names in the VPC's private DNS instead of the cluster's.
   * @default true on a cluster with ServiceDiscovery.privateZone(), otherwise as the cluster has it
   */
  readonly privateZone?: boolean;
  /** Whether Pods on ECI reach Services by their cluster IP. @default as the cluster has it */
  readonly clusterIp?: boolean;
  /** Whether the logs of Pods on ECI can be collected by log configurations of the cluster. @default as the cluster has it */
  readonly logController?: boolean;
  /** Resource group that the container groups are billed to. @default that of the cluster */
  readonly resourceGroupId?: string;
}

export interface ClusterBaselineProps {
  /**
   * Settings of Pods on ECI, kept in `kube-system/eci-profile`. Changed in place, for new Pods.
   * @default the vSwitches and the security group of the virtual node, where the cluster has one
   * @throws InputError `cluster-kind` on a cluster without ECI
   */
  readonly eci?: EciSettings;
  /**
   * How names are found in the cluster.
   * @default as the components have it
   * @throws InputError `dns-cache-eci`, `core-dns-absent`, `dns-name`, `dns-address`, `dns-cloud-names`
   */
  readonly dns?: DnsSettings;
}

export const BASELINE_FORMS: Forms<ClusterBaselineProps> = {
  eci: object<EciSettings>({ privateZone: flag, clusterIp: flag, logController: flag, resourceGroupId: word }),
  dns: DNS_FORM,
};
