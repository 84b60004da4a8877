import { wholeNumber } from '../../core/checks';
import type { Problem } from '../../core/errors';

/** What ACK does for the nodes of a pool by itself. Changed in place. */
export interface NodeManagement {
  /**
   * Repairs nodes that stop working.
   * @default true
   */
  readonly autoRepair?: boolean;
  /**
   * Upgrades the nodes after the control plane, in the cluster's maintenance window.
   * @default false
   */
  readonly autoUpgrade?: boolean;
  /**
   * Mends security holes of the system, in the cluster's maintenance window.
   * @default false
   */
  readonly autoVulFix?: boolean;
  /**
   * Whether a repair or a mend may restart a node.
   * @default true
   */
  readonly restartNodes?: boolean;
  /**
   * Most nodes out of service at a time, 1 to 1000.
   * @default 1
   */
  readonly maxUnavailable?: number;
}

/** What management is when a prop is left out. */
export const MANAGEMENT_DEFAULTS = Object.freeze({
  autoRepair: true,
  autoUpgrade: false,
  autoVulFix: false,
  restartNodes: true,
  maxUnavailable: 1,
});

/** The `management` block, every switch said: left out, `enable` alone would be on. */
export function managementBlock(management: Required<NodeManagement>) {
  const { autoRepair, autoUpgrade, autoVulFix, restartNodes, maxUnavailable } = management;
  return {
    enable: autoRepair || autoUpgrade || autoVulFix,
    autoRepair,
    autoRepairPolicy: autoRepair ? { restartNode: restartNodes } : undefined,
    autoUpgrade,
    autoUpgradePolicy: autoUpgrade ? { autoUpgradeKubelet: true } : undefined,
    autoVulFix,
    autoVulFixPolicy: autoVulFix ? { restartNode: restartNodes, vulLevel: 'asap' } : undefined,
    maxUnavailable,
  };
}

/** Problems with what ACK is to do for the nodes. */
export function managementProblems(management: NodeManagement): Problem[] {
  return wholeNumber('management.maxUnavailable', management.maxUnavailable, 1, 1000, 'nodes');
}
