import type { StatefulSetV1Spec } from '@cdktf/provider-kubernetes/lib/stateful-set-v1';
import { oneOf, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { kubernetesNameProblems } from '../../core/kubernetes-names';
import type { ContainerPort, PodData } from '../../core/pod';
import { isToken } from '../../core/tokens';
import type { INamespace } from '../../core/workload';
import { disruptionProblems } from '../disruption';
import type { PlannedFiles } from '../pod/files';
import { imageSourceProblems, podSecurityProblems } from '../pod/pod-in-namespace';
import { podOf } from '../pod/pod-of';
import { podPropProblems } from '../pod/pod-prop-problems';
import { podTemplate } from '../pod/pod-template';
import { healthProblems, Probe, probeData, type PROBE_DEFAULTS } from '../pod/probe';
import { withSpread, type Apart } from '../spread';
import { claimProblems, claimSpec } from '../volumes/persistent-claim';
import { labelsOf } from '../workload-labels';
import type { ClaimRetention, MemberClaim, ResolvedStatefulService } from './stateful-service-props';
import { statefulUpdateProblems, updateStrategyBlock } from './stateful-update';

/** Name of the main port. */
const MAIN_PORT = 'main';

/** Ports of the application's container, the main one first. */
export function memberPorts({ port, ports }: ResolvedStatefulService): (ContainerPort & { readonly name: string })[] {
  const others = Object.entries(ports).map(([name, number]) => ({ name, port: number }));
  return [{ name: MAIN_PORT, port }, ...others].map((one) => ({ ...one, protocol: 'TCP' }));
}

/** The Pod of a member at its beginning, with the volumes that the set makes for it. */
export function memberPod(
  p: ResolvedStatefulService,
  workloadName: string,
  files: PlannedFiles,
  apart: Apart,
): PodData {
  const probe = (kind: keyof typeof PROBE_DEFAULTS) =>
    probeData(kind, p[kind] ?? (p.health === undefined ? Probe.tcp() : Probe.http(p.health)), p.port);
  const [first, ...others] = Object.entries(p.claims).map(([name, { path, subPath }]) => ({
    volume: name,
    path,
    subPath,
  }));
  const data = podOf(p, {
    container: workloadName,
    labels: labelsOf(workloadName),
    ports: memberPorts(p),
    files: {
      ...files,
      volumes: [
        ...files.volumes,
        ...Object.keys(p.claims).map((name) => ({ name, source: { kind: 'claim-template' as const } })),
      ],
      mounts: [...files.mounts, ...(first ? [first, ...others] : [])],
    },
    startup: probe('startup'),
    readiness: probe('readiness'),
    liveness: probe('liveness'),
  });
  return withSpread(data, p.spread, apart);
}

/** The provider's `spec` of the set. */
export function statefulSetSpec(
  p: ResolvedStatefulService,
  pod: PodData,
  selector: Readonly<Record<string, string>>,
  set: { readonly serviceName: string; readonly namespaceName: string },
): StatefulSetV1Spec {
  return {
    serviceName: set.serviceName,
    replicas: String(p.replicas),
    selector: { matchLabels: { ...selector } },
    podManagementPolicy: p.order === 'parallel' ? 'Parallel' : 'OrderedReady',
    updateStrategy: updateStrategyBlock(p.update),
    minReadySeconds: p.update.kind === 'rolling' ? p.update.minReadySeconds : undefined,
    persistentVolumeClaimRetentionPolicy: p.claimRetention && [retentionBlock(p.claimRetention)],
    template: podTemplate(pod, selector),
    volumeClaimTemplate: claimTemplates(p.claims, set.namespaceName),
  };
}

function claimTemplates(claims: Readonly<Record<string, MemberClaim>>, namespace: string) {
  const templates = Object.entries(claims).map(([name, ask]) => ({
    metadata: { name, namespace },
    spec: claimSpec(ask),
  }));
  return templates.length > 0 ? templates : undefined;
}

function retentionBlock({ whenDeleted = 'keep', whenScaled = 'keep' }: ClaimRetention) {
  const policy = (choice: 'keep' | 'delete') => (choice === 'delete' ? 'Delete' : 'Retain');
  return { whenDeleted: policy(whenDeleted), whenScaled: policy(whenScaled) };
}

/** Everything that is wrong with the props of a stateful service, apart from what its Pod shows. */
export function statefulServiceProblems(p: ResolvedStatefulService, namespace: INamespace): Problem[] {
  const replicas = wholeNumber('replicas', p.replicas, 0, 1000, 'members');
  const { whenDeleted, whenScaled } = p.claimRetention ?? {};
  return [
    ...kubernetesNameProblems('name', p.name),
    ...replicas,
    ...wholeNumber('port', p.port, 1, 65535),
    ...healthProblems(p.health),
    ...Object.entries(p.claims).flatMap(([name, ask]) => memberClaimProblems(name, ask)),
    ...oneOf('claimRetention.whenDeleted', whenDeleted, ['keep', 'delete']),
    ...oneOf('claimRetention.whenScaled', whenScaled, ['keep', 'delete']),
    ...oneOf('order', p.order, ['one-by-one', 'parallel']),
    ...(replicas.length > 0 ? [] : statefulUpdateProblems(p.update, p.replicas)),
    ...(replicas.length > 0 ? [] : disruptionProblems(p.disruption, p.replicas)),
    ...podPropProblems(p),
    ...podSecurityProblems(p, namespace),
    ...imageSourceProblems(p, namespace.cluster),
  ];
}

function memberClaimProblems(name: string, ask: MemberClaim): Problem[] {
  const absolute = isToken(ask.path) || ask.path.startsWith('/');
  const what = `claims.${name}.path ${quote(ask.path)} is not absolute`;
  return [
    ...kubernetesNameProblems('claims', name),
    ...claimProblems(`claims.${name}.`, ask),
    ...(absolute ? [] : [{ code: 'mount-path' as const, what, value: ask.path, fix: 'write path: "/data"' }]),
  ];
}
