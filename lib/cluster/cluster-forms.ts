import { any, choiceOf, construct, flag, listOf, needed, object, text, word, type Forms } from '../core/forms';
import { NETWORK_FORM, SECURITY_GROUP_FORM } from '../core/seam-forms';
import type { RrsaProvider } from '../core/cluster';
import { PROVISIONED_SIZES } from './control-plane';
import type { Maintenance } from './maintenance';
import type { ManagedClusterAttributes, ManagedClusterProps } from './managed-cluster-props';
import { oneOf } from '../core/checks';

const NETWORK = needed(NETWORK_FORM, 'new Network(...), or one of Network.fromAttributes');

const ENDPOINT = choiceOf(
  { private: {}, public: { allow: any, reason: word } },
  'Endpoint.private(), Endpoint.public({ allow: ["203.0.113.7/32"] })',
);

const MAINTENANCE = object<Maintenance>({
  weekdays: needed(listOf(any), '["Tuesday"]'),
  start: needed(text, '"02:00"'),
  utcOffset: text,
  hours: any,
  autoUpgrade: any,
});

export const MANAGED_CLUSTER_FORMS: Forms<ManagedClusterProps> = {
  network: NETWORK,
  name: text,
  controlPlane: choiceOf(
    { basic: {}, pro: { provisioned: (prop, value) => oneOf(prop, value, PROVISIONED_SIZES) } },
    'ControlPlane.pro(), ControlPlane.provisioned("xlarge"), ControlPlane.basic()',
    'tier',
  ),
  version: text,
  zones: listOf(word),
  endpoint: ENDPOINT,
  encryption: choiceOf(
    { key: { keyId: needed(word, 'the id of a KMS key') }, 'new-key': {} },
    'Encryption.withNewKey(), Encryption.withKey("key-...")',
  ),
  logs: choiceOf(
    {
      on: {
        project: construct(['projectName'], 'a LogProject, or one of LogProject.fromAttributes'),
        retentionDays: any,
      },
      off: {},
    },
    'ClusterLogs.on(), ClusterLogs.off()',
  ),
  maintenance: MAINTENANCE,
  proxyMode: text,
  serviceCidr: text,
  podCidr: text,
  dualStack: flag,
  networkPolicies: flag,
  securityGroup: SECURITY_GROUP_FORM,
  adopt: word,
};

export const MANAGED_CLUSTER_ATTRIBUTES_FORMS: Forms<ManagedClusterAttributes> = {
  clusterId: needed(word, 'the id of the cluster, as the console shows it'),
  network: NETWORK,
  kind: (prop, value) => oneOf(prop, value, ['managed', 'dedicated', 'serverless']),
  tier: (prop, value) => oneOf(prop, value, ['basic', 'pro']),
  podCidr: text,
  endpoint: ENDPOINT,
  securityGroup: SECURITY_GROUP_FORM,
  rrsa: object<RrsaProvider>({ issuer: needed(word, '"https://..."'), providerArn: needed(word, '"acs:ram::..."') }),
  networkPolicies: flag,
};
