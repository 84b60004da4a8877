import type { ICluster } from '../../core/cluster';
import type { NodeCondition, PodData, TolerationData } from '../../core/pod';
import type { EciUse } from '../../core/workload';

/** Label of a Pod or a namespace that sends Pods to ECI, whatever the scheduler would say. */
export const ECI_LABEL = 'alibabacloud.com/eci';

/** Taint of virtual nodes, and what they are called. */
export const VIRTUAL_NODE = Object.freeze({
  taint: 'virtual-kubelet.io/provider',
  provider: 'alibabacloud',
  label: 'type',
  type: 'virtual-kubelet',
});

/** Lets a Pod onto virtual nodes. */
export const ECI_TOLERATION: TolerationData = Object.freeze({
  key: VIRTUAL_NODE.taint,
  operator: 'Equal',
  value: VIRTUAL_NODE.provider,
  effect: 'NoSchedule',
});

/** The condition of nodes that are no virtual ones. */
export const REAL_NODES: NodeCondition = Object.freeze({
  key: VIRTUAL_NODE.label,
  operator: 'NotIn',
  values: Object.freeze([VIRTUAL_NODE.type]),
});

/** The condition of virtual nodes. */
export const VIRTUAL_NODES: NodeCondition = Object.freeze({ ...REAL_NODES, operator: 'In' });

/** Where a workload is. */
export interface Whereabouts {
  readonly cluster: Pick<ICluster, 'kind'>;
  readonly namespace: { readonly everythingOnEci: boolean };
}

/**
 * Whether Pods land on ECI, by where their workload is and what their template says.
 *
 * @param burst what a burst makes of it, where there is one
 */
export function eciUse({ cluster, namespace }: Whereabouts, pod: PodData, burst: EciUse = 'never'): EciUse {
  const onlyThere =
    cluster.kind === 'serverless' ||
    namespace.everythingOnEci ||
    pod.labels[ECI_LABEL] === 'true' ||
    pod.nodeSelector[VIRTUAL_NODE.label] === VIRTUAL_NODE.type ||
    pod.nodeAffinity.required.some(isVirtual);
  if (onlyThere) {
    return 'all';
  }
  return burst === 'never' && pod.tolerations.some(lets) ? 'some' : burst;
}

function isVirtual({ key, operator, values }: NodeCondition): boolean {
  return (
    key === VIRTUAL_NODE.label && operator === 'In' && values?.every((value) => value === VIRTUAL_NODE.type) === true
  );
}

/** A toleration of every taint is no wish to be on ECI: agents on all nodes have it. */
function lets({ key }: TolerationData): boolean {
  return key === VIRTUAL_NODE.taint;
}
