import { any, choiceOf, construct, flag, mapOf, needed, text, type Form } from '../../core/forms';

const VIRTUAL_NODE = needed(construct(['cluster', 'vswitches', 'securityGroup'], 'cluster.addVirtualNode()'), 'eci');

/** The form of a way to ECI. */
export const BURST_FORM: Form = choiceOf(
  {
    'after-ecs': {
      pods: any,
      virtualNode: VIRTUAL_NODE,
      overflow: choiceOf(
        { 'at-once': {}, 'above-count': {}, after: { seconds: any }, 'after-node-scaling': {} },
        'Overflow.atOnce(), Overflow.aboveCount(), Overflow.after(60), Overflow.afterNodeScaling()',
      ),
      nodes: mapOf(text),
      preempt: any,
      countTogether: flag,
      eciLabels: mapOf(text),
      eciAnnotations: mapOf(text),
    },
    'workload-spread': {
      virtualNode: VIRTUAL_NODE,
      onNodes: any,
      rescheduleAfterSeconds: any,
      eciLabels: mapOf(text),
      eciAnnotations: mapOf(text),
    },
    'prefer-ecs': { virtualNode: VIRTUAL_NODE },
    everything: { virtualNode: VIRTUAL_NODE },
  },
  'Burst.afterEcs(22, eci), Burst.workloadSpread(eci, { onNodes: 22 }), Burst.preferEcs(eci), Burst.everything(eci)',
);
