/** What carries the Pods of agents, as plain data. Create one with {@link AgentPlace}. */
export type AgentPlaceData =
  | {
      readonly kind: 'nodes';
      readonly labels: Readonly<Record<string, string>>;
      readonly tolerations: readonly AgentToleration[];
    }
  | ({ readonly kind: 'eci' } & AgentsOnEci)
  | ({ readonly kind: 'serverless' } & AgentsOnEci);

/** A taint of nodes that agents put up with. */
export interface AgentToleration {
  readonly key: string;
  readonly value?: string;
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

/** How ECI carries agents. */
export interface AgentsOnEci {
  /**
   * Whether agents that build, scan and test come from the spot market where it has some: cheaper, and taken back with
   * three minutes' notice, upon which the build fails. Never those that deploy.
   */
  readonly spot: boolean;
  /** Whether images come from a cache that ECI makes of them: an agent then starts in seconds. Snapshots are billed. */
  readonly imageCache: boolean;
}

const ON_ECI: AgentsOnEci = Object.freeze({ spot: false, imageCache: true });

/** What carries the Pods of agents. Another choice holds for builds that start after it. */
export const AgentPlace = Object.freeze({
  /** Nodes of the cluster, all of them, or those with labels; a builder of images then has more to choose from. */
  nodes: (
    nodes: {
      readonly labels?: Readonly<Record<string, string>>;
      readonly tolerations?: readonly AgentToleration[];
    } = {},
  ): AgentPlaceData =>
    Object.freeze({ kind: 'nodes', labels: nodes.labels ?? {}, tolerations: nodes.tolerations ?? [] }),
  /** ECI, by the virtual node of a cluster that also has nodes: nothing is kept for builds that do not run. */
  eci: (eci: Partial<AgentsOnEci> = {}): AgentPlaceData =>
    Object.freeze({ kind: 'eci', spot: eci.spot ?? ON_ECI.spot, imageCache: eci.imageCache ?? ON_ECI.imageCache }),
  /** A Serverless cluster, of which every Pod is on ECI anyway. */
  serverless: (eci: Partial<AgentsOnEci> = {}): AgentPlaceData =>
    Object.freeze({
      kind: 'serverless',
      spot: eci.spot ?? ON_ECI.spot,
      imageCache: eci.imageCache ?? ON_ECI.imageCache,
    }),
});

/** Whether Pods of this place run on ECI, with what it refuses. */
export function onEci(place: AgentPlaceData): place is Exclude<AgentPlaceData, { kind: 'nodes' }> {
  return place.kind !== 'nodes';
}
