import type { Construct } from 'constructs';
import { poolsOf } from '../../cluster/nodes/pools';
import { reject, type Problem } from '../../core/errors';
import { formProblems, needed } from '../../core/forms';
import type { Dependable } from '../../core/network';
import { addTreeCheck } from '../../core/tree';
import { warn } from '../../core/warnings';
import type { EciUse, IWorkload } from '../../core/workload';
import { CustomResource } from '../charts/custom-resource';
import { ECI_LABEL, ECI_TOLERATION, REAL_NODES } from '../eci/eci-use';
import { warnOnce } from '../eci/warn-once';
import { BURST_FORM } from './burst-forms';
import type { AfterEcs, BurstData, WorkloadSpread } from './burst';
import { resourcePolicy, workloadSpread } from './burst-objects';
import { burstProblems, labelledProblems } from './burst-problems';

/** A workload that bursts; its Pods can be told to start after more. */
export type BurstingWorkload = IWorkload & Construct & { after(...things: readonly Dependable[]): void };

/** The component that divides Pods by `WorkloadSpread`. */
const KRUISE = 'ack-kruise';
/** Weight of a wish that outweighs the scheduler's other ones as far as a wish can. */
const STRONGEST = 100;
const BURST = Symbol.for('alicloud-constructs/burst');
type Burst = { [BURST]?: BurstData };

/** The way to ECI that a workload was given; `undefined` without one. */
export function burstOf(workload: object): BurstData | undefined {
  return (workload as Burst)[BURST];
}

/** Where Pods land by a way to ECI. */
export function useOf(burst: BurstData | undefined): EciUse {
  return burst === undefined ? 'never' : burst.kind === 'everything' ? 'all' : 'some';
}

/**
 * Gives the Pods of a workload a way to ECI: one for each workload.
 *
 * @throws InputError with everything that is wrong with it, `burst-conflict` for a second one
 */
export function applyBurst(workload: BurstingWorkload, burst: BurstData): void {
  reject(workload, formProblems({ burst }, { burst: needed(BURST_FORM, 'Burst.afterEcs(22, eci)') }));
  reject(workload, [...secondProblems(workload, burst), ...burstProblems(workload, burst)]);
  Object.defineProperty(workload, BURST, { value: burst });
  addTreeCheck(workload, () => labelledProblems(workload, burst));
  switch (burst.kind) {
    case 'after-ecs':
      return divide(workload, resourcePolicy(burst, divided(workload)), burst);
    case 'workload-spread':
      workload.cluster.requireAddon(KRUISE, `the burst of "${workload.node.path}"`);
      return divide(workload, workloadSpread(burst, divided(workload)), burst);
    case 'prefer-ecs':
      workload.pod.addToleration(ECI_TOLERATION);
      workload.pod.preferNodes(STRONGEST, REAL_NODES);
      return needSwitch(workload);
    case 'everything':
      return workload.pod.addLabel(ECI_LABEL, 'true');
  }
}

/** Gives other Pods of the same template the way to ECI that a workload has: what their labels do not say already. */
export function inheritBurst(workload: BurstingWorkload, burst: BurstData): void {
  Object.defineProperty(workload, BURST, { value: burst });
  if (burst.kind === 'after-ecs') {
    divide(workload, resourcePolicy(burst, divided(workload)), burst);
  } else if (burst.kind === 'workload-spread') {
    divide(workload, workloadSpread(burst, divided(workload)), burst);
  }
}

/** Makes the object, and the workload after it: what counts Pods does not move those that are there. */
function divide(
  workload: BurstingWorkload,
  { apiVersion, kind, metadata, spec }: ReturnType<typeof resourcePolicy> | ReturnType<typeof workloadSpread>,
  burst: AfterEcs | WorkloadSpread,
): void {
  const object = new CustomResource(workload, 'burst', { apiVersion, kind, metadata, spec });
  workload.after(object.resource);
  if (burst.kind === 'workload-spread') {
    return needSwitch(workload);
  }
  addTreeCheck(workload, () => {
    if (poolsOf(workload.cluster).some(({ auto }) => auto) && burst.nodes === undefined) {
      const text = `${burst.pods} Pods of "${workload.workloadName}" stay on nodes; node pools that scale can bring nodes for Pods that then go to ECI: name the labels of a pool of fixed size in nodes, or live with it`;
      warnOnce(workload, 'burst-autoscaler', text);
    }
    return [];
  });
}

function needSwitch(workload: BurstingWorkload): void {
  const { cluster } = workload;
  const text = `Pods of "${workload.workloadName}" land on ECI only where the component kube-scheduler of cluster "${cluster.node.path}" places Pods on virtual nodes: switch that on in its settings, once`;
  warn(workload, 'burst-scheduler', text);
}

function secondProblems(workload: BurstingWorkload, burst: BurstData): Problem[] {
  const first = burstOf(workload);
  const what = `"${workload.workloadName}" bursts by ${first?.kind} already and cannot by ${burst.kind}`;
  return first === undefined
    ? []
    : [{ code: 'burst-conflict', what, value: burst.kind, fix: 'call burst(...) once for a workload' }];
}

function divided({ apiVersion, workloadKind: kind, workloadName: name, selector }: IWorkload) {
  return { apiVersion, kind, name, selector };
}
