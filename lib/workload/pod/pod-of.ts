import type { ContainerData, ContainerPort, PodData } from '../../core/pod';
import { dnsLabels, dnsOf } from '../dns/pod-dns';
import { eciAnnotations } from '../eci/eci-annotations';
import { containerSecurity, type ContainerUserData } from './container-user';
import { EMPTY_CONTAINER, EMPTY_POD } from './empty-pod';
import { withFiles, type PlannedFiles } from './files';
import type { ContainerProps, Probes, ResolvedPod, SidecarProps } from './pod-props';
import { probeData } from './probe';
import { terminationSeconds } from './shutdown';

/** What a workload adds to the props that all share. */
export interface PodParts extends Probes {
  /** Name of the application's container. */
  readonly container: string;
  /** Labels of the Pods that are not the user's: the selector's and ours. */
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly ContainerPort[];
  readonly files: PlannedFiles;
}

/** The Pod that props ask for. Placement, spreading and what others add come later. */
export function podOf(p: ResolvedPod, parts: PodParts): PodData {
  const data: PodData = {
    ...EMPTY_POD,
    labels: { ...p.podLabels, ...dnsLabels(p.dns), ...parts.labels },
    annotations: { ...p.podAnnotations, ...eciAnnotations(p.eci ?? {}) },
    containers: [applicationOf(p, parts), ...p.sidecars.map((one) => sidecarOf(one, p.user))],
    initContainers: p.initContainers.map((one) => sidecarOf(one, p.user)),
    serviceAccountName: p.serviceAccountName,
    automountServiceAccountToken: p.kubernetesToken,
    imagePullSecrets: p.imagePullSecrets,
    nodeSelector: p.nodeSelector,
    tolerations: p.tolerations,
    terminationGracePeriodSeconds: terminationSeconds(p.shutdown),
    priorityClassName: p.priorityClassName,
    dns: dnsOf(p.dns),
    fsGroup: p.fsGroup,
    ...(p.user.kind === 'restricted' ? { runAsNonRoot: true } : {}),
  };
  return withFiles(data, parts.files);
}

function applicationOf(p: ResolvedPod, { container, ports, startup, readiness, liveness }: PodParts): ContainerData {
  return { ...containerOf(container, p, p.user), ports, startup, readiness, liveness, preStop: p.shutdown.preStop };
}

function sidecarOf(props: SidecarProps, user: ContainerUserData): ContainerData {
  const ports = Object.entries(props.ports ?? {}).map(([name, port]) => ({ name, port, protocol: 'TCP' as const }));
  const main = ports[0]?.port ?? 0;
  return {
    ...containerOf(props.name, props, user),
    ports,
    mounts: props.mounts ?? [],
    readiness: probeData('readiness', props.readiness, main),
    liveness: probeData('liveness', props.liveness, main),
  };
}

function containerOf(name: string, props: ContainerProps, user: ContainerUserData): ContainerData {
  const limits = Object.entries(props.limits ?? {}).filter(([, value]) => value !== undefined);
  return {
    ...EMPTY_CONTAINER,
    name,
    image: props.image,
    imagePullPolicy: props.imagePullPolicy,
    command: props.command,
    args: props.args,
    workingDir: props.workingDir,
    env: { ...props.env },
    envFrom: props.envFrom ?? [],
    requests: props.requests,
    limits: { ...props.requests, ...Object.fromEntries(limits) },
    security: containerSecurity(user, props.readOnlyRootFilesystem),
  };
}
