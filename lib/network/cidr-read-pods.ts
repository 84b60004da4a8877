import type { Problem } from '../core/errors';
import type { PodNetworkData } from '../core/network';
import { cidr, parseCidr, type Cidr } from './cidr';
import { CIDR_DEFAULTS } from './cidr-ask';
import { shown } from './cidr-intent';
import { meets172, podProblems } from './cidr-rules';

/** Reads how Pods get their addresses; what the ask leaves out comes from the earlier plan or the VPC's default. */
export function readPodNetwork(
  value: unknown,
  vpc: Cidr | undefined,
  earlier: PodNetworkData | undefined,
  problems: Problem[],
): PodNetworkData | undefined {
  const given = value === undefined ? (earlier ?? { kind: CIDR_DEFAULTS.podNetwork }) : value;
  const { kind, ...rest } = Object(given) as { kind?: unknown; podCidr?: unknown; nodeMask?: unknown };
  if (kind === 'terway') {
    return terway(rest, problems);
  }
  if (kind !== 'flannel') {
    const what = `podNetwork.kind ${shown(kind)} is neither "terway" nor "flannel"`;
    problems.push({ code: 'choice-invalid', what, value: kind, fix: 'write podNetwork: { kind: "terway" }' });
    return undefined;
  }
  const before = earlier?.kind === 'flannel' ? earlier : undefined;
  const nodeMask = rest.nodeMask ?? before?.nodeMask ?? CIDR_DEFAULTS.nodeMask;
  if (typeof nodeMask !== 'number' || !Number.isInteger(nodeMask) || nodeMask < 24 || nodeMask > 28) {
    const what = `podNetwork.nodeMask ${shown(nodeMask)} is not a whole number from 24 to 28`;
    problems.push({ code: 'number-invalid', what, value: nodeMask, fix: 'write nodeMask: 24, 25, 26, 27 or 28' });
    return undefined;
  }
  const text = rest.podCidr ?? before?.podCidr ?? (vpc && usual(vpc));
  if (text === undefined) {
    return undefined;
  }
  const parsed = parseCidr(text, 'podNetwork.podCidr');
  problems.push(...(parsed.ok ? podProblems(parsed.cidr, nodeMask, 'podNetwork.podCidr') : [parsed.problem]));
  return parsed.ok ? { kind, podCidr: parsed.cidr.text, nodeMask } : undefined;
}

function terway(rest: object, problems: Problem[]): PodNetworkData {
  for (const [key, value] of Object.entries(rest).filter(([, given]) => given !== undefined)) {
    const what = `podNetwork.${key} is for Flannel, and this plan is for Terway, whose Pods take addresses of the VPC`;
    problems.push({ code: 'choice-conflict', what, value, fix: `leave ${key} out, or write kind: "flannel"` });
  }
  return { kind: 'terway' };
}

function usual(vpc: Cidr): string {
  return cidr(meets172(vpc) ? CIDR_DEFAULTS.podCidrBeside172 : CIDR_DEFAULTS.podCidr).text;
}
