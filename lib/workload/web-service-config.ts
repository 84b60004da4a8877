import type { DeploymentV1Spec } from '@cdktf/provider-kubernetes/lib/deployment-v1';
import type { ContainerPort, PodData } from '../core/pod';
import type { PlannedFiles } from './pod/files';
import { podOf } from './pod/pod-of';
import { podTemplate } from './pod/pod-template';
import { Probe, probeData, type PROBE_DEFAULTS } from './pod/probe';
import type { ServicePort } from './service/service-ports';
import { withSpread, type Apart } from './spread';
import { strategyBlock } from './update';
import type { ResolvedWebService } from './web-service-props';
import { labelsOf } from './workload-labels';

/** Name of the main port. */
const MAIN_PORT = 'http';
const REVISIONS = 10;

/** How long the provider waits for Pods: images that nobody has yet take their time, on ECI above all. */
export const ROLLOUT_TIMEOUTS = Object.freeze({ create: '20m', update: '20m' });

/** Ports of the application's container, the main one first. */
function containerPorts({ port, ports }: ResolvedWebService): ContainerPort[] {
  const others = Object.entries(ports).map(([name, number]) => ({ name, port: number }));
  return [{ name: MAIN_PORT, port }, ...others].map((one) => ({ ...one, protocol: 'TCP' }));
}

/** Ports of its Service, the main one under a number of its own where it is given one. */
export function servicePorts(p: ResolvedWebService): ServicePort[] {
  return containerPorts(p).map(({ name, port }) => ({
    name: name!,
    port: name === MAIN_PORT ? (p.servicePort ?? port) : port,
    targetPort: port,
  }));
}

/** The Pod of a web service at its beginning. */
export function webServicePod(p: ResolvedWebService, workloadName: string, files: PlannedFiles, apart: Apart): PodData {
  const probe = (kind: keyof typeof PROBE_DEFAULTS) =>
    probeData(kind, p[kind] ?? (p.health === undefined ? Probe.tcp() : Probe.http(p.health)), p.port);
  const data = podOf(p, {
    container: workloadName,
    labels: labelsOf(workloadName),
    ports: containerPorts(p),
    files,
    startup: probe('startup'),
    readiness: probe('readiness'),
    liveness: probe('liveness'),
  });
  return withSpread(data, p.spread, apart);
}

/** The provider's `spec` of the Deployment. `replicas` is left out where an autoscaler decides. */
export function deploymentSpec(
  p: ResolvedWebService,
  pod: PodData,
  selector: Readonly<Record<string, string>>,
  replicas: string | undefined,
): DeploymentV1Spec {
  return {
    replicas,
    selector: { matchLabels: { ...selector } },
    strategy: strategyBlock(p.update),
    minReadySeconds: p.update.kind === 'rolling' ? p.update.minReadySeconds : undefined,
    progressDeadlineSeconds: p.progressDeadlineSeconds,
    revisionHistoryLimit: REVISIONS,
    template: podTemplate(pod, selector),
  };
}
