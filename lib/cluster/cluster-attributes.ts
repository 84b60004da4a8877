import type { ApiServer, EndpointData, RrsaProvider } from '../core/cluster';
import type { ISecurityGroup } from '../core/connections';
import type { INetwork } from '../core/network';
import type { ServiceDiscoveryData } from './service-discovery';

/** A cluster that exists, of any kind. */
export interface ClusterAttributes {
  /** Id of the cluster, `c` and 32 hex digits. */
  readonly clusterId: string;
  /** Network that the cluster is in. */
  readonly network: INetwork;
  /**
   * Kubernetes version: `1.34` or `1.34.1-aliyun.1`. What needs a newer one is refused.
   * @default none - nothing that needs to know it is refused
   */
  readonly version?: string;
  /**
   * From where its API server can be reached.
   * @default Endpoint.private()
   */
  readonly endpoint?: EndpointData;
  /**
   * Addresses of its API server, `https://` and port 6443, as the console shows them.
   * @default none - the short-lived credential names the address
   */
  readonly apiServer?: ApiServer;
  /**
   * Group of its nodes, on Serverless of its Pods; without it nothing can be told to let them in by group.
   * @default none
   */
  readonly securityGroup?: ISecurityGroup;
  /**
   * Whether NetworkPolicy objects have an effect in it.
   * @default false
   */
  readonly networkPolicies?: boolean;
  /**
   * Names of the components that it has. What needs another one is then refused at synth.
   * @default none - every component that something needs is taken to be there
   */
  readonly addons?: readonly string[];
}

/** What clusters whose control plane Alibaba Cloud runs have beside. */
interface RunByAck {
  /**
   * What ACK charges for: `basic` cannot split Pods between nodes and ECI by policy.
   * @default none - nothing that needs to know it is refused
   */
  readonly tier?: 'basic' | 'pro';
  /**
   * OIDC provider of its service accounts; without it they cannot take RAM roles.
   * @default none
   */
  readonly rrsa?: RrsaProvider;
}

/** What clusters with nodes have beside. */
interface WithNodes {
  /**
   * Flannel only: its range of Pod addresses. Other clusters of the VPC are refused ranges that meet it.
   * @default the network's Pod range
   */
  readonly podCidr?: string;
}

/** A managed cluster that exists. */
export interface ManagedClusterAttributes extends ClusterAttributes, RunByAck, WithNodes {}

/** A dedicated cluster that exists. */
export interface DedicatedClusterAttributes extends ClusterAttributes, WithNodes {}

/** A Serverless cluster that exists. */
export interface ServerlessClusterAttributes extends ClusterAttributes, RunByAck {
  /**
   * How Pods find Services by name.
   * @default ServiceDiscovery.coreDns()
   */
  readonly serviceDiscovery?: ServiceDiscoveryData;
}
