import type { Resolved } from '../../core/defaults';
import { Billing } from './billing';
import { MANAGEMENT_DEFAULTS, type NodeManagement } from './management';
import type { DataDisk, SystemDisk } from './disks';
import type { Taint } from './labels';
import type { NodePoolProps } from './node-pool-props';

/** What a node pool is when a prop is left out. */
export const NODE_POOL_DEFAULTS = Object.freeze({
  billing: Billing.payAsYouGo(),
  systemDisk: Object.freeze({}) as SystemDisk,
  dataDisks: Object.freeze([]) as readonly DataDisk[],
  labels: Object.freeze({}) as Readonly<Record<string, string>>,
  taints: Object.freeze([]) as readonly Taint[],
  management: MANAGEMENT_DEFAULTS as NodeManagement,
  allowSmallNodes: false,
  loginAsNonRoot: false,
  shareGpu: false,
});

/** The props of a node pool with its defaults laid under them. */
export type ResolvedNodePool = Readonly<Resolved<NodePoolProps, typeof NODE_POOL_DEFAULTS>>;

/** Minutes that Terraform waits for ACK. */
export const NODE_POOL_TIMEOUTS = Object.freeze({ create: '90m', update: '60m', delete: '60m' });
