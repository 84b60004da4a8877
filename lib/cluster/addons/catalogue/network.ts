import { ROLES } from '../roles';
import type { AddonRow } from '../addon-row';

const FROM_BIRTH = { managed: 'first-boot', dedicated: 'first-boot' } as const;
const NO_NODES = {
  never: 'it has no nodes: every Pod on ECI has an address of a vSwitch by itself',
  instead: 'leave it out',
} as const;
const NO_AGENT = {
  never: 'ECI runs no agent beside Pods, and Pods on ECI are not given the cache',
  instead: 'leave it out; Pods ask CoreDNS or the private zone',
} as const;

/** Addresses of Pods, names of Services, rules between Pods. */
export const NETWORK: readonly AddonRow[] = [
  {
    name: 'terway-eniip',
    does: 'gives Pods addresses of the VPC, and enforces NetworkPolicy on nodes',
    kinds: { ...FROM_BIRTH, serverless: NO_NODES },
    aliases: ['terway', 'terway-eni'],
    podNetwork: 'terway',
    tellable: true,
    excludes: [{ other: 'flannel', why: 'a cluster has one network plug-in' }],
    roles: [ROLES.network],
    source: 'doc',
  },
  {
    name: 'terway-controlplane',
    does: 'gives single Pods vSwitches, security groups and fixed addresses of their own',
    kinds: {
      managed: 'optional',
      dedicated: { never: 'ACK runs it in a control plane of its own', instead: 'leave it out' },
      serverless: NO_NODES,
    },
    podNetwork: 'terway',
    needs: ['terway-eniip'],
    roles: [ROLES.network],
    source: 'doc',
  },
  {
    name: 'flannel',
    does: 'gives Pods addresses of a range of their own',
    kinds: { ...FROM_BIRTH, serverless: NO_NODES },
    aliases: ['kube-flannel-ds'],
    podNetwork: 'flannel',
    source: 'cluster',
  },
  {
    name: 'coredns',
    does: 'answers names of Services',
    kinds: { managed: 'default', dedicated: 'default', serverless: 'default' },
    aliases: ['managed-coredns'],
    source: 'cluster',
  },
  {
    name: 'ack-node-local-dns',
    does: 'keeps answers of CoreDNS on every node',
    kinds: { managed: 'optional', dedicated: 'optional', serverless: NO_AGENT },
    needs: ['coredns'],
    source: 'help',
  },
  {
    name: 'poseidon',
    does: 'enforces NetworkPolicy on Pods on ECI',
    kinds: {
      managed: 'optional',
      dedicated: { never: 'it works for virtual nodes, which dedicated clusters do not have', instead: 'leave it out' },
      serverless: 'optional',
    },
    aliases: ['Poseidon'],
    needs: ['ack-virtual-node'],
    pro: true,
    source: 'memory',
  },
  {
    name: 'gateway-api',
    does: 'brings the custom resources of the Gateway API',
    kinds: { managed: 'default', dedicated: 'optional', serverless: 'optional' },
    source: 'cluster',
  },
];
