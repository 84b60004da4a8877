import { quote } from '../../core/errors';
import {
  any,
  choiceOf,
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
import { POD_DNS_FORM } from '../dns/pod-dns';
import { ECI_POD_FORM } from '../eci/eci-problems';
import type { ProbeAsk } from './probe';
import type { ContainerProps, PodProps, Requests, SidecarProps } from './pod-props';

const amounts: Forms<Amounts> = { cpu: any, memory: any, ephemeralStorage: any };
const requests: Forms<Requests> = {
  cpu: needed(any, '"500m"'),
  memory: needed(any, '"1Gi"'),
  ephemeralStorage: any,
};

const KEY = { name: needed(word, '"settings"'), key: needed(word, '"host"'), optional: flag };
const SOURCE = choiceOf(
  { secret: KEY, 'config-map': KEY, field: { path: needed(word, '"status.podIP"') } },
  '{ from: "secret", name, key }, { from: "config-map", name, key }, { from: "field", path }',
  'from',
);

/** Variables are text: a number or a flag would be one where the program reads it, and is none in the template. */
const VARIABLE: Form = (prop, value) => {
  if (typeof value === 'string' || (typeof value === 'object' && value !== null)) {
    return typeof value === 'string' ? [] : SOURCE(prop, value);
  }
  const what = `${prop} ${quote(value)} is not text`;
  return [{ code: 'type-invalid', what, value, fix: `write ${prop}: "${quote(value)}"` }];
};

const FROM = { name: needed(word, '"settings"'), key: word, mode: text, version: text };
const SOURCES = choiceOf(
  { 'config-map': FROM, secret: FROM },
  'Files.secret("tls"), Files.configMap("settings"), text',
);

/** Text is the content of a file, and may be empty. */
const FILE: Form = (prop, value) => (typeof value === 'string' ? [] : SOURCES(prop, value));

const CONTAINER: Forms<ContainerProps> = {
  image: needed(any, '"registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2"'),
  requests: needed(object(requests), '{ cpu: "500m", memory: "1Gi" }'),
  limits: object(amounts),
  command: listOf(text),
  args: listOf(text),
  workingDir: word,
  env: mapOf(VARIABLE),
  envFrom: listOf(object({ from: any, name: needed(word, '"settings"'), prefix: text })),
  imagePullPolicy: any,
  readOnlyRootFilesystem: flag,
};

const ACTION = choiceOf(
  {
    http: { path: needed(text, '"/healthz"'), port: any, headers: mapOf(text), scheme: any },
    tcp: { port: any },
    grpc: { port: any, service: text },
    exec: { command: needed(listOf(text), '["true"]') },
    none: {},
  },
  'Probe.http("/healthz"), or another of Probe',
);

/** A probe, made by its factory. */
export const PROBE_FORM: Form = object<ProbeAsk>({
  action: needed(ACTION, 'Probe.http("/healthz")'),
  initialDelaySeconds: any,
  periodSeconds: any,
  timeoutSeconds: any,
  failureThreshold: any,
  successThreshold: any,
});

const SECONDS = { drainSeconds: needed(any, '30'), graceSeconds: needed(any, '30'), preStop: listOf(text) };

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
  files: mapOf(FILE),
  user: choiceOf(
    {
      image: {},
      root: { keep: needed(listOf(any), '["CHOWN"]') },
      restricted: { uid: any, gid: any, keep: listOf(any) },
    },
    'ContainerUser.restricted({ uid: 10001 }), ContainerUser.ofImage(), ContainerUser.root({ keep: ["CHOWN"] })',
  ),
  fsGroup: any,
  sidecars: listOf(object(SIDECAR)),
  initContainers: listOf(object(SIDECAR)),
  shutdown: choiceOf({ drain: SECONDS, command: SECONDS }, 'Shutdown.drain(), Shutdown.command([...])'),
  serviceAccountName: word,
  kubernetesToken: flag,
  imagePullSecrets: listOf(word),
  priorityClassName: word,
  eci: ECI_POD_FORM,
  dns: POD_DNS_FORM,
  podLabels: mapOf(any),
  podAnnotations: mapOf(text),
  nodeSelector: mapOf(any),
  tolerations: listOf(object({ key: word, operator: any, value: text, effect: any, tolerationSeconds: any })),
};
