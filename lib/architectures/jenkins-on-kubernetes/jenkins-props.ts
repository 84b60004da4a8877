import type { Construct } from 'constructs';
import type { BalancerAddressData } from '../../balancer/balancer-address';
import type { PracticesData } from '../../checks/practices/profiles';
import type { IManagedCluster } from '../../cluster/i-managed-cluster';
import type { IServerlessCluster } from '../../cluster/i-serverless-cluster';
import type { IBalancer } from '../../core/balancer';
import type { Protection, Site } from '../../core/cloud';
import type { EndpointData } from '../../core/cluster';
import type { INetwork } from '../../core/network';
import type { Tags } from '../../core/tags';
import type { IContainerRegistry } from '../../registry/i-container-registry';
import type { CloudStack } from '../../stacks/cloud-stack';
import type { StateData } from '../../stacks/state';
import type { INasFileSystem } from '../../storage/i-nas-file-system';
import type { NasBackup } from '../../storage/nas-backup';
import type { Requests } from '../../workload/pod/pod-props';
import type { Part } from '../parts/part';
import type { AgentPlaceData } from './configuration/agent-place';
import type { AgentSize } from './configuration/agent-size';
import type { ImageBuilderData } from './configuration/image-builder';
import type { AgentKind, LibrarySettings, Principal, ScanSettings } from './configuration/settings';
import type { JenkinsEnvironmentData } from './jenkins-environment';
import type { JenkinsApplication } from './jenkins-application';
import type { JenkinsCredentialData } from './jenkins-credential';
import type { JenkinsImagesData } from './jenkins-images';
import type { JenkinsLoginData } from './jenkins-login';
import type { JenkinsPluginsData } from './jenkins-plugins';

/** A cluster that Jenkins can run on. */
export type JenkinsCluster = IManagedCluster | IServerlessCluster;

/** The one Pod that everything is asked of. A change starts it anew: pipelines go on where they were, agents come back. */
export interface JenkinsController {
  /** What it requests, and has as its limit: a size of ECI. @default 2 and 4Gi */
  readonly requests?: Requests;
  /** How the plugins come to it. @default JenkinsPlugins.ofImage() */
  readonly plugins?: JenkinsPluginsData;
  /** Further options of the Java machine, such as `-Djenkins.model.Jenkins.slaveAgentPort=-1`. @default none */
  readonly javaOptions?: readonly string[];
}

/** The Pods that do the work, one for each build, gone after it. */
export interface JenkinsAgents {
  /**
   * What carries them. Pods that deploy are never spot.
   * @default AgentPlace.eci(), or AgentPlace.serverless() on a Serverless cluster
   * @throws InputError `jenkins-agents` for nodes that the cluster does not have
   */
  readonly place?: AgentPlaceData;
  /** Most at once, 1 to 500; the quota of their namespace is made for them. @default 10 */
  readonly cap?: number;
  /** Seconds that one has to be up and connected, 60 to 3600. @default 600 */
  readonly startSeconds?: number;
  /** Minutes after which one is ended, whatever it is doing, 5 to 1440. @default 120 */
  readonly deadlineMinutes?: number;
  /** Room of a workspace. @default "20Gi" */
  readonly workspace?: string;
  /** What all containers of one have together, by what it is for; on ECI a size that it sells. @default 2 vCPU and 4 GiB each, build 4 and 8 */
  readonly sizes?: Partial<Readonly<Record<AgentKind, AgentSize>>>;
}

/** Texts of which each draws a new secret when it changes; the controller starts anew. Each `"1"` when left out. */
export interface JenkinsRotation {
  /** Password of the administrator of `JenkinsLogin.local()`. */
  readonly administrator?: string;
  /** Token with which the controller makes the Pods of releases. */
  readonly release?: string;
}

export interface JenkinsOnKubernetesProps {
  /** Region of everything, such as `cn-hangzhou`. Changing it creates all anew. */
  readonly region: string;
  /**
   * Zones of the network, two or more. Needed unless `network` or `cluster` is given.
   * @throws InputError `part-missing`, `part-conflict`
   */
  readonly zones?: readonly string[];
  /**
   * Image of the controller, made from the official `jenkins/jenkins` (Debian, not Alpine) with the pinned plugins, with a
   * version. Pulls from Docker Hub fail in mainland regions. Another one starts the controller anew.
   * @throws InputError `image-untagged`, `jenkins-image`
   */
  readonly image: string;
  /** Images of the containers of agents: `JenkinsImages.in('acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/mirror')`. */
  readonly images: JenkinsImagesData;
  /**
   * Registry that images are pushed to, by a role and without a password. Container Registry Enterprise is sold by the month, so
   * none is made unless a function does.
   */
  readonly registry: Part<IContainerRegistry & Construct>;
  /** Namespace of the registry, made with a repository for each application whose tags nobody overwrites. @default "ci" */
  readonly registryNamespace?: string;
  /** What is built, tested and deployed. @default none */
  readonly applications?: readonly JenkinsApplication[];
  /**
   * Address by which people reach Jenkins: `https://ci.example.com`, which `balancer` must then end TLS for. The controller starts anew.
   * @default `http://`, the balancer's address, which only Terraform knows, and the port where it is not 80
   * @throws InputError `jenkins-url`, `jenkins-open` on the internet without TLS
   */
  readonly url?: string;
  /** Address of mail that Jenkins sends from. @default "jenkins@example.com" */
  readonly mail?: string;
  /** Time zone of schedules and logs. @default "Asia/Shanghai" */
  readonly timezone?: string;
  /** Language of the pages, such as `zh_CN`. @default "en" */
  readonly locale?: string;
  /** How people log in. @default JenkinsLogin.local() */
  readonly login?: JenkinsLoginData;
  /**
   * Who may what; nobody else sees anything. With a directory name an administrator, or nobody is one.
   * @default the account of JenkinsLogin.local() is administrator and approves
   * @throws InputError `jenkins-people`
   */
  readonly people?: {
    readonly administrators?: readonly Principal[];
    readonly developers?: readonly Principal[];
    readonly approvers?: readonly Principal[];
  };
  /** What pipelines may use. @default none */
  readonly credentials?: readonly JenkinsCredentialData[];
  /**
   * Keys of Git servers that are reached by SSH, one `host type key` each, as in `known_hosts`. @default none
   * @throws InputError `jenkins-application` where code comes by SSH and there are none
   */
  readonly gitHostKeys?: readonly string[];
  /** Shared steps of pipelines. They run outside of the sandbox: who can push there rules Jenkins. @default none */
  readonly libraries?: readonly LibrarySettings[];
  /** @default 2 vCPU and 4 GiB, plugins of the image */
  readonly controller?: JenkinsController;
  /** @default on ECI, at most 10, for at most two hours */
  readonly agents?: JenkinsAgents;
  /** What builds images, without a Docker socket and without privileges. @default ImageBuilder.kaniko(images.builder) */
  readonly builder?: ImageBuilderData;
  /** What stops a build. @default HIGH and CRITICAL, where a mended version exists */
  readonly scan?: Partial<ScanSettings>;
  /** Hours that a release waits for its approval, 1 to 720. @default 72 */
  readonly approvalHours?: number;
  /** Namespaces that pipelines deploy to. @default both are made, `test` and `production` */
  readonly environments?: { readonly test?: JenkinsEnvironmentData; readonly production?: JenkinsEnvironmentData };
  /** Texts that draw new secrets when they change. @default each "1" */
  readonly rotation?: JenkinsRotation;
  /** Network of everything. @default a new one over `zones` */
  readonly network?: INetwork | ((cloud: CloudStack) => INetwork);
  /**
   * ACK managed Pro or Serverless cluster. One that is given keeps its nodes, and lets its Pods pull from the registry as it does.
   * @default a new managed one, with a pool of nodes for the controller and a virtual node for the agents
   */
  readonly cluster?: Part<JenkinsCluster>;
  /** Nodes of the new cluster: instance types and how many. @default what `planNodes` finds for the controller */
  readonly nodes?: { readonly instanceTypes: readonly string[]; readonly size: number };
  /** From where the API server of the new cluster is reached. @default Endpoint.private() */
  readonly endpoint?: EndpointData;
  /** What holds the home of the controller. @default a new NAS file system, which Pods of every zone mount */
  readonly files?: Part<INasFileSystem>;
  /**
   * Backup of the new file system, every day.
   * @default kept for 14 days in `production`; none in a `sandbox`
   * @throws InputError `part-conflict` beside `files`
   */
  readonly backup?: NasBackup | 'none';
  /**
   * What stands before the controller: owned by Terraform, or made by the cluster (`ServiceBalancer`).
   * @default a new ClassicLoadBalancer of the cloud stack; a NetworkLoadBalancer for accounts of the international site
   * @throws InputError `jenkins-open` for one on the internet without TLS
   */
  readonly balancer?: Part<IBalancer>;
  /**
   * From where the default balancer is reached.
   * @default BalancerAddress.intranet(): from the VPC and what is connected to it
   * @throws InputError `part-conflict` beside `balancer`, `jenkins-open` on the internet, where TLS needs a `balancer` of yours
   */
  readonly address?: BalancerAddressData;
  /** Ports of the balancer, all of which lead to the controller: `[443]` for one that ends TLS. @default [80] */
  readonly ports?: readonly number[];
  /**
   * Namespace of the controller; agents are in `<namespace>-agents`, releases in `<namespace>-release`. Another one is another Jenkins.
   * @default "jenkins"
   */
  readonly namespace?: string;
  /** The kind of account, as of `CloudStack`. @default "cn" in mainland regions, "intl" elsewhere */
  readonly account?: Site;
  /** See `CloudStack`. Of both stacks. @default "production" */
  readonly protection?: Protection;
  /**
   * Against which practices of the field both stacks are held when they are synthesised. Changes nothing in the Terraform.
   * @default Practices.production(), or Practices.sandbox() with `protection: 'sandbox'`
   * @throws InputError `practice`, `choice-invalid`
   */
  readonly practices?: PracticesData;
  /** Tags of everything in both stacks. @default none */
  readonly tags?: Tags;
  /** Where Terraform keeps the states of both stacks. @default State.local() */
  readonly state?: StateData;
}
