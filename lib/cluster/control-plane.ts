/** The free control plane. */
export interface BasicPlane {
  readonly tier: 'basic';
}

/** A control plane that ACK sizes itself. */
export interface ProPlane {
  readonly tier: 'pro';
  readonly provisioned?: undefined;
}

/** A control plane with capacity set aside. */
export interface ProvisionedPlane {
  readonly tier: 'pro';
  readonly provisioned: ProvisionedSize;
}

/** The control plane that a managed cluster buys, as plain data. Create one with {@link ControlPlane}. */
export type ControlPlaneData = BasicPlane | ProPlane | ProvisionedPlane;

/** Provisioned capacities of a Pro control plane; each must be allowed for the account first. */
export type ProvisionedSize = 'xlarge' | '2xlarge' | '4xlarge';

export const PROVISIONED_SIZES: readonly ProvisionedSize[] = Object.freeze(['xlarge', '2xlarge', '4xlarge']);

/** The control planes of managed and Serverless clusters. Basic becomes Pro in place; no other way leads back. */
export const ControlPlane = Object.freeze({
  /** Pro, sized by ACK: the one for anything that is not a demo. Billed by the hour. */
  pro: (): ProPlane => Object.freeze({ tier: 'pro' }),
  /** Pro with capacity set aside. Costs more than `pro()`, and Alibaba must allow it for the account. */
  provisioned: (provisioned: ProvisionedSize): ProvisionedPlane => Object.freeze({ tier: 'pro', provisioned }),
  /**
   * Basic: free, for demos. Has no service level agreement, no control plane logs, no encryption of Secrets, no
   * maintenance window, and cannot schedule Pods to ECI by policy.
   */
  basic: (): BasicPlane => Object.freeze({ tier: 'basic' }),
});

/** The `cluster_spec` of a control plane. Never left empty: empty means Basic. */
export function clusterSpec(controlPlane: ControlPlaneData): string {
  return controlPlane.tier === 'basic' ? 'ack.standard' : `ack.pro.${controlPlane.provisioned ?? 'small'}`;
}
