import type { DrillModel } from './model';

/** How many Pods there are: those that always run, the most of every scale, or an update of all at the most. */
export type Level = 'least' | 'most' | 'update';

/** What is lost, and how many Pods are wanted then. */
export interface Scenario {
  /** Such as `zone cn-hangzhou-h, most`. */
  readonly id: string;
  readonly level: Level;
  /** Zone that is gone with everything in it. */
  readonly zone?: string;
  /** Whether every ECS node is gone. */
  readonly nodes: boolean;
}

const LEVELS: readonly Level[] = ['least', 'most', 'update'];

/**
 * The scenarios of a model: nothing lost, each zone, and all nodes of clusters that have another place for Pods; each with
 * the fewest Pods, with the most, and with an update of the most.
 *
 * @param zone only scenarios that lose this one
 */
export function scenariosOf({ zones, clusters }: DrillModel, zone?: string): readonly Scenario[] {
  const hasNodes = clusters.some(({ pools }) => pools.length > 0);
  const losses = [
    ...(zone === undefined ? [{ id: 'nothing lost', nodes: false }] : []),
    ...zones
      .filter((one) => zone === undefined || one === zone)
      .map((one) => ({ id: `zone ${one}`, zone: one, nodes: false })),
    ...(zone === undefined && hasNodes ? [{ id: 'all nodes', nodes: true }] : []),
  ];
  return losses.flatMap((loss) => LEVELS.map((level) => ({ ...loss, id: `${loss.id}, ${level}`, level })));
}
