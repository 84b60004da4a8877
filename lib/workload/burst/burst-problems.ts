import { oneOf, wholeNumber } from '../../core/checks';
import type { ICluster } from '../../core/cluster';
import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';
import type { IWorkload, WorkloadKind } from '../../core/workload';
import { labelProblems } from '../../cluster/nodes/labels';
import { ECI_LABEL } from '../eci/eci-use';
import type { BurstData } from './burst';

/** What a burst asks about its workload. */
export type Bursting = Pick<IWorkload, 'cluster' | 'namespace' | 'workloadKind' | 'workloadName' | 'pod'>;

const MOST = 5000;
/** Longest wait of OpenKruise before it makes a Pod anew. */
const MAX_RESCHEDULE = 147;
/** First version of Kubernetes whose scheduler counts the Pods of a unit and sees virtual nodes. */
const MINOR = 22;

const KINDS: Readonly<Record<BurstData['kind'], readonly WorkloadKind[]>> = {
  'after-ecs': ['Deployment', 'StatefulSet', 'Job', 'CronJob'],
  'workload-spread': ['Deployment', 'Job'],
  'prefer-ecs': ['Deployment', 'StatefulSet', 'Job', 'CronJob'],
  everything: ['Deployment', 'StatefulSet', 'Job', 'CronJob'],
};

/** Everything that is wrong with a way to ECI for a workload. */
export function burstProblems(workload: Bursting, burst: BurstData): Problem[] {
  const { cluster } = workload;
  if (cluster.kind === 'serverless') {
    return [onServerless(cluster, burst)];
  }
  return [
    ...clusterProblems(cluster, burst),
    ...kindProblems(workload, burst),
    ...labelledProblems(workload, burst),
    ...optionProblems(burst),
  ];
}

function onServerless(cluster: ICluster, burst: BurstData): Problem {
  const what = `Burst on cluster "${cluster.node.path}": every Pod of a Serverless cluster is on ECI already`;
  return { code: 'burst-cluster', what, value: burst.kind, fix: 'leave burst out on Serverless' };
}

function clusterProblems(cluster: ICluster, burst: BurstData): Problem[] {
  const { virtualNode, kind } = burst;
  const at = `"${cluster.node.path}"`;
  const problem = (what: string, fix: string): Problem[] => [{ code: 'burst-cluster', what, value: kind, fix }];
  if (virtualNode.cluster !== cluster) {
    const other = `the virtual node "${virtualNode.node.path}" belongs to cluster "${virtualNode.cluster.node.path}", the workload runs on ${at}`;
    return problem(other, 'write the virtual node of the workload’s own cluster: cluster.virtualNode');
  }
  if (kind !== 'everything' && (cluster.kind !== 'managed' || cluster.tier === 'basic')) {
    const form = cluster.kind === 'managed' ? 'Basic' : 'dedicated';
    const only = `${kind} on cluster ${at}: the scheduler of a ${form} cluster does not know virtual nodes`;
    return problem(only, 'take ControlPlane.pro() for the cluster, or write Burst.everything(eci)');
  }
  const minor = /^1\.(\d+)/.exec(cluster.version ?? '')?.[1];
  return kind !== 'everything' && minor !== undefined && Number(minor) < MINOR
    ? problem(
        `${kind} on Kubernetes ${cluster.version}, which is older than 1.${MINOR}`,
        'raise the version of the cluster',
      )
    : [];
}

function kindProblems({ workloadKind, workloadName }: Bursting, { kind }: BurstData): Problem[] {
  const kinds = KINDS[kind];
  const what = `${kind} for the ${workloadKind} "${workloadName}"; this way is for ${kinds.join(', ')}`;
  const fix =
    workloadKind === 'DaemonSet' ? 'leave burst out: ECI has no nodes to be on' : 'write Burst.afterEcs(n, eci)';
  return kinds.includes(workloadKind) ? [] : [{ code: 'burst-workload', what, value: workloadKind, fix }];
}

/** Problems with Pods that a label sends to ECI anyway: it outdoes every order. */
export function labelledProblems({ namespace, pod, workloadName }: Bursting, { kind }: BurstData): Problem[] {
  const problem = (what: string, fix: string): Problem => ({ code: 'burst-conflict', what, value: kind, fix });
  const inNamespace = `"${workloadName}" has ${kind} in namespace "${namespace.namespaceName}", all of whose Pods go to ECI`;
  const labelled = `Pods of "${workloadName}" have the label ${ECI_LABEL}, which sends all of them to ECI, and ${kind}`;
  return [
    ...(namespace.everythingOnEci ? [problem(inNamespace, 'leave burst out, or write Placement.scheduled()')] : []),
    ...(kind !== 'everything' && pod.data.labels[ECI_LABEL] === 'true'
      ? [problem(labelled, 'leave the label out, or write Burst.everything(eci) instead')]
      : []),
  ];
}

function optionProblems(burst: BurstData): Problem[] {
  switch (burst.kind) {
    case 'after-ecs':
      return [
        ...countProblems('burst Pods on nodes', burst.pods),
        ...oneOf('burst.preempt', burst.preempt, ['after-eci', 'before-eci']),
        ...(burst.overflow?.kind === 'after'
          ? wholeNumber('Overflow.after', burst.overflow.seconds ?? null, 30, 3600, 'seconds')
          : []),
        ...labelProblems(burst.nodes ?? {}, []),
        ...labelProblems(burst.eciLabels ?? {}, []),
      ];
    case 'workload-spread':
      return [
        ...shareProblems(burst.onNodes),
        ...wholeNumber('burst.rescheduleAfterSeconds', burst.rescheduleAfterSeconds, 1, MAX_RESCHEDULE, 'seconds'),
        ...labelProblems(burst.eciLabels ?? {}, []),
      ];
    default:
      return [];
  }
}

function countProblems(prop: string, pods: unknown): Problem[] {
  return pods === 0
    ? [
        {
          code: 'burst-option',
          what: `${prop} is 0: nothing would ever be on nodes`,
          value: pods,
          fix: 'write Burst.everything(eci)',
        },
      ]
    : wholeNumber(prop, pods ?? null, 1, MOST, 'Pods');
}

function shareProblems(onNodes: unknown): Problem[] {
  if (typeof onNodes !== 'string' || isToken(onNodes)) {
    return countProblems('burst.onNodes', onNodes);
  }
  const what = `burst.onNodes ${quote(onNodes)} is no share from 1% to 100%`;
  return /^([1-9]\d?|100)%$/.test(onNodes)
    ? []
    : [{ code: 'burst-option', what, value: onNodes, fix: 'write onNodes: "60%", or a number of Pods' }];
}
