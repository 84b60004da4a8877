import type { Construct } from 'constructs';
import type { IBalancer } from '../../core/balancer';
import type { INetwork } from '../../core/network';
import { Alarms } from '../../monitoring/alarms';
import { CLUSTER_RULES, type ClusterRule, type ClusterRuleName } from '../../monitoring/cluster-rules';
import { ManagedPrometheus } from '../../monitoring/managed-prometheus';
import type { ClusterRuleChanges } from '../../monitoring/prometheus-rule';
import type { NatGateway } from '../../network/nat-gateway';
import type { CloudStack } from '../../stacks/cloud-stack';
import type { SharedParts } from './cloud-parts';
import type { ResolvedEnvironment } from './environment-defaults';
import type { EnvironmentParts } from './environment-parts';

/** What watches the sites. */
export interface Watching {
  /** Prometheus of the cluster, with rules about the cluster itself. */
  readonly prometheus: ManagedPrometheus;
  /** Alarms of CloudMonitor about what stands outside of the cluster; absent where nobody would hear of them. */
  readonly alarms?: Alarms;
  /** What is watched already: environments can share a balancer, or a database that is not that of all. */
  readonly seen: Set<object>;
}

/** What of the cluster is nobody's site. */
const SYSTEM = 'kube-system';

/**
 * Watches what the environments share. Rules about an environment are its own (`watchEnvironment`), so that another one
 * replaces none.
 */
export function watchShared(cloud: CloudStack, { cluster, contacts, database, network }: SharedParts): Watching {
  const prometheus = new ManagedPrometheus(cloud, 'prometheus', { cluster, contacts, namespaces: [SYSTEM] });
  const alarms = contacts && new Alarms(cloud, 'alarms', { contacts });
  const nat = natOf(network);
  if (alarms && database) {
    alarms.watchDatabase(database);
  }
  if (alarms && nat) {
    alarms.watchNat(nat);
  }
  return { prometheus, alarms, seen: new Set<object>(database ? [database] : []) };
}

/** The way out of a network that this program made. */
function natOf(network: INetwork): NatGateway | undefined {
  return (network as { readonly natGateway?: NatGateway }).natGateway;
}

/** Rules that are about the whole cluster, and so told once. */
const ONCE = Object.freeze(
  Object.fromEntries(
    (Object.entries(CLUSTER_RULES) as readonly (readonly [ClusterRuleName, ClusterRule])[])
      .filter(([name, { needs }]) => needs !== undefined || name === 'metricsMissing')
      .map(([name]) => [name, false as const]),
  ),
) as ClusterRuleChanges;

/** Watches an environment: its Pods, Jobs and scale, and what it has for itself alone. */
export function watchEnvironment(
  scope: Construct,
  { cluster, contacts }: SharedParts,
  parts: EnvironmentParts,
  { namespace, watched }: ResolvedEnvironment,
  { alarms, seen }: Watching,
): ManagedPrometheus | undefined {
  if (!watched) {
    return undefined;
  }
  const once = <T extends object>(thing: T | undefined, watch: (thing: T) => void): void => {
    if (thing !== undefined && !seen.has(thing)) {
      seen.add(thing);
      watch(thing);
    }
  };
  if (alarms) {
    once(parts.database, (database) => alarms.watchDatabase(database));
    once(parts.redis, (redis) => alarms.watchRedis(redis));
    once(isStanding(parts.balancer) ? parts.balancer : undefined, (balancer) => alarms.watchBalancer(balancer));
  }
  return new ManagedPrometheus(scope, 'prometheus', { cluster, contacts, namespaces: [namespace], rules: ONCE });
}

/** Whether a balancer is a resource or exists: of one that the cluster makes nobody knows the id before. */
function isStanding(balancer: IBalancer): boolean {
  return balancer.owns === 'terraform' && 'node' in balancer;
}
