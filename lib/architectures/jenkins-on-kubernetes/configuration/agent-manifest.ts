import { describeSize } from '../../../workload/eci/eci-size';
import { eciAnnotations } from '../../../workload/eci/eci-annotations';
import { EciBilling, EciImage } from '../../../workload/eci/eci-pod';
import { ECI_LABEL } from '../../../workload/eci/eci-use';
import { quantityOf } from '../../../core/quantity';
import type { AgentContainer, AgentPodData, AgentSecurity } from './agent-pod-data';
import { onEci, type AgentPlaceData } from './agent-place';
import { AGENT_HOME } from './agent-pods';
import type { AgentKind, AgentsSettings } from './settings';

/** By which network rules and people tell agents apart. */
export const AGENT_LABEL = 'jenkins/agent';

/** A Pod of Kubernetes as the kubernetes plugin takes it; the plugin adds name, namespace and workspace. */
export function agentManifest(pod: AgentPodData, kind: AgentKind, agents: AgentsSettings) {
  const { place } = agents;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      labels: { [AGENT_LABEL]: kind, ...(place.kind === 'eci' ? { [ECI_LABEL]: 'true' } : {}) },
      annotations: onEci(place) ? annotations(place, kind, agents) : {},
    },
    spec: {
      serviceAccountName: pod.serviceAccount,
      automountServiceAccountToken: pod.token,
      enableServiceLinks: false,
      restartPolicy: 'Never',
      activeDeadlineSeconds: agents.deadlineMinutes * 60,
      terminationGracePeriodSeconds: 10,
      ...nodes(place),
      ...(pod.before.length === 0 ? {} : { initContainers: pod.before.map((one) => container(one, place)) }),
      containers: pod.containers.map((one) => container(one, place)),
      volumes: Object.entries(pod.disks).map(([name, sizeLimit]) => ({ name, emptyDir: { sizeLimit } })),
    },
  };
}

/** Disk of a Pod on ECI that is free, less what images take. */
const FREE_GIB = 20;
const GIB = 2 ** 30;

function annotations(place: Exclude<AgentPlaceData, { kind: 'nodes' }>, kind: AgentKind, agents: AgentsSettings) {
  const extraDiskGib = Math.max(0, Math.ceil((quantityOf(agents.workspace) ?? 0) / GIB) - FREE_GIB);
  return eciAnnotations({
    sizes: [describeSize(agents.sizes[kind])],
    // A roll-out that loses its Pod in the middle is rolled back by nobody.
    billing: place.spot && kind !== 'deploy' ? EciBilling.spot() : EciBilling.onDemand(),
    image: place.imageCache ? EciImage.cached() : EciImage.pulled(),
    extraDiskGib,
  });
}

function nodes(place: AgentPlaceData) {
  if (onEci(place)) {
    return {};
  }
  const tolerations = place.tolerations.map(({ key, value, effect }) => ({
    key,
    ...(value === undefined ? { operator: 'Exists' } : { operator: 'Equal', value }),
    effect,
  }));
  return {
    ...(Object.keys(place.labels).length === 0 ? {} : { nodeSelector: place.labels }),
    ...(tolerations.length === 0 ? {} : { tolerations }),
  };
}

function container(
  { name, image, command, env = {}, mounts = {}, security, resources }: AgentContainer,
  place: AgentPlaceData,
) {
  return {
    name,
    image,
    ...(command === undefined ? {} : { command }),
    workingDir: AGENT_HOME,
    env: Object.entries(env).map(([key, value]) => ({ name: key, value })),
    resources: { requests: resources, limits: resources },
    securityContext: securityContext(security, place),
    volumeMounts: Object.entries(mounts).map(([volume, mountPath]) => ({ name: volume, mountPath })),
  };
}

/** ECI knows users, capabilities and privileges, and no profiles of the kernel; those are said on nodes only. */
function securityContext({ user, capabilities, unconfined }: AgentSecurity, place: AgentPlaceData) {
  const who = { runAsUser: user, runAsGroup: user, runAsNonRoot: user !== 0 };
  if (unconfined) {
    const profile = { type: 'Unconfined' };
    return { ...who, allowPrivilegeEscalation: true, seccompProfile: profile, appArmorProfile: profile };
  }
  return {
    ...who,
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'], ...((capabilities ?? []).length === 0 ? {} : { add: capabilities }) },
    ...(onEci(place) ? {} : { seccompProfile: { type: 'RuntimeDefault' } }),
  };
}
