import { wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { kubernetesNameProblems } from '../../core/kubernetes-names';
import type { ContainerPort, PodData } from '../../core/pod';
import type { INamespace } from '../../core/workload';
import { ECI_LABEL, REAL_NODES } from '../eci/eci-use';
import type { PlannedFiles } from '../pod/files';
import { imageSourceProblems, podSecurityProblems } from '../pod/pod-in-namespace';
import { podOf } from '../pod/pod-of';
import { podPropProblems } from '../pod/pod-prop-problems';
import { probeData } from '../pod/probe';
import { labelsOf } from '../workload-labels';
import type { ResolvedDaemonWorkload } from './daemon-workload-props';

/** The Pod of a daemon at its beginning: on every node that is one. */
export function daemonPod(p: ResolvedDaemonWorkload, workloadName: string, files: PlannedFiles): PodData {
  const ports = Object.entries(p.ports).map(([name, port]): ContainerPort => ({ name, port, protocol: 'TCP' }));
  const main = ports[0]?.port ?? 0;
  const data = podOf(p, {
    container: workloadName,
    labels: labelsOf(workloadName),
    ports,
    files,
    readiness: probeData('readiness', p.readiness, main),
    liveness: probeData('liveness', p.liveness, main),
  });
  const { required, preferred } = data.nodeAffinity;
  return {
    ...data,
    hostNetwork: p.hostNetwork,
    dns: p.hostNetwork ? { policy: 'ClusterFirstWithHostNet', ...data.dns } : data.dns,
    tolerations: p.onTaintedNodes ? [...data.tolerations, { operator: 'Exists' }] : data.tolerations,
    // A virtual node is a node with a taint, and ECI refuses what it would be sent.
    nodeAffinity: { required: [...required, REAL_NODES], preferred },
  };
}

/** Everything that is wrong with the props of a daemon, apart from what its Pod shows. */
export function daemonProblems(p: ResolvedDaemonWorkload, namespace: INamespace): Problem[] {
  return [
    ...onEciProblems(namespace, p.podLabels[ECI_LABEL] === 'true'),
    ...kubernetesNameProblems('name', p.name),
    ...amountProblems(p.maxUnavailable),
    ...wholeNumber('minReadySeconds', p.minReadySeconds, 0, 3600, 'seconds'),
    ...hostNetworkProblems(p, namespace),
    ...podPropProblems(p),
    ...podSecurityProblems(p, namespace),
    ...imageSourceProblems(p, namespace.cluster),
  ];
}

/** Problem of a daemon where there is no node for it. */
export function onEciProblems({ cluster, namespaceName, everythingOnEci }: INamespace, labelled: boolean): Problem[] {
  const why =
    cluster.kind === 'serverless'
      ? `cluster "${cluster.node.path}" is serverless, it has no nodes`
      : everythingOnEci
        ? `namespace ${quote(namespaceName)} sends every Pod to ECI`
        : `its Pods have the label ${ECI_LABEL}`;
  if (cluster.kind !== 'serverless' && !everythingOnEci && !labelled) {
    return [];
  }
  const what = `a DaemonSet runs one Pod on every node, and ${why}; ECI takes no DaemonSets`;
  const fix = 'put the agent beside the application, in sidecars, or run it in a namespace whose Pods are on nodes';
  return [{ code: 'daemon-on-eci', what, value: cluster.kind, fix }];
}

function hostNetworkProblems({ hostNetwork }: ResolvedDaemonWorkload, namespace: INamespace): Problem[] {
  const { podSecurity, namespaceName } = namespace;
  if (!hostNetwork || podSecurity === undefined || podSecurity === 'privileged') {
    return [];
  }
  const what = `hostNetwork true: namespace ${quote(namespaceName)} lets only ${quote(podSecurity)} Pods in, which have networks of their own`;
  return [{ code: 'pod-security', what, value: true, fix: "write podSecurity: 'privileged' on the Namespace" }];
}

function amountProblems(amount: number | string): Problem[] {
  const fits = /^([1-9]\d{0,3}|[1-9]\d?%|100%)$/.test(String(amount));
  const what = `maxUnavailable ${quote(amount)} is neither a whole number from 1 nor a percentage from 1% to 100%`;
  return fits ? [] : [{ code: 'number-invalid', what, value: amount, fix: 'write maxUnavailable: "10%"' }];
}
