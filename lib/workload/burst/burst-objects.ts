import type { WorkloadKind } from '../../core/workload';
import { ECI_TOLERATION, REAL_NODES, VIRTUAL_NODES } from '../eci/eci-use';
import type { AfterEcs, OverflowData, WorkloadSpread } from './burst';

/** The workload as far as a policy speaks of it. */
export interface Divided {
  readonly apiVersion: string;
  readonly kind: WorkloadKind;
  readonly name: string;
  readonly selector: Readonly<Record<string, string>>;
}

/** Label of a unit of nodes by which Pods wait for node pools to scale. */
const WAIT_FOR_NODES = 'k8s.aliyun.com/resource-policy-wait-for-ecs-scaling';
/** What tells the Pods of one template from those of the next, by kind. */
const TEMPLATE_LABEL: Partial<Record<WorkloadKind, string>> = {
  Deployment: 'pod-template-hash',
  StatefulSet: 'controller-revision-hash',
};

/**
 * The object by which the scheduler of ACK puts so many Pods on nodes and the others on ECI. Its selector is a plain map of
 * labels; the unit of ECI brings its own toleration.
 */
export function resourcePolicy(burst: AfterEcs, of: Divided) {
  const { overflow = { kind: 'at-once' }, preempt = 'after-eci', countTogether = false } = burst;
  const template = countTogether ? undefined : TEMPLATE_LABEL[of.kind];
  return {
    apiVersion: 'scheduling.alibabacloud.com/v1alpha1',
    kind: 'ResourcePolicy',
    metadata: { name: of.name },
    spec: {
      selector: { ...of.selector },
      strategy: 'prefer',
      units: [
        {
          resource: 'ecs',
          max: burst.pods,
          ...(burst.nodes && { nodeSelector: { ...burst.nodes } }),
          ...(overflow.kind === 'after-node-scaling' && { podLabels: { [WAIT_FOR_NODES]: 'true' } }),
        },
        {
          resource: 'eci',
          ...(burst.eciLabels && { podLabels: { ...burst.eciLabels } }),
          ...(burst.eciAnnotations && { podAnnotations: { ...burst.eciAnnotations } }),
        },
      ],
      preemptPolicy: preempt === 'after-eci' ? 'AfterAllUnits' : 'BeforeNextUnit',
      ignorePreviousPod: false,
      ignoreTerminatingPod: true,
      ...(template !== undefined && { matchLabelKeys: [template] }),
      whenTryNextUnits: whenNext(overflow),
    },
  };
}

function whenNext(overflow: OverflowData) {
  switch (overflow.kind) {
    case 'above-count':
      return { policy: 'ExceedMax' };
    case 'after':
      return { policy: 'TimeoutOrExceedMax', timeout: `${overflow.seconds}s` };
    default:
      return { policy: 'LackResourceOrExceedMax' };
  }
}

/** The object by which OpenKruise puts so many Pods on nodes and the others on ECI. */
export function workloadSpread(burst: WorkloadSpread, of: Divided) {
  const { onNodes, rescheduleAfterSeconds: seconds, eciLabels: labels, eciAnnotations: annotations } = burst;
  const adaptive = { type: 'Adaptive', adaptive: { rescheduleCriticalSeconds: seconds } };
  return {
    apiVersion: 'apps.kruise.io/v1alpha1',
    kind: 'WorkloadSpread',
    metadata: { name: of.name },
    spec: {
      targetRef: { apiVersion: of.apiVersion, kind: of.kind, name: of.name },
      subsets: [
        { name: 'ecs', maxReplicas: onNodes, requiredNodeSelectorTerm: term(REAL_NODES) },
        {
          name: 'eci',
          requiredNodeSelectorTerm: term(VIRTUAL_NODES),
          tolerations: [{ ...ECI_TOLERATION }],
          ...((labels ?? annotations) && {
            patch: { metadata: { ...(labels && { labels }), ...(annotations && { annotations }) } },
          }),
        },
      ],
      scheduleStrategy: seconds === undefined ? { type: 'Fixed' } : adaptive,
    },
  };
}

function term({ key, operator, values }: typeof REAL_NODES) {
  return { matchExpressions: [{ key, operator, values: [...values!] }] };
}
