import type { ContainerData, PodData } from '../../core/pod';

/** Seconds between being told to end and being killed, where nothing says otherwise. */
const GRACE_SECONDS = 30;

/** A Pod without containers: what a workload lays its own over. No token for the Kubernetes API, no hostNetwork. */
export const EMPTY_POD: PodData = Object.freeze({
  labels: Object.freeze({}),
  annotations: Object.freeze({}),
  containers: Object.freeze([]),
  initContainers: Object.freeze([]),
  volumes: Object.freeze([]),
  automountServiceAccountToken: false,
  imagePullSecrets: Object.freeze([]),
  nodeSelector: Object.freeze({}),
  tolerations: Object.freeze([]),
  nodeAffinity: Object.freeze({ required: Object.freeze([]), preferred: Object.freeze([]) }),
  spread: Object.freeze([]),
  readinessGates: Object.freeze([]),
  terminationGracePeriodSeconds: GRACE_SECONDS,
  restartPolicy: 'Always',
  hostNetwork: false,
  seccompProfile: 'RuntimeDefault',
});

/** A container without an image: what a workload lays its own over. It may not gain privileges. */
export const EMPTY_CONTAINER: Omit<ContainerData, 'name' | 'image'> = Object.freeze({
  env: Object.freeze({}),
  envFrom: Object.freeze([]),
  ports: Object.freeze([]),
  mounts: Object.freeze([]),
  security: Object.freeze({ allowPrivilegeEscalation: false }),
});
