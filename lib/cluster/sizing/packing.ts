/** An amount in thousandths of a core, bytes and Pods. */
export interface Amount {
  readonly cpu: number;
  readonly memory: number;
  readonly pods: number;
}

/** Pods that are alike. */
export interface PodGroup {
  readonly count: number;
  readonly each: Amount;
}

/** Whether an amount has room in another. */
export function fits(need: Amount, room: Amount): boolean {
  return need.cpu <= room.cpu && need.memory <= room.memory && need.pods <= room.pods;
}

/**
 * The orders in which Pods are laid onto nodes: group by group, and one of each group in turn. Each is fixed by the
 * order of the groups alone, so that a Pod more, a larger Pod or a smaller node never needs fewer nodes; sorting Pods
 * by size does not promise that.
 */
export function ordersOf(groups: readonly PodGroup[]): readonly (readonly PodGroup[])[] {
  return [groups, inTurn(groups)];
}

/**
 * Nodes that hold all the Pods, each of which fits one; 0 for no Pods. Pods are laid one after the other onto the last
 * node, and a new one is begun when that has no room, in the order that needs the fewest nodes.
 */
export function nodesFor(orders: readonly (readonly PodGroup[])[], room: Amount): number {
  return Math.min(...orders.map((groups) => nextFit(groups, room)));
}

/** Runs of Pods that are laid one of each group in turn, as a list of single Pods. */
function inTurn(groups: readonly PodGroup[]): readonly PodGroup[] {
  const rounds = Math.max(0, ...groups.map(({ count }) => count));
  const singles: PodGroup[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const left = groups.filter(({ count }) => count > round);
    if (left.length === 1) {
      return [...singles, { ...left[0]!, count: left[0]!.count - round }];
    }
    left.forEach(({ each }) => singles.push({ count: 1, each }));
  }
  return singles;
}

function nextFit(groups: readonly PodGroup[], room: Amount): number {
  let nodes = 0;
  let left: Amount = { cpu: 0, memory: 0, pods: 0 };
  for (const { count, each } of groups) {
    const here = Math.min(count, copies(each, left));
    left = minus(left, each, here);
    const rest = count - here;
    if (rest > 0) {
      const perNode = copies(each, room);
      const more = Math.ceil(rest / perNode);
      nodes += more;
      left = minus(room, each, rest - (more - 1) * perNode);
    }
  }
  return nodes;
}

/** How many Pods of a kind there is room for. */
function copies(each: Amount, room: Amount): number {
  return Math.floor(Math.min(room.cpu / each.cpu, room.memory / each.memory, room.pods / each.pods));
}

function minus(room: Amount, each: Amount, times: number): Amount {
  return {
    cpu: room.cpu - each.cpu * times,
    memory: room.memory - each.memory * times,
    pods: room.pods - each.pods * times,
  };
}
