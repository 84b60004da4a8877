import type { IConstruct } from 'constructs';
import type { ISecurityGroup } from './connections';
import type { Dependable, INetwork } from './network';

/** The three forms of ACK. */
export type ClusterKind = 'managed' | 'dedicated' | 'serverless';

/** From where the API server of a cluster can be reached, as plain data. */
export type EndpointData =
  | { readonly kind: 'private' }
  | {
      readonly kind: 'public';
      /** Ranges that are meant to reach it; told to people, the cloud opens the address itself. */
      readonly allow: readonly string[];
      /** Why every address is allowed, where one range is `0.0.0.0/0`. */
      readonly reason?: string;
    };

/** What RAM needs to trust the service accounts of a cluster (RRSA). */
export interface RrsaProvider {
  /** Issuer of the service account tokens. */
  readonly issuer: string;
  /** ARN of the OIDC provider in RAM. */
  readonly providerArn: string;
}

/** A cluster that workloads run on: of any kind, created here or existing. */
export interface ICluster extends IConstruct {
  readonly clusterId: string;
  readonly kind: ClusterKind;
  readonly network: INetwork;
  readonly endpoint: EndpointData;
  /** The group of the nodes, and of Pods with Terway; absent when an imported cluster does not name it. */
  readonly securityGroup?: ISecurityGroup;
  /** Absent when service accounts of the cluster cannot take RAM roles. */
  readonly rrsa?: RrsaProvider;
  /**
   * What ACK charges for: `basic` is the free form, without burst to ECI by policy; absent when an imported cluster
   * does not say.
   */
  readonly tier?: 'basic' | 'pro';
  /** Range of Pod addresses of this cluster with Flannel, when it is not the network's. */
  readonly podCidr?: string;
  /** Whether NetworkPolicy objects have an effect: Flannel takes them and ignores them. */
  readonly networkPolicies: boolean;
  /** What must exist before workloads can be scheduled: the node pools. */
  readonly capacity: readonly Dependable[];
}
