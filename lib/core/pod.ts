/** Where the value of an environment variable comes from. Text is the value itself; never write a secret as text. */
export type EnvValue =
  | string
  | {
      readonly from: 'secret';
      /** Name of the Secret in the Pod's namespace. */
      readonly name: string;
      readonly key: string;
      /** Whether the Pod may start without it. */
      readonly optional?: boolean;
    }
  | { readonly from: 'config-map'; readonly name: string; readonly key: string; readonly optional?: boolean }
  | {
      readonly from: 'field';
      /** Path of a field of the Pod, such as `status.podIP`. */
      readonly path: string;
    };

/** Cpu, memory and local disk, as Kubernetes quantities: `500m`, `1Gi`. */
export interface Amounts {
  readonly cpu?: string;
  readonly memory?: string;
  /** Local disk of the container: image layers, logs and `emptyDir`. */
  readonly ephemeralStorage?: string;
}

/** How the kubelet asks a container whether it is well. */
export type ProbeAction =
  | {
      readonly kind: 'http';
      readonly path: string;
      readonly port: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Asked over TLS, without a check of the certificate, when it is `HTTPS`. */
      readonly scheme?: 'HTTP' | 'HTTPS';
    }
  | { readonly kind: 'tcp'; readonly port: number }
  | { readonly kind: 'grpc'; readonly port: number; readonly service?: string }
  | { readonly kind: 'exec'; readonly command: readonly string[] };

/** A probe with its rhythm, in seconds and counts. */
export interface ProbeData {
  readonly action: ProbeAction;
  readonly initialDelaySeconds?: number;
  readonly periodSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly failureThreshold?: number;
  readonly successThreshold?: number;
}

/** A directory or file that a container sees. */
export interface MountData {
  /** Name of the volume. */
  readonly volume: string;
  /** Absolute path in the container. */
  readonly path: string;
  readonly subPath?: string;
  readonly readOnly?: boolean;
}

/** What a volume is. */
export type VolumeSource =
  | { readonly kind: 'claim'; readonly claimName: string; readonly readOnly?: boolean }
  | { readonly kind: 'empty'; readonly sizeLimit?: string; readonly medium?: 'Memory' }
  | {
      readonly kind: 'config-map' | 'secret';
      readonly name: string;
      /** Keys that become files, by file name; all of them when left out. */
      readonly files?: Readonly<Record<string, string>>;
      /** Permissions of the files, such as `0400`. */
      readonly mode?: string;
      readonly optional?: boolean;
    }
  | { readonly kind: 'host-path'; readonly path: string; readonly type?: string }
  /** The claim that a StatefulSet makes for each of its Pods under the volume's name. */
  | { readonly kind: 'claim-template' }
  | {
      readonly kind: 'csi';
      readonly driver: string;
      readonly readOnly?: boolean;
      readonly attributes?: Readonly<Record<string, string>>;
    };

/** Who may hold a volume at once: Pods of one node, of many nodes, of many nodes for reading, or one Pod. */
export type AccessMode = 'ReadWriteOnce' | 'ReadWriteMany' | 'ReadOnlyMany' | 'ReadWriteOncePod';

/** Storage outside of the cluster that exists, as a CSI driver finds it. */
export interface StaticVolumeData {
  /** Such as `nasplugin.csi.alibabacloud.com`. */
  readonly driver: string;
  /** What the driver needs to find it, such as server and path. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Id of the volume for the driver; the name of the PersistentVolume when left out. */
  readonly handle?: string;
  /** How nodes mount it, such as `vers=3`. @default what the driver chooses */
  readonly mountOptions?: readonly string[];
  /** Size as a quantity. Shares do not keep to it; Kubernetes wants one, and lets nobody change it: see `StaticVolumeProps`. */
  readonly capacity: string;
  /** Who may mount it at once: one node, many that read, or many that write. */
  readonly accessMode: AccessMode;
  /** Secret with which nodes mount it. */
  readonly secret?: { readonly name: string; readonly namespace: string };
}

/** A volume of a Pod. */
export interface VolumeData {
  readonly name: string;
  readonly source: VolumeSource;
}

/** Lets a Pod onto nodes with a taint. */
export interface TolerationData {
  readonly key?: string;
  readonly operator?: 'Exists' | 'Equal';
  readonly value?: string;
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  readonly tolerationSeconds?: number;
}

/** One condition on a node's labels. */
export interface NodeCondition {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
  readonly values?: readonly string[];
}

/** Conditions on nodes: all `required` ones hold, `preferred` ones count with their weight, 1 to 100. */
export interface NodeAffinityData {
  readonly required: readonly NodeCondition[];
  readonly preferred: readonly { readonly weight: number; readonly conditions: readonly NodeCondition[] }[];
}

/** How Pods of one workload keep apart. */
export interface SpreadData {
  /** Label of nodes that says what a place is, such as `topology.kubernetes.io/zone`. */
  readonly topologyKey: string;
  readonly maxSkew: number;
  readonly whenUnsatisfiable: 'ScheduleAnyway' | 'DoNotSchedule';
}

/** What a container may do. */
export interface ContainerSecurity {
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly privileged?: boolean;
  readonly allowPrivilegeEscalation?: boolean;
  readonly readOnlyRootFilesystem?: boolean;
  /** Linux capabilities to add and to drop, without `CAP_`. */
  readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
  readonly seccompProfile?: 'RuntimeDefault' | 'Unconfined';
}

/** A port that a container listens on. */
export interface ContainerPort {
  readonly name?: string;
  readonly port: number;
  /** The provider has no SCTP. */
  readonly protocol: 'TCP' | 'UDP';
}

/** One container. */
export interface ContainerData {
  readonly name: string;
  readonly image: string;
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly workingDir?: string;
  readonly env: Readonly<Record<string, EnvValue>>;
  /** ConfigMaps and Secrets whose every key becomes a variable. */
  readonly envFrom: readonly {
    readonly from: 'secret' | 'config-map';
    readonly name: string;
    readonly prefix?: string;
  }[];
  readonly ports: readonly ContainerPort[];
  readonly requests?: Amounts;
  readonly limits?: Amounts;
  readonly startup?: ProbeData;
  readonly readiness?: ProbeData;
  readonly liveness?: ProbeData;
  /** Command that runs before the container is told to end. */
  readonly preStop?: readonly string[];
  readonly mounts: readonly MountData[];
  readonly security: ContainerSecurity;
}

/** Everything that a Pod template says, as plain data. */
export interface PodData {
  /** Labels, the selector's included. */
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** The first is the application; the others stand beside it. */
  readonly containers: readonly ContainerData[];
  readonly initContainers: readonly ContainerData[];
  readonly volumes: readonly VolumeData[];
  readonly serviceAccountName?: string;
  readonly automountServiceAccountToken: boolean;
  readonly imagePullSecrets: readonly string[];
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly tolerations: readonly TolerationData[];
  readonly nodeAffinity: NodeAffinityData;
  /** Topology key on which Pods of this workload prefer to keep apart; absent for none. */
  readonly preferApart?: string;
  readonly spread: readonly SpreadData[];
  readonly readinessGates: readonly string[];
  readonly terminationGracePeriodSeconds: number;
  readonly restartPolicy: 'Always' | 'OnFailure' | 'Never';
  readonly priorityClassName?: string;
  readonly dns?: {
    readonly policy?: 'ClusterFirst' | 'Default' | 'None' | 'ClusterFirstWithHostNet';
    readonly nameservers?: readonly string[];
    readonly searches?: readonly string[];
    readonly options?: Readonly<Record<string, string>>;
  };
  readonly hostNetwork: boolean;
  /** Group that owns volumes; the kubelet changes their files where it has to. */
  readonly fsGroup?: number;
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly runAsNonRoot?: boolean;
  /** Which system calls the containers may make; `RuntimeDefault` is what Pod Security `restricted` asks for. */
  readonly seccompProfile?: 'RuntimeDefault' | 'Unconfined';
}

/**
 * The Pods of a workload, while the program still adds to them. Every method puts the whole template again. Adding the same
 * thing twice is adding it once; another value under a name that is taken is an InputError `pod-conflict`.
 */
export interface IPod {
  /** The template as it is now. */
  readonly data: PodData;
  /** Sets a variable of a container. @param container name; the application's when left out */
  addEnvironment(name: string, value: EnvValue, container?: string): void;
  /**
   * Keeps values in a Secret of the namespace, made for this workload, and sets a variable of the application to each.
   * The values are references; text is refused.
   *
   * @param id names the Secret: `<workload>-<id>`
   * @param rotation text that replaces the Pods when it changes; a Pod reads a variable only when it starts
   */
  addSecretEnvironment(id: string, values: Readonly<Record<string, string>>, rotation?: string): void;
  /** Adds a volume and mounts it in a container; the application's when left out. */
  addVolume(volume: VolumeData, mount: Omit<MountData, 'volume'>, container?: string): void;
  /**
   * Mounts storage that exists: makes a PersistentVolume and a claim for it beside the workload, once for an id.
   *
   * @param id lower-case kebab; the same id with other data is an InputError `pod-conflict`
   */
  addStaticVolume(id: string, volume: StaticVolumeData, mount: Omit<MountData, 'volume'>, container?: string): void;
  addLabel(key: string, value: string): void;
  addAnnotation(key: string, value: string): void;
  addToleration(toleration: TolerationData): void;
  /** Every node must meet the condition. */
  requireNodes(condition: NodeCondition): void;
  /** Nodes that meet the condition come first. @param weight 1 to 100 */
  preferNodes(weight: number, condition: NodeCondition): void;
  addReadinessGate(conditionType: string): void;
  /** Pulls images with this Secret of the Pod's namespace, too. */
  addImagePullSecret(name: string): void;
  /** Runs the Pods as this service account. */
  useServiceAccount(name: string): void;
  /** Has the Pods ask these servers for names. Other settings than those that there are is an InputError `pod-conflict`. */
  useDns(dns: NonNullable<PodData['dns']>): void;
  addContainer(container: ContainerData): void;
  addInitContainer(container: ContainerData): void;
}
