import type { ICluster } from '../../core/cluster';
import { quote, type Problem } from '../../core/errors';
import type { PodData } from '../../core/pod';
import type { EciUse } from '../../core/workload';
import { ECI_LABEL } from '../eci/eci-use';
import { CACHE_LABEL } from './pod-dns';

/** Problems with the cache of nodes where there are none. */
export function nodeCacheProblems({
  cluster,
  everythingOnEci,
}: {
  readonly cluster: ICluster;
  readonly everythingOnEci: boolean;
}): Problem[] {
  const why =
    cluster.kind === 'serverless'
      ? `cluster "${cluster.node.path}" is serverless and has no nodes`
      : everythingOnEci
        ? 'every Pod of the namespace goes to ECI, where there is no node'
        : undefined;
  const what = `the DNS cache of nodes: ${why}, and the component leaves such Pods alone`;
  const fix = 'leave it out, or keep answers in the Pod: cacheNamesInPod(workload, { image })';
  return why === undefined ? [] : [{ code: 'dns-cache-eci', what, value: cluster.kind, fix }];
}

/** A workload, as far as it matters here. */
interface Asking {
  readonly workloadName: string;
  readonly eci: EciUse;
  readonly pod: { readonly data: PodData };
}

/** Whether the component changes Pods of such a template in a namespace that has it do so. */
export function isChanged({ labels, dns, hostNetwork }: PodData): boolean {
  const policy = dns?.policy ?? 'ClusterFirst';
  const eci = ECI_LABEL in labels || 'eci' in labels;
  return (
    labels[CACHE_LABEL] !== 'disabled' && !eci && policy === (hostNetwork ? 'ClusterFirstWithHostNet' : 'ClusterFirst')
  );
}

/**
 * Problems with Pods that are told to ask the cache of their node and can land on ECI: there every name waits for a server
 * that does not exist.
 */
export function cachedOnEciProblems({ workloadName, eci, pod }: Asking): Problem[] {
  if (eci === 'never' || !isChanged(pod.data)) {
    return [];
  }
  const what = `Pods of ${quote(workloadName)} can land on ECI and are told to ask the DNS cache of their node, which ECI does not have: every name would wait for it first`;
  const fix =
    'write dns: PodDns.cluster({ nodeCache: false }), or keep answers in the Pod: cacheNamesInPod(workload, { image })';
  return [{ code: 'dns-cache-eci', what, value: eci, fix }];
}
