import type {
  DeploymentV1SpecTemplateSpecContainer as Block,
  DeploymentV1SpecTemplateSpecContainerReadinessProbe as ProbeBlock,
  DeploymentV1SpecTemplateSpecContainerSecurityContext as SecurityBlock,
} from '@cdktf/provider-kubernetes/lib/deployment-v1';
import type { ContainerData, ContainerSecurity, EnvValue, MountData, ProbeData } from '../../core/pod';
import { someOf } from './blocks';
import { resourceList } from './quantities';

/**
 * The provider's block of one container. Variables stay in the order given: `$(NAME)` sees only those before it.
 *
 * @param runAsNonRoot what the Pod says, where the container says nothing
 */
export function containerBlock(container: ContainerData, runAsNonRoot?: boolean): Block {
  const { preStop } = container;
  return {
    name: container.name,
    image: container.image,
    imagePullPolicy: container.imagePullPolicy,
    command: someOf(container.command),
    args: someOf(container.args),
    workingDir: container.workingDir,
    env: someOf(Object.entries(container.env).map(([name, value]) => envBlock(name, value))),
    envFrom: someOf(container.envFrom.map(envFromBlock)),
    port: someOf(container.ports.map(({ name, port, protocol }) => ({ name, containerPort: port, protocol }))),
    resources: resourcesBlock(container),
    startupProbe: probeBlock(container.startup),
    readinessProbe: probeBlock(container.readiness),
    livenessProbe: probeBlock(container.liveness),
    lifecycle: preStop && { preStop: [{ exec: { command: [...preStop] } }] },
    volumeMount: someOf(container.mounts.map(mountBlock)),
    securityContext: securityBlock({
      ...container.security,
      runAsNonRoot: container.security.runAsNonRoot ?? runAsNonRoot,
    }),
  };
}

function envBlock(name: string, value: EnvValue) {
  if (typeof value === 'string') {
    return { name, value };
  }
  if (value.from === 'field') {
    return { name, valueFrom: { fieldRef: { fieldPath: value.path } } };
  }
  const ref = { name: value.name, key: value.key, optional: value.optional };
  return { name, valueFrom: value.from === 'secret' ? { secretKeyRef: ref } : { configMapKeyRef: ref } };
}

function envFromBlock({ from, name, prefix }: ContainerData['envFrom'][number]) {
  return { prefix, ...(from === 'secret' ? { secretRef: { name } } : { configMapRef: { name } }) };
}

function resourcesBlock({ requests, limits }: ContainerData): Block['resources'] {
  const block = { requests: resourceList(requests), limits: resourceList(limits) };
  return block.requests || block.limits ? block : undefined;
}

function mountBlock({ volume, path, subPath, readOnly }: MountData) {
  return { name: volume, mountPath: path, subPath, readOnly: readOnly || undefined };
}

function probeBlock(probe: ProbeData | undefined): ProbeBlock | undefined {
  return (
    probe && {
      ...actionBlock(probe.action),
      initialDelaySeconds: probe.initialDelaySeconds,
      periodSeconds: probe.periodSeconds,
      timeoutSeconds: probe.timeoutSeconds,
      failureThreshold: probe.failureThreshold,
      successThreshold: probe.successThreshold,
    }
  );
}

function actionBlock(action: ProbeData['action']): ProbeBlock {
  switch (action.kind) {
    case 'http':
      return {
        httpGet: {
          path: action.path,
          port: String(action.port),
          scheme: action.scheme,
          httpHeader: someOf(Object.entries(action.headers ?? {}).map(([name, value]) => ({ name, value }))),
        },
      };
    case 'tcp':
      return { tcpSocket: [{ port: String(action.port) }] };
    case 'grpc':
      return { grpc: [{ port: action.port, service: action.service }] };
    case 'exec':
      return { exec: { command: [...action.command] } };
  }
}

/**
 * The provider sends `allowPrivilegeEscalation: true` with any block that does not say false, and `runAsNonRoot: false` with
 * any that does not say true, whatever the Pod says.
 */
function securityBlock(security: ContainerSecurity): SecurityBlock {
  const { capabilities, seccompProfile, runAsUser, runAsGroup } = security;
  const add = someOf(capabilities?.add);
  const drop = someOf(capabilities?.drop);
  return {
    allowPrivilegeEscalation: security.allowPrivilegeEscalation ?? security.privileged ?? false,
    privileged: security.privileged || undefined,
    readOnlyRootFilesystem: security.readOnlyRootFilesystem,
    runAsNonRoot: security.runAsNonRoot,
    runAsUser: runAsUser === undefined ? undefined : String(runAsUser),
    runAsGroup: runAsGroup === undefined ? undefined : String(runAsGroup),
    capabilities: add || drop ? { add, drop } : undefined,
    seccompProfile: seccompProfile && { type: seccompProfile },
  };
}
