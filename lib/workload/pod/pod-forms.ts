import {
  any,
  construct,
  flag,
  listOf,
  mapOf,
  needed,
  object,
  text,
  word,
  type Form,
  type Forms,
} from '../../core/forms';
import type { Amounts } from '../../core/pod';
import type { ContainerProps, PodProps, Requests, SidecarProps } from './pod-props';

const amounts: Forms<Amounts> = { cpu: any, memory: any, ephemeralStorage: any };
const requests: Forms<Requests> = {
  cpu: needed(any, '"500m"'),
  memory: needed(any, '"1Gi"'),
  ephemeralStorage: any,
};

const CONTAINER: Forms<ContainerProps> = {
  image: needed(any, '"registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2"'),
  requests: needed(object(requests), '{ cpu: "500m", memory: "1Gi" }'),
  limits: object(amounts),
  command: listOf(text),
  args: listOf(text),
  workingDir: word,
  env: mapOf(any),
  envFrom: listOf(object({ from: any, name: needed(word, '"settings"'), prefix: text })),
  imagePullPolicy: any,
  readOnlyRootFilesystem: flag,
};

/** A probe, made by its factory. */
export const PROBE_FORM: Form = construct(['action'], 'Probe.http("/healthz"), or another of Probe');

const SIDECAR: Forms<SidecarProps> = {
  ...CONTAINER,
  name: needed(word, '"log-shipper"'),
  ports: mapOf(any),
  readiness: PROBE_FORM,
  liveness: PROBE_FORM,
  mounts: listOf(object({ volume: needed(word, '"files"'), path: needed(word, '"/data"'), readOnly: flag })),
};

/** The forms of the props that all workloads share. */
export const POD_FORMS: Forms<PodProps> = {
  ...CONTAINER,
  files: mapOf(any),
  user: construct(['kind'], 'ContainerUser.restricted(), or another of ContainerUser'),
  fsGroup: any,
  sidecars: listOf(object(SIDECAR)),
  initContainers: listOf(object(SIDECAR)),
  shutdown: construct(['drainSeconds', 'graceSeconds'], 'Shutdown.drain(), or another of Shutdown'),
  serviceAccountName: word,
  kubernetesToken: flag,
  imagePullSecrets: listOf(word),
  priorityClassName: word,
  podLabels: mapOf(any),
  podAnnotations: mapOf(text),
  nodeSelector: mapOf(any),
  tolerations: listOf(object({ key: word, operator: any, value: text, effect: any, tolerationSeconds: any })),
};
