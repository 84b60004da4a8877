import {
  CsAutoscalingConfig,
  type CsAutoscalingConfigConfig,
} from '@cdktf/provider-alicloud/lib/cs-autoscaling-config';
import type { Construct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import { quote, type Problem } from '../../core/errors';
import { addTreeCheck } from '../../core/tree';
import { AUTOSCALER_DEFAULTS, type AutoscalerData } from './autoscaler-data';
import { ownFacts } from './own-cluster';
import { poolsOf, type EnlistedPool } from './pools';

const CONFIG = 'autoscaler-config';

/**
 * Switches the autoscaler of a cluster on, once: without it a pool with limits keeps its size. ACK installs the
 * component for it. The autoscaler of an imported cluster belongs to whoever made the cluster.
 */
export function needAutoscaler(cluster: ICluster): void {
  const facts = ownFacts(cluster);
  if (!facts) {
    return;
  }
  const priorities = prioritiesOf(cluster, facts.autoscaler);
  const made = cluster.node.tryFindChild(CONFIG) as CsAutoscalingConfig | undefined;
  if (made) {
    if (priorities) {
      made.priorities = priorities;
    }
    return;
  }
  const attributes = autoscalerAttributes(facts.autoscaler);
  new CsAutoscalingConfig(cluster as ICluster & Construct, CONFIG, {
    clusterId: cluster.clusterId,
    ...attributes,
    priorities,
  });
  if (priorities) {
    addTreeCheck(cluster, () => priorityProblems(cluster, facts.autoscaler));
  }
}

/** The settings of an autoscaler, ACK's own for what is left out. */
function autoscalerAttributes(autoscaler: AutoscalerData | undefined): Omit<CsAutoscalingConfigConfig, 'clusterId'> {
  if (autoscaler === undefined) {
    return AUTOSCALER_DEFAULTS;
  }
  const { scaleDown = {} } = autoscaler;
  const down = scaleDown === 'never' ? {} : scaleDown;
  const named = autoscaler.kind === 'cluster-autoscaler' ? autoscaler : undefined;
  return {
    scalerType: autoscaler.kind === 'instant' ? 'goatscaler' : 'cluster-autoscaler',
    coolDownDuration: down.coolDown ?? AUTOSCALER_DEFAULTS.coolDownDuration,
    unneededDuration: down.afterScaleUp ?? AUTOSCALER_DEFAULTS.unneededDuration,
    utilizationThreshold: share(down.belowPercent) ?? AUTOSCALER_DEFAULTS.utilizationThreshold,
    gpuUtilizationThreshold: share(down.gpuBelowPercent) ?? AUTOSCALER_DEFAULTS.gpuUtilizationThreshold,
    scanInterval: named?.scanInterval ?? AUTOSCALER_DEFAULTS.scanInterval,
    scaleDownEnabled: scaleDown !== 'never',
    expander: named?.expander?.kind ?? AUTOSCALER_DEFAULTS.expander,
    skipNodesWithLocalStorage: down.keepLocalStorage,
    daemonsetEvictionForNodes: down.evictDaemonSets,
    maxGracefulTerminationSec: down.maxGraceSeconds,
    minReplicaCount: down.minReplicas,
  };
}

function share(percent: number | undefined): string | undefined {
  return percent === undefined ? undefined : String(percent / 100);
}

/** Scaling groups by priority, as the provider wants them: texts joined by commas. */
function prioritiesOf(cluster: ICluster, autoscaler: AutoscalerData | undefined): Record<string, string> | undefined {
  const wanted = wantedPriorities(autoscaler);
  if (!wanted) {
    return undefined;
  }
  const groups: Record<string, string> = {};
  for (const [name, priority] of Object.entries(wanted).sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const { scalingGroupId } of scaled(cluster).filter(({ id }) => id === name)) {
      groups[priority] = groups[priority] === undefined ? scalingGroupId : `${groups[priority]},${scalingGroupId}`;
    }
  }
  return groups;
}

function wantedPriorities(autoscaler: AutoscalerData | undefined): Readonly<Record<string, number>> | undefined {
  const expander = autoscaler?.kind === 'cluster-autoscaler' ? autoscaler.expander : undefined;
  return expander?.kind === 'priority' ? expander.priorities : undefined;
}

function scaled(cluster: ICluster): readonly EnlistedPool[] {
  return poolsOf(cluster).filter(({ auto }) => auto);
}

/** Priorities of pools that are not there, or that keep their size. */
function priorityProblems(cluster: ICluster, autoscaler: AutoscalerData | undefined): Problem[] {
  const has = [...new Set(scaled(cluster).map(({ id }) => id))].sort();
  return Object.keys(wantedPriorities(autoscaler) ?? {})
    .filter((name) => !has.includes(name))
    .map((name) => ({
      code: 'autoscaler-invalid' as const,
      what: `autoscaler.expander gives a priority to ${quote(name)}; the node pools with limits are ${has.join(', ')}`,
      value: name,
      fix: `name node pools by their construct ids: ${has.map(quote).join(', ')}`,
    }));
}
