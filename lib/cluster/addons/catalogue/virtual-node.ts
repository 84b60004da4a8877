import { ROLES } from '../roles';
import type { AddonRow } from '../addon-row';

/** Where Pods run on ECI. */
export const VIRTUAL_NODE: readonly AddonRow[] = [
  {
    name: 'ack-virtual-node',
    does: 'starts Pods on ECI',
    kinds: {
      managed: 'optional',
      dedicated: {
        never: 'there it is a chart that holds an access key of the account, for ever and in the open',
        instead: 'use a ManagedCluster or a ServerlessCluster',
      },
      serverless: 'default',
    },
    cleanup: true,
    roles: [ROLES.virtualNode, ROLES.eci],
    elsewhere: {
      what: 'the virtual node installs it, and what bursts to ECI must know the vSwitches and the security group',
      instead: 'write cluster.addVirtualNode({ ... })',
    },
    source: 'help',
  },
];
