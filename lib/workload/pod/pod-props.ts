import type { Resolved } from '../../core/defaults';
import type { Amounts, EnvValue, ProbeData, TolerationData } from '../../core/pod';
import type { PodDnsData } from '../dns/pod-dns';
import type { EciPod } from '../eci/eci-pod';
import { ContainerUser, type ContainerUserData } from './container-user';
import type { FileSource } from './files';
import type { ProbeAsk } from './probe';
import { Shutdown, type ShutdownData } from './shutdown';

/** What a container is promised. Scaling by load, placement on nodes and the size on ECI all follow from it. */
export interface Requests extends Amounts {
  /** Cores, such as `500m` or `2`. */
  readonly cpu: string;
  /** Memory, such as `1Gi`. */
  readonly memory: string;
}

/** What any container of ours takes. Every change replaces the Pods, one after another. */
export interface ContainerProps {
  /**
   * The image, with a version: `registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2`, or a digest.
   * @throws `image-untagged` without a tag or with `:latest`
   */
  readonly image: string;
  /** What the container is promised. */
  readonly requests: Requests;
  /**
   * What it may take at most; each at least its request. Memory above the limit ends the container, cpu above it waits.
   * @default the requests, so that a Pod performs the same on a crowded node, on an empty one and on ECI
   */
  readonly limits?: Amounts;
  /** Instead of the image's entrypoint. @default the image's */
  readonly command?: readonly string[];
  /** Arguments of the command. @default the image's */
  readonly args?: readonly string[];
  /** Absolute path. @default the image's */
  readonly workingDir?: string;
  /**
   * Variables, in this order: `$(NAME)` in a value stands for a variable before it. Text is written into the template as
   * it is; a secret is `{ from: 'secret', name, key }`.
   * @default none
   */
  readonly env?: Readonly<Record<string, EnvValue>>;
  /** ConfigMaps and Secrets of the namespace whose every key becomes a variable. @default none */
  readonly envFrom?: readonly {
    readonly from: 'secret' | 'config-map';
    readonly name: string;
    readonly prefix?: string;
  }[];
  /** When the image is pulled. @default Kubernetes: when the node does not have it */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** Whether the container may write only to its volumes. @default false */
  readonly readOnlyRootFilesystem?: boolean;
}

/** A container beside the application, or one that runs to its end before it. */
export interface SidecarProps extends ContainerProps {
  /** Name of the container in its Pod, 1 to 63 lower-case letters, digits and hyphens. */
  readonly name: string;
  /** TCP ports by name. @default none */
  readonly ports?: Readonly<Record<string, number>>;
  /** Of a sidecar: the Pod is ready when this is good too. @default none */
  readonly readiness?: ProbeAsk;
  /** Of a sidecar: restarted when this is bad. @default none */
  readonly liveness?: ProbeAsk;
  /** Volumes of the Pod that it sees. @default none */
  readonly mounts?: readonly { readonly volume: string; readonly path: string; readonly readOnly?: boolean }[];
}

/** What the Pods of any workload of ours take, apart from ports and probes. */
export interface PodProps extends ContainerProps {
  /**
   * What the application finds at absolute paths: text is the content of one file, laid into the image's directory;
   * `Files.configMap` and `Files.secret` are objects of the namespace. Changed text replaces the Pods.
   * @default none
   */
  readonly files?: Readonly<Record<string, FileSource>>;
  /** As whom all containers run. @default ContainerUser.ofImage() - as the image says */
  readonly user?: ContainerUserData;
  /** Group, by number, that owns the files of volumes. @default none: files keep their owners */
  readonly fsGroup?: number;
  /** Containers beside the application. They start with it, in no order. @default none */
  readonly sidecars?: readonly SidecarProps[];
  /** Containers that run to their end before the application starts, in this order. @default none */
  readonly initContainers?: readonly SidecarProps[];
  /** How a Pod ends. @default Shutdown.drain() - 30 s answering on, then 30 s to end */
  readonly shutdown?: ShutdownData;
  /** Service account of the namespace. @default "default" */
  readonly serviceAccountName?: string;
  /** Whether the Pods get a token for the Kubernetes API. @default false - few applications need one */
  readonly kubernetesToken?: boolean;
  /** Secrets of the namespace to pull images with. @default none: Container Registry by the credential helper, or public */
  readonly imagePullSecrets?: readonly string[];
  /** Priority class of the cluster. @default none */
  readonly priorityClassName?: string;
  /**
   * What the Pods get on ECI, such as sizes, spot, or a cached image. Of no meaning on nodes. Replaces the Pods.
   * @default what the containers ask for, on demand
   * @throws InputError `eci-option`; `eci-unused` when no Pod ever lands on ECI
   */
  readonly eci?: EciPod;
  /**
   * Whom the Pods ask for names, and how often. Replaces the Pods.
   * @default PodDns.cluster() - the DNS of the cluster
   * @throws InputError `dns-address`, `dns-name`, `number-invalid`, `list-too-long`
   */
  readonly dns?: PodDnsData;
  /** Labels of the Pods, besides ours. @default none */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** Annotations of the Pods. @default none */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** Labels that a node must have. @default none */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Taints of nodes that do not matter. @default none */
  readonly tolerations?: readonly TolerationData[];
}

/** What a Pod has when a prop is left out. */
export const POD_DEFAULTS = Object.freeze({
  env: Object.freeze({}) as Readonly<Record<string, EnvValue>>,
  envFrom: Object.freeze([]) as NonNullable<ContainerProps['envFrom']>,
  files: Object.freeze({}) as Readonly<Record<string, FileSource>>,
  user: ContainerUser.ofImage(),
  sidecars: Object.freeze([]) as readonly SidecarProps[],
  initContainers: Object.freeze([]) as readonly SidecarProps[],
  shutdown: Shutdown.drain(),
  kubernetesToken: false,
  imagePullSecrets: Object.freeze([]) as readonly string[],
  podLabels: Object.freeze({}) as Readonly<Record<string, string>>,
  podAnnotations: Object.freeze({}) as Readonly<Record<string, string>>,
  nodeSelector: Object.freeze({}) as Readonly<Record<string, string>>,
  tolerations: Object.freeze([]) as readonly TolerationData[],
});

/** Props of a Pod with every default in place. */
export type ResolvedPod = Readonly<Resolved<PodProps, typeof POD_DEFAULTS>>;

/** Probes of the application's container. */
export interface Probes {
  readonly startup?: ProbeData;
  readonly readiness?: ProbeData;
  readonly liveness?: ProbeData;
}
