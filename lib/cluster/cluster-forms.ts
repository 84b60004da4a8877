import { oneOf } from '../core/checks';
import type { ApiServer, ClusterKind, RrsaProvider } from '../core/cluster';
import {
  any,
  choiceOf,
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
} from '../core/forms';
import { NETWORK_FORM, SECURITY_GROUP_FORM } from '../core/seam-forms';
import type {
  ClusterAttributes,
  DedicatedClusterAttributes,
  ManagedClusterAttributes,
  ServerlessClusterAttributes,
} from './cluster-attributes';
import { PROVISIONED_SIZES } from './control-plane';
import type { DedicatedClusterProps } from './dedicated-cluster-props';
import type { Maintenance } from './maintenance';
import type { ManagedClusterProps } from './managed-cluster-props';
import type { MasterDisk } from './masters';
import { AUTOSCALER_FORM } from './nodes/autoscaler-problems';
import type { ServerlessClusterProps } from './serverless-cluster-props';

const NETWORK = needed(NETWORK_FORM, 'new Network(...), or one of Network.fromAttributes');

const ENDPOINT = choiceOf(
  { private: {}, public: { allow: any, reason: word } },
  'Endpoint.private(), Endpoint.public({ allow: ["203.0.113.7/32"] })',
);

const LOGS = choiceOf(
  {
    on: {
      project: construct(['projectName'], 'a LogProject, or one of LogProject.fromAttributes'),
      retentionDays: any,
    },
    off: {},
  },
  'ClusterLogs.on(), ClusterLogs.off()',
);

const CONTROL_PLANE = choiceOf(
  { basic: {}, pro: { provisioned: (prop, value) => oneOf(prop, value, PROVISIONED_SIZES) } },
  'ControlPlane.pro(), ControlPlane.provisioned("xlarge"), ControlPlane.basic()',
  'tier',
);

const SERVICE_DISCOVERY = choiceOf(
  { 'core-dns': {}, 'private-zone': {} },
  'ServiceDiscovery.coreDns(), ServiceDiscovery.privateZone()',
);

const ENCRYPTION = choiceOf(
  { key: { keyId: needed(word, 'the id of a KMS key') }, 'new-key': {} },
  'Encryption.withNewKey(), Encryption.withKey("key-...")',
);

const LOGIN = choiceOf(
  {
    'key-pair': { name: needed(word, '"ops"') },
    'encrypted-password': { ciphertext: needed(word, '"..."'), context: mapOf(word) },
  },
  'Login.keyPair("ops"), Login.encryptedPassword({ ciphertext: "..." })',
);

const MAINTENANCE = object<Maintenance>({
  weekdays: needed(listOf(any), '["Tuesday"]'),
  start: needed(text, '"02:00"'),
  utcOffset: text,
  hours: any,
  autoUpgrade: any,
});

/** What clusters of every kind can be given. */
const COMMON = {
  network: NETWORK,
  name: text,
  version: text,
  zones: listOf(word),
  endpoint: ENDPOINT,
  serviceCidr: text,
  securityGroup: SECURITY_GROUP_FORM,
  adopt: word,
};

export const MANAGED_CLUSTER_FORMS: Forms<ManagedClusterProps> = {
  ...COMMON,
  controlPlane: CONTROL_PLANE,
  controlPlaneOnly: flag,
  encryption: ENCRYPTION,
  logs: LOGS,
  maintenance: MAINTENANCE,
  proxyMode: text,
  podCidr: text,
  dualStack: flag,
  networkPolicies: flag,
  autoscaler: AUTOSCALER_FORM,
};

export const DEDICATED_CLUSTER_FORMS: Forms<DedicatedClusterProps> = {
  ...COMMON,
  masters: any,
  masterTypes: any,
  masterDisk: object<MasterDisk>({ category: any, sizeGib: any, performanceLevel: any }),
  login: needed(LOGIN, 'Login.keyPair("ops")'),
  proxyMode: text,
  podCidr: text,
  networkPolicies: flag,
  autoscaler: AUTOSCALER_FORM,
};

export const SERVERLESS_CLUSTER_FORMS: Forms<ServerlessClusterProps> = {
  ...COMMON,
  controlPlane: CONTROL_PLANE,
  encryption: ENCRYPTION,
  logs: LOGS,
  maintenance: MAINTENANCE,
  serviceDiscovery: SERVICE_DISCOVERY,
  networkPolicies: flag,
};

const ATTRIBUTES: Forms<ClusterAttributes> = {
  clusterId: needed(word, 'the id of the cluster, as the console shows it'),
  network: NETWORK,
  version: text,
  endpoint: ENDPOINT,
  apiServer: object<ApiServer>({ private: word, public: word }),
  securityGroup: SECURITY_GROUP_FORM,
  networkPolicies: flag,
  addons: listOf(needed(word, '"coredns"')),
};

const RUN_BY_ACK: { readonly tier: Form; readonly rrsa: Form } = {
  tier: (prop, value) => oneOf(prop, value, ['basic', 'pro']),
  rrsa: object<RrsaProvider>({ issuer: needed(word, '"https://..."'), providerArn: needed(word, '"acs:ram::..."') }),
};

/** The forms of the attributes of each kind. */
export const ATTRIBUTES_FORMS: Readonly<Record<ClusterKind, Forms<object>>> = {
  managed: { ...ATTRIBUTES, ...RUN_BY_ACK, podCidr: text } satisfies Forms<ManagedClusterAttributes>,
  dedicated: { ...ATTRIBUTES, podCidr: text } satisfies Forms<DedicatedClusterAttributes>,
  serverless: {
    ...ATTRIBUTES,
    ...RUN_BY_ACK,
    serviceDiscovery: SERVICE_DISCOVERY,
  } satisfies Forms<ServerlessClusterAttributes>,
};
