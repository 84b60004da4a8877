import type { AgentSize } from './agent-size';

/** What one container of an agent requests, and has as its limit. */
export interface ContainerResources {
  readonly cpu: string;
  readonly memory: string;
}

/** Thousandths of a core, and MiB. */
type Amount = readonly [cpu: number, memory: number];

/** The container that connects to Jenkins, and checks out. */
const CONNECTING: Amount = [250, 512];
/** One that works beside the main one. */
const BESIDE: Amount = [250, 1024];

/** The least that a Pod of an agent can have on nodes, so that each of its containers has something. */
export const LEAST_SIZE: AgentSize = Object.freeze({ vcpu: 0.5, memoryGib: 1 });
/** The same of one that builds images and scans them. */
export const LEAST_BUILD_SIZE: AgentSize = Object.freeze({ vcpu: 1, memoryGib: 2 });

/**
 * Divides what a Pod has among its containers, the last crumb of it, so that the sum is the size that was asked for: on ECI
 * anything else would be rounded up and billed.
 *
 * @param beside containers that work beside the main one
 */
export function divided({ vcpu, memoryGib }: AgentSize, beside: number) {
  const main: Amount = [
    Math.round(vcpu * 1000) - CONNECTING[0] - beside * BESIDE[0],
    Math.round(memoryGib * 1024) - CONNECTING[1] - beside * BESIDE[1],
  ];
  return { connecting: written(CONNECTING), beside: written(BESIDE), main: written(main) };
}

function written([cpu, memory]: Amount): ContainerResources {
  return Object.freeze({ cpu: `${cpu}m`, memory: `${memory}Mi` });
}
