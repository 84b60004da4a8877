import { ROLES } from '../roles';
import type { AddonRow } from '../addon-row';

const EVERYWHERE = { managed: 'optional', dedicated: 'optional', serverless: 'optional' } as const;

/** Who may do what, and what may run. */
export const SECURITY: readonly AddonRow[] = [
  { name: 'gatekeeper', does: 'judges what is created by policies of OPA', kinds: EVERYWHERE, source: 'doc' },
  {
    name: 'policy-template-controller',
    does: "brings ACK's own policies",
    kinds: EVERYWHERE,
    needs: ['gatekeeper'],
    after: ['loongcollector', 'logtail-ds'],
    source: 'doc',
  },
  {
    name: 'security-inspector',
    does: 'looks for settings of workloads that are not safe',
    kinds: EVERYWHERE,
    aliases: ['managed-security-inspector'],
    roles: [ROLES.log],
    source: 'doc',
  },
  {
    name: 'aliyun-acr-credential-helper',
    does: 'lets service accounts pull images of Container Registry without a password',
    kinds: EVERYWHERE,
    named: { managed: 'managed-aliyun-acr-credential-helper', serverless: 'managed-aliyun-acr-credential-helper' },
    roles: [ROLES.acr],
    from: '1.22',
    source: 'help',
  },
  {
    name: 'aliyun-acr-acceleration-suite',
    does: 'starts containers before their images are loaded',
    kinds: {
      managed: 'optional',
      dedicated: 'optional',
      serverless: { never: 'it runs on nodes, and there are none', instead: 'use image caches of ECI' },
    },
    source: 'help',
  },
  {
    name: 'ack-pod-identity-webhook',
    does: 'gives Pods the RAM role of their service account',
    kinds: {
      managed: 'optional',
      dedicated: {
        never: 'service accounts of dedicated clusters cannot take RAM roles',
        instead: 'use a ManagedCluster or a ServerlessCluster',
      },
      serverless: 'optional',
    },
    from: '1.22',
    source: 'help',
  },
  {
    name: 'ack-ram-authenticator',
    does: 'lets RAM users sign in to the API server',
    kinds: {
      managed: 'default',
      dedicated: { never: 'it is for control planes that ACK runs', instead: 'leave it out' },
      serverless: 'optional',
    },
    source: 'cluster',
  },
  {
    name: 'ack-kubernetes-webhook-injector',
    does: 'adds addresses of Pods to allow lists of databases',
    kinds: EVERYWHERE,
    source: 'help',
  },
  { name: 'kritis-validation-hook', does: 'lets signed images run only', kinds: EVERYWHERE, source: 'help' },
];
