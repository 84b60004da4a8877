import type { Problem } from '../../core/errors';
import type { EciDemand } from './eci-demand';

/** A workload and how many of its Pods can be on ECI. */
export interface EciAsker extends EciDemand {
  readonly path: string;
}

/** Workloads that a text names, those that ask for most; a cluster can hold hundreds. */
const NAMED = 5;

/** Problem when more Pods can come to be on ECI than its vSwitches have addresses for. */
export function roomProblems(askers: readonly EciAsker[], room: number, cluster: string): Problem[] {
  const pods = sum(askers, ({ pods: own }) => own);
  if (pods <= room) {
    return [];
  }
  const what = `${pods} Pods can come to be on ECI in cluster "${cluster}" (${list(askers, ({ pods: own }) => own)}); its vSwitches have ${room} addresses`;
  const fix = 'lower the most of the scales, or plan larger vSwitches for ECI: perZone: { eci: ... } on the Network';
  return [{ code: 'capacity-addresses', what, value: pods, fix }];
}

/** What to say when only an update at full size would run out of addresses; `undefined` when it would not. */
export function surgeText(askers: readonly EciAsker[], room: number, cluster: string): string | undefined {
  const pods = sum(askers, (asker) => asker.pods + asker.surge);
  return pods <= room
    ? undefined
    : `updates of all workloads at their most would need ${pods} addresses for ECI in cluster "${cluster}" (${list(askers, (asker) => asker.pods + asker.surge)}); its vSwitches have ${room}: lower maxSurge, update at quieter times, or plan larger vSwitches for ECI`;
}

function sum(askers: readonly EciAsker[], of: (asker: EciAsker) => number): number {
  return askers.reduce((all, asker) => all + of(asker), 0);
}

function list(askers: readonly EciAsker[], of: (asker: EciAsker) => number): string {
  const most = [...askers].sort((a, b) => of(b) - of(a));
  const shown = most.slice(0, NAMED).map((asker) => `${asker.path} ${of(asker)}`);
  const rest = most.slice(NAMED);
  return [...shown, ...(rest.length > 0 ? [`${rest.length} more ${sum(rest, of)}`] : [])].join(', ');
}
