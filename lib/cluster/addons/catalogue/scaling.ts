import type { AddonRow } from '../addon-row';
import { ROLES } from '../roles';

const EVERYWHERE = { managed: 'optional', dedicated: 'optional', serverless: 'optional' } as const;
const NO_NODES = { never: 'it has no nodes to add or remove', instead: 'leave it out' } as const;

/** What decides how many Pods and nodes there are. */
export const SCALING: readonly AddonRow[] = [
  {
    name: 'metrics-server',
    does: 'measures CPU and memory of Pods, for kubectl top and for scaling',
    kinds: { managed: 'default', dedicated: 'default', serverless: 'optional' },
    roles: [ROLES.cms],
    source: 'cluster',
  },
  {
    name: 'ack-kubernetes-cronhpa-controller',
    does: 'scales at given times',
    kinds: EVERYWHERE,
    source: 'help',
  },
  {
    name: 'ack-alibaba-cloud-metrics-adapter',
    does: 'brings metrics of balancers, logs and Prometheus to scaling',
    kinds: EVERYWHERE,
    after: ['arms-prometheus', 'loongcollector', 'logtail-ds'],
    roles: [ROLES.cms],
    source: 'help',
  },
  {
    name: 'ack-vertical-pod-autoscaler',
    does: 'proposes or changes what Pods ask for',
    kinds: EVERYWHERE,
    needs: ['metrics-server'],
    source: 'help',
  },
  {
    name: 'ack-kubernetes-elastic-workload',
    does: 'split a Deployment between nodes and ECI',
    kinds: EVERYWHERE,
    warning: 'ElasticWorkload gets no fixes since June 2024: use Burst.afterEcs or Burst.workloadSpread',
    source: 'help',
  },
  {
    name: 'ack-koordinator',
    does: 'runs workloads of several classes of service on one node',
    kinds: { managed: 'optional', dedicated: 'optional', serverless: NO_NODES },
    aliases: ['ack-slo-manager'],
    source: 'help',
  },
  {
    name: 'cluster-autoscaler',
    does: 'adds and removes nodes',
    kinds: { managed: 'optional', dedicated: 'optional', serverless: NO_NODES },
    elsewhere: {
      what: 'ACK installs it for the scaling settings that the first node pool with limits writes',
      instead: 'give a node pool size: { min, max }',
    },
    excludes: [{ other: 'ack-goatscaler', why: 'two scalers would fight over the nodes' }],
    source: 'doc',
  },
  {
    name: 'ack-goatscaler',
    does: 'adds nodes at once',
    kinds: { managed: 'optional', dedicated: 'optional', serverless: NO_NODES },
    elsewhere: {
      what: 'ACK installs it for the scaling settings of the cluster',
      instead: 'give a node pool size: { min, max }',
    },
    source: 'doc',
  },
];
