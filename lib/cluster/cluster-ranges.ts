import type { INetwork } from '../core/network';
import type { Problem } from '../core/errors';
import { isToken } from '../core/tokens';
import { parseCidr, type Cidr } from '../network/cidr';
import { overlapProblems, type NamedRange } from '../network/cidr-overlap';
import { podProblems, serviceProblems } from '../network/cidr-rules';

/** The ranges that a cluster uses besides the VPC. */
export interface ClusterRanges {
  readonly serviceCidr: string;
  /** Absent with Terway, whose Pods take addresses of the VPC. */
  readonly podCidr?: string;
}

/** The ranges of a cluster: its own props, otherwise the network's. */
export function clusterRanges(
  network: INetwork,
  own: { readonly serviceCidr?: string; readonly podCidr?: string },
): ClusterRanges {
  const { podNetwork } = network;
  const podCidr = podNetwork.kind === 'flannel' ? (own.podCidr ?? podNetwork.podCidr) : undefined;
  return { serviceCidr: own.serviceCidr ?? network.serviceCidr, podCidr };
}

/** Problems with the ranges of a cluster: ill formed, refused by ACK, or meeting the VPC or each other. */
export function rangeProblems(network: INetwork, { serviceCidr, podCidr }: ClusterRanges): Problem[] {
  const services = read('serviceCidr', serviceCidr, serviceProblems);
  const nodeMask = network.podNetwork.kind === 'flannel' ? network.podNetwork.nodeMask : 0;
  const pods = read('podCidr', podCidr, (range, prop) => podProblems(range, nodeMask, prop));
  const problems = [...services.problems, ...pods.problems];
  if (problems.length > 0) {
    return problems;
  }
  const vpc = network.cidrs.flatMap((text) => {
    const { range } = read('vpc', text, () => []);
    return range ? [{ name: 'the VPC', kind: 'vpc' as const, range }] : [];
  });
  const own: NamedRange[] = [
    ...(pods.range ? [{ name: 'podCidr', kind: 'pods' as const, range: pods.range }] : []),
    ...(services.range ? [{ name: 'serviceCidr', kind: 'services' as const, range: services.range }] : []),
  ];
  const taken = (network.reserved ?? []).flatMap(({ name, cidr }): NamedRange[] => {
    const { range } = read(name, cidr, () => []);
    return range ? [{ name: name === 'reserved' ? 'a reserved range' : name, kind: 'reserved', range }] : [];
  });
  return overlapProblems([...vpc, ...own, ...taken]);
}

function read(
  prop: string,
  text: string | undefined,
  check: (range: Cidr, prop: string) => Problem[],
): { readonly range?: Cidr; readonly problems: readonly Problem[] } {
  if (text === undefined || isToken(text)) {
    return { problems: [] };
  }
  const parsed = parseCidr(text, prop);
  return parsed.ok ? { range: parsed.cidr, problems: check(parsed.cidr, prop) } : { problems: [parsed.problem] };
}

/** The attributes that say where Pods of a cluster with nodes get their addresses. */
export function podAttributes(network: INetwork, { podCidr }: ClusterRanges) {
  return network.podNetwork.kind === 'flannel'
    ? { podCidr, nodeCidrMask: network.podNetwork.nodeMask }
    : { podVswitchIds: network.vswitches('pods').map(({ vswitchId }) => vswitchId) };
}
