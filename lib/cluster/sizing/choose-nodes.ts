import type { Problem } from '../../core/errors';
import { nodeShapes, type NodeShape } from './node-shapes';
import { fits, nodesFor, ordersOf, type Amount, type PodGroup } from './packing';
import type { WantedNodes, WantedWorkload } from './read-node-ask';

/** A size of node with how many of it there have to be. */
export interface Choice {
  readonly shape: NodeShape;
  readonly base: number;
  readonly peak: number;
}

/** Limits of a pool: nodes that it always has, and that it can come to have. */
const MAX_BASE = 1000;
const MAX_PEAK = 2000;

/**
 * The size of node that holds the workloads for the least money, by a rough measure of it; of two that cost the same,
 * the smaller node, of which less goes when one goes.
 */
export function chooseNodes(wanted: WantedNodes): { readonly choice?: Choice; readonly problems: readonly Problem[] } {
  const shapes = nodeShapes(wanted);
  const lonely = wanted.workloads.filter(({ each }) => !shapes.some((shape) => fits(each, spared(wanted, shape))));
  if (lonely.length > 0) {
    return { problems: lonely.map((workload) => tooBig(workload, wanted, shapes)) };
  }
  const base = ordersOf(groupsOf(wanted, 'replicas'));
  const peak = ordersOf(groupsOf(wanted, 'maxReplicas'));
  const choices = shapes
    .filter((shape) => wanted.workloads.every(({ each }) => fits(each, spared(wanted, shape))))
    .map((shape) => ({ shape, base: count(wanted, shape, base), peak: count(wanted, shape, peak) }));
  const possible = choices.filter((choice) => choice.base <= MAX_BASE && choice.peak <= MAX_PEAK);
  const choice = possible.reduce<Choice | undefined>(
    (best, next) => (best && cost(best) <= cost(next) ? best : next),
    undefined,
  );
  return choice ? { choice, problems: [] } : { problems: [tooMany(choices)] };
}

/** What a choice costs: the nodes that are always there, and those that can come. */
export function cost({ shape, base, peak }: Choice): number {
  return shape.weight * (base + peak);
}

function groupsOf({ workloads }: WantedNodes, of: 'replicas' | 'maxReplicas'): PodGroup[] {
  return workloads.map(({ each, [of]: count }) => ({ count, each }));
}

/** Room of a node while nothing is lost. */
function spared({ sparePercent }: WantedNodes, { room }: NodeShape): Amount {
  const part = (amount: number) => Math.floor((amount * (100 - sparePercent)) / 100);
  return { cpu: part(room.cpu), memory: part(room.memory), pods: part(room.pods) };
}

/** Nodes that hold the Pods with something to spare, and still hold them when a zone or a node is lost. */
function count(wanted: WantedNodes, shape: NodeShape, orders: readonly (readonly PodGroup[])[]): number {
  const zones = wanted.zones.length;
  const all = nodesFor(orders, spared(wanted, shape));
  if (wanted.survives === 'nothing') {
    return Math.max(1, all);
  }
  const left = nodesFor(orders, shape.room);
  return wanted.survives === 'node-loss'
    ? Math.max(2, all, left + 1)
    : zones * Math.max(1, Math.ceil(all / zones), Math.ceil(left / (zones - 1)));
}

function tooBig(workload: WantedWorkload, wanted: WantedNodes, shapes: readonly NodeShape[]): Problem {
  const { name, each } = workload;
  const rooms = shapes.map((shape) => spared(wanted, shape));
  const most = (of: 'cpu' | 'memory') => Math.max(0, ...rooms.map((room) => room[of]));
  const gib = (bytes: number) => Math.floor((bytes / 2 ** 30) * 10) / 10;
  const has = `${Math.floor(most('cpu') / 100) / 10} cores and ${gib(most('memory'))} GiB`;
  const what = `a Pod of workload "${name}" requests ${each.cpu / 1000} cores and ${gib(each.memory)} GiB together; nodes up to ${wanted.maxVcpu} vCPU of the families have room for at most ${has}`;
  const larger = wanted.maxVcpu < 64 ? 'write maxVcpu: 64, ' : '';
  const fix = `${larger}name families with more memory, or lower its requests`;
  return { code: 'sizing-pod-too-big', what, value: name, fix };
}

function tooMany(choices: readonly Choice[]): Problem {
  const least = Math.min(...choices.map(({ peak }) => peak));
  const what = Number.isFinite(least)
    ? `the workloads need ${least} nodes or more; a pool has ${MAX_BASE}, and ${MAX_PEAK} with an autoscaler`
    : 'no one size of the families holds all the workloads, though each fits one of them';
  const fix = 'plan a pool for each part of the workloads, or raise maxVcpu';
  return { code: 'sizing-pool-too-large', what, value: Number.isFinite(least) ? least : undefined, fix };
}
