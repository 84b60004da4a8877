import { NetworkPolicyV1 } from '@cdktf/provider-kubernetes/lib/network-policy-v1';
import { Construct } from 'constructs';
import { wholeNumber, oneOf } from '../core/checks';
import { reject, type Problem } from '../core/errors';
import { kubernetesName } from '../core/kubernetes-names';
import { NAMESPACE_FORM, WORKLOAD_FORM } from '../core/seam-forms';
import { isToken } from '../core/tokens';
import type { INamespace, IWorkload, PodPort, PodSource } from '../core/workload';
import { waitFor } from '../core/wait-for';
import { workplaceOf } from '../core/workplace';
import { parseCidr } from '../network/cidr';
import { forCompanions } from './companions';
import { NAMESPACE_NAME_LABEL, type IsolationSpec } from './isolation-spec';

/** One direction of one permission. */
interface Rule {
  readonly direction: 'Ingress' | 'Egress';
  readonly peer: PodSource;
  readonly port: PodPort;
  /** Whose traffic it is about; every Pod of the namespace when left out. */
  readonly workload?: IWorkload;
  /** Ranges inside the peer, where that is a range, which are not meant. */
  readonly except?: readonly string[];
}

/**
 * Lets a source reach Pods of a namespace, on both sides.
 *
 * @param except ranges inside a source that is a range, which are not let in
 */
export function allowTraffic(
  to: INamespace,
  source: PodSource,
  port: PodPort,
  workload?: IWorkload,
  except?: readonly string[],
): void {
  reject(to, [...peerProblems('source', source), ...(workload === undefined ? [] : WORKLOAD_FORM('to', workload))]);
  reject(to, [...portProblems(port), ...sourceProblems(to, source), ...workloadProblems(to, workload)]);
  if (to.isolation !== 'open') {
    addRule(to, { direction: 'Ingress', peer: source, port, workload, except });
  }
  const from = namespaceIn(source);
  if (from?.isolation === 'deny-all' && from !== to) {
    addRule(from, { direction: 'Egress', peer: workload ?? to, port, workload: workloadIn(source) });
  }
  forCompanions(workload, (one) => allowTraffic(to, source, port, one, except));
  forCompanions(workloadIn(source), (one) => allowTraffic(to, one, port, workload));
}

/** Lets Pods of a namespace reach a target, on both sides. */
export function allowTrafficTo(from: INamespace, target: PodSource, port: PodPort): void {
  reject(from, peerProblems('target', target));
  if (typeof target === 'string') {
    allowOut(from, target, port);
  } else if ('workloadName' in target) {
    target.namespace.allowFrom(from, port, target);
  } else {
    target.allowFrom(from, port);
  }
}

/** Lets Pods of a namespace reach a range of addresses; adds nothing where they reach everything. */
function allowOut(from: INamespace, range: string, port: PodPort): void {
  reject(from, [...portProblems(port), ...rangeProblems(range)]);
  if (from.isolation === 'deny-all') {
    addRule(from, { direction: 'Egress', peer: range, port });
  }
}

/** Problem with what is neither Pods nor a range. */
function peerProblems(prop: string, peer: unknown): Problem[] {
  const pods = typeof peer === 'object' && peer !== null && 'workloadName' in peer ? WORKLOAD_FORM : NAMESPACE_FORM;
  return typeof peer === 'string' ? [] : pods(prop, peer);
}

/** One policy per permission, so that they come and go alone; the same one twice is one. */
function addRule(namespace: INamespace, rule: Rule): void {
  const { direction, peer, port, workload } = rule;
  const { number, protocol } = portOf(port);
  const who = workload === undefined ? '' : `${workload.workloadName}-`;
  const way = direction === 'Ingress' ? 'from' : 'to';
  const id = `${who}${way}-${slug(peer, namespace)}-${protocol.toLowerCase()}-${number}`;
  if (namespace.node.tryFindChild(id)) {
    return;
  }
  const side = { ports: [{ port: String(number), protocol }] };
  const scope = new Construct(namespace as INamespace & Construct, id);
  const policy = new NetworkPolicyV1(scope, 'Resource', {
    metadata: { name: kubernetesName(scope, namespace), namespace: namespace.namespaceName },
    spec: {
      podSelector: workload ? { matchLabels: { ...workload.selector } } : {},
      policyTypes: [direction],
      ...(direction === 'Ingress'
        ? { ingress: [{ ...side, from: [peerOf(peer, namespace, rule.except)] }] }
        : { egress: [{ ...side, to: [peerOf(peer, namespace)] }] }),
    },
    dependsOn: waitFor(scope, namespace.ready),
  });
  // Pods that start before they may connect fail first.
  workload?.after(policy);
}

/** A peer as a policy names it. */
function peerOf(peer: PodSource, seenFrom: INamespace, except: readonly string[] = []): IsolationSpec['peer'] {
  if (typeof peer === 'string') {
    return { ipBlock: { cidr: peer, ...(except.length > 0 ? { except: [...except] } : {}) } };
  }
  const namespace = namespaceIn(peer)!;
  const workload = workloadIn(peer);
  const podSelector = workload ? { podSelector: { matchLabels: { ...workload.selector } } } : {};
  const own = namespace === seenFrom && workload !== undefined;
  const labels = { [NAMESPACE_NAME_LABEL]: namespace.namespaceName };
  return own ? podSelector : { namespaceSelector: { matchLabels: labels }, ...podSelector };
}

function workloadIn(source: PodSource): IWorkload | undefined {
  return typeof source !== 'string' && 'workloadName' in source ? source : undefined;
}

function namespaceIn(source: PodSource): INamespace | undefined {
  return typeof source === 'string' ? undefined : 'workloadName' in source ? source.namespace : source;
}

function portOf(port: PodPort) {
  return typeof port === 'object' && port !== null
    ? { number: port.port, protocol: port.protocol }
    : { number: port, protocol: 'TCP' };
}

/** A peer in the id of a rule: known at synth, the same in every run, with its stack when that is another one. */
function slug(peer: PodSource, seenFrom: INamespace): string {
  if (typeof peer === 'string') {
    return peer.replace(/[^0-9A-Za-z]/g, '-');
  }
  const home = `${workplaceOf(seenFrom).stack.node.path}/`;
  const { path } = peer.node;
  return (path.startsWith(home) ? path.slice(home.length) : path).replaceAll('/', '-');
}

function portProblems(port: PodPort): Problem[] {
  const { number, protocol } = portOf(port);
  if (isToken(number)) {
    const what = 'the port is known only at apply; it is part of the name of a policy';
    return [{ code: 'type-invalid', what, value: number, fix: 'write the port as a number' }];
  }
  return [
    ...wholeNumber('port', number ?? null, 1, 65_535),
    ...oneOf('protocol', protocol ?? null, ['TCP', 'UDP', 'SCTP']),
  ];
}

function rangeProblems(range: unknown): Problem[] {
  if (isToken(range)) {
    const what = 'the range is known only at apply; it is part of the name of a policy';
    return [{ code: 'type-invalid', what, value: range, fix: 'write the range as text, such as "10.0.0.0/8"' }];
  }
  const parsed = parseCidr(range as string, 'source');
  return parsed.ok ? [] : [parsed.problem];
}

function sourceProblems(to: INamespace, source: PodSource): Problem[] {
  const namespace = namespaceIn(source);
  if (namespace === undefined) {
    return [...rangeProblems(source), ...unknownIsolation(to)];
  }
  if (namespace.cluster !== to.cluster && namespace.cluster.clusterId !== to.cluster.clusterId) {
    const what = `"${(source as INamespace).node.path}" is in the cluster "${namespace.cluster.node.path}"; a policy knows Pods of its own cluster only`;
    const fix = 'name the range that its traffic comes from, such as "10.0.0.0/8"';
    return [{ code: 'network-policy-cluster', what, value: namespace.cluster.node.path, fix }];
  }
  return unknownIsolation(to);
}

function unknownIsolation(to: INamespace): Problem[] {
  if (to.isolation !== undefined) {
    return [];
  }
  const what = `"${to.node.path}" does not say what it denies: where it denies nothing, a policy would shut out all other traffic`;
  const fix = 'write isolation: Isolation.denyIngress() or Isolation.open() in Namespace.fromAttributes';
  return [{ code: 'network-policy-unknown', what, value: to.namespaceName, fix }];
}

function workloadProblems(to: INamespace, workload: IWorkload | undefined): Problem[] {
  if (workload === undefined || workload.namespace === to) {
    return [];
  }
  const what = `"${workload.node.path}" is in the namespace "${workload.namespace.namespaceName}"`;
  const fix = `call allowFrom of the namespace "${workload.namespace.node.path}"`;
  return [{ code: 'choice-conflict', what, value: workload.node.path, fix }];
}
