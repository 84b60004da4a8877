import type { ContainerResources } from './agent-resources';

/** What a container may do. */
export interface AgentSecurity {
  /** As whom it runs; 0 is root within the container. */
  readonly user: number;
  /** The capabilities that stay; without them all are dropped. */
  readonly capabilities?: readonly string[];
  /** Without seccomp and AppArmor, and with programs that take another user: what makes user namespaces. */
  readonly unconfined?: true;
}

/** A container of an agent. */
export interface AgentContainer {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly security: AgentSecurity;
  readonly resources: ContainerResources;
  /** Paths by volume. */
  readonly mounts?: Readonly<Record<string, string>>;
}

/** A Pod of an agent, apart from where it runs. */
export interface AgentPodData {
  readonly serviceAccount: string;
  /** Whether it talks to the cluster with that service account. */
  readonly token: boolean;
  readonly before: readonly AgentContainer[];
  readonly containers: readonly AgentContainer[];
  /** Disks of the Pod's own by name, with their most room. */
  readonly disks: Readonly<Record<string, string>>;
}
