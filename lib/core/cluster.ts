import type { IConstruct } from 'constructs';
import type { ISecurityGroup } from './connections';
import type { Dependable, INetwork, VswitchRef } from './network';

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

/** Addresses of an API server, as URLs; absent where they are not known. */
export interface ApiServer {
  /** Address in the VPC. */
  readonly private?: string;
  /** Address on the internet. */
  readonly public?: string;
}

/** Where Pods run on ECI beside the nodes of a cluster. */
export interface IVirtualNode extends IConstruct {
  readonly cluster: ICluster;
  /** The vSwitches that ECI takes addresses from, by zone. */
  readonly vswitches: readonly VswitchRef[];
  /** The group of the Pods on ECI. */
  readonly securityGroup: ISecurityGroup;
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
  /** How Pods find Services by name on Serverless, where there is a choice: CoreDNS, or a private zone of the VPC. */
  readonly serviceDiscovery?: { readonly kind: 'core-dns' | 'private-zone' };
  /** Kubernetes version as it was written, such as `1.34` or `1.34.1-aliyun.1`; absent when ACK chooses it. */
  readonly version?: string;
  /** Range of Pod addresses of this cluster with Flannel, when it is not the network's. */
  readonly podCidr?: string;
  /** Whether NetworkPolicy objects have an effect: Flannel takes them and ignores them. */
  readonly networkPolicies: boolean;
  /** What must exist before workloads can be scheduled: the node pools. */
  readonly capacity: readonly Dependable[];
  /** Absent when an imported cluster does not say; the short-lived credential then names the address. */
  readonly apiServer?: ApiServer;
  /** Where Pods can burst to ECI; absent without, and on Serverless, where every Pod is on ECI. */
  readonly virtualNode?: IVirtualNode;
  /** Names of the components that are known to be installed, sorted; absent when an imported cluster does not say. */
  readonly addons?: readonly string[];
  /**
   * Sees to it that a component is there: a cluster of this program gets it, once, in its own stack; an imported one is
   * asked whether it has it.
   *
   * @param why what does not work without it, for errors and for the one who reads the plan
   * @throws InputError `addon-missing` when an imported cluster says that it does not have it, `addon-kind` when clusters
   *   of this kind cannot have it
   */
  requireAddon(name: string, why: string): void;
}
