import type { IConstruct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';
import { perTree } from '../../core/tree';
import type { IWorkload } from '../../core/workload';
import type { LogCollectionData } from './log-collection';
import { overlap, type LogSourceData } from './log-source';
import { collectedBy } from './log-variables';

/** One source of a workload that is collected. */
export interface CollectedLogs {
  /** Name of the collection in the cluster. */
  readonly name: string;
  readonly container: string;
  readonly source: LogSourceData;
  readonly by: LogCollectionData;
  /** Where it goes, as the program says it. */
  readonly store: IConstruct;
}

const LEDGER = Symbol.for('alicloud-constructs/collectedLogs');
type Kept = { [LEDGER]?: CollectedLogs[] };

/** What is collected of a workload so far. */
export function collectedOf(workload: IConstruct): readonly CollectedLogs[] {
  return (workload as Kept)[LEDGER] ?? [];
}

/** Notes a collection. */
export function noteCollected(workload: IConstruct, logs: CollectedLogs): void {
  if ((workload as Kept)[LEDGER] === undefined) {
    Object.defineProperty(workload, LEDGER, { value: [] });
  }
  (workload as Kept)[LEDGER]!.push(logs);
}

/** The collection that is the same already; asking for it again changes nothing. */
export function sameCollected(workload: IConstruct, { name, container, source, by, store }: CollectedLogs) {
  return collectedOf(workload).some(
    (one) =>
      one.name === name &&
      one.container === container &&
      one.store === store &&
      JSON.stringify([one.by, one.source]) === JSON.stringify([by, source]),
  );
}

/** Problems of a collection with what is collected of the workload already, by us or by variables of the user's. */
export function takenProblems(workload: IWorkload, { name, container, source }: CollectedLogs): Problem[] {
  const ours = collectedOf(workload).filter((one) => one.container === container);
  const of = `container ${quote(container)}`;
  const twice = ours.find((one) => overlap(one.source, source));
  if (twice) {
    const what = `${said(source)} of ${of} goes to "${twice.store.node.path}" already, under ${quote(twice.name)}: the agent reads the same lines for one collection only`;
    return [taken(what, twice.name)];
  }
  const env = workload.pod.data.containers.find((one) => one.name === container)?.env ?? {};
  const byHand = [...collectedBy(env)].find(
    ([key, one]) => overlap(one, source) && !ours.some((known) => known.name === key),
  );
  const named = ours.some((one) => one.name === name) || name in Object.fromEntries(collectedBy(env));
  return [
    ...(byHand ? [taken(`${said(source)} of ${of} is collected by variables as ${quote(byHand[0])}`, byHand[0])] : []),
    ...(named && !byHand ? [namedTwice(name, workload.node.path)] : []),
  ];
}

function said(source: LogSourceData): string {
  return source.kind === 'files' ? `the log ${quote(source.path)}` : `the log "${source.kind}"`;
}

function taken(what: string, value: string): Problem {
  return {
    code: 'log-source-taken',
    what,
    value,
    fix: 'collect it once; a copy for others is made in the log service',
  };
}

function namedTwice(name: string, path: string): Problem {
  const what = `${quote(name)} is the name of another log collection of "${path}"`;
  return { code: 'log-name-taken', what, value: name, fix: 'write name: "..." with a name of its own' };
}

/** Problems with names that workloads of one cluster share. */
export function sameLogNames(workload: IWorkload, all: readonly IConstruct[]): Problem[] {
  return collectedOf(workload)
    .filter(({ name }) => !isToken(name))
    .flatMap(({ name }) => {
      const first = named(all)
        .get(name)
        ?.find((one) => sameCluster(one.cluster, workload.cluster));
      return first === undefined || first === workload ? [] : [namedTwice(name, first.node.path)];
    });
}

const named = perTree((all) => {
  const found = new Map<string, IWorkload[]>();
  for (const workload of all as readonly IWorkload[]) {
    for (const { name } of collectedOf(workload)) {
      found.set(name, [...(found.get(name) ?? []), workload]);
    }
  }
  return found;
});

function sameCluster(one: ICluster, other: ICluster): boolean {
  return one === other || one.clusterId === other.clusterId;
}
