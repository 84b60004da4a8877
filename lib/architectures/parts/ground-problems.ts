import type { Problem } from '../../core/errors';

/** What an architecture stands on, as its props say it. */
export interface GroundAsk {
  readonly zones?: unknown;
  readonly network?: unknown;
  readonly cluster?: unknown;
  readonly endpoint?: unknown;
  readonly nodes?: unknown;
}

/** A prop that says something of a part which is given. */
export function beside(prop: string, value: unknown, part: string, why: string): Problem[] {
  const what = `${prop} is given beside ${part}, ${why}`;
  return value === undefined ? [] : [{ code: 'part-conflict', what, value: prop, fix: `leave ${prop} or ${part} out` }];
}

/** Network and cluster that are missing, and what is said of them where they are given. */
export function groundProblems({ zones, network, cluster, endpoint, nodes }: GroundAsk): Problem[] {
  const existing = cluster !== undefined && typeof cluster !== 'function';
  const missing: Problem = {
    code: 'part-missing',
    what: 'neither zones nor a network nor a cluster is given',
    fix: "write zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j']",
  };
  return [
    ...(network !== undefined || existing || zones !== undefined ? [] : [missing]),
    ...(network !== undefined ? beside('zones', zones, 'network', 'which has its zones') : []),
    ...(existing ? beside('zones', zones, 'cluster', 'whose network has its zones') : []),
    ...(existing ? beside('network', network, 'cluster', 'which has its network') : []),
    ...(cluster === undefined ? [] : beside('nodes', nodes, 'cluster', 'which has its nodes')),
    ...(cluster === undefined ? [] : beside('endpoint', endpoint, 'cluster', 'which has its endpoint')),
  ];
}
