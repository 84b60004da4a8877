import { wholeNumber } from '../core/checks';
import type { ICluster } from '../core/cluster';
import { quote, type Problem } from '../core/errors';
import { kubernetesNameProblems } from '../core/kubernetes-names';
import type { Amounts } from '../core/pod';
import { quantityOf, quantityProblems } from '../core/quantity';
import { labelProblems } from '../cluster/nodes/labels';
import { misplacedAnnotations } from './eci/eci-problems';
import { ECI_LABEL } from './eci/eci-use';
import { enforcement } from './enforcement';
import { namespaceLabels } from './namespace-config';
import type { ResolvedNamespace } from './namespace-defaults';
import type { ContainerDefaults, NamespaceQuota } from './namespace-props';
import { keyProblems } from './pod/label-problems';

/** Namespaces that every cluster has. */
const OF_KUBERNETES = Object.freeze(['default', 'kube-system', 'kube-public', 'kube-node-lease']);

/** Everything that is wrong with the props of a namespace. */
export function namespaceProblems(p: ResolvedNamespace, cluster: ICluster): Problem[] {
  return [
    ...kubernetesNameProblems('name', p.name),
    ...existing(p.name),
    ...labelProblems(p.labels, []),
    ...conflicts(p),
    ...sentToEci(p.labels, p.placement.kind === 'everything-on-eci'),
    ...Object.keys(p.annotations).flatMap((key) => keyProblems('annotations', key)),
    ...misplacedAnnotations('annotations', p.annotations),
    ...quotaProblems(p.quota),
    ...(p.containerDefaults === 'none' ? [] : containerProblems(p.containerDefaults, p.quota)),
    ...placementProblems(p, cluster),
    ...isolationProblems(p, cluster),
  ];
}

function existing(name: string | undefined): Problem[] {
  if (name === undefined || !OF_KUBERNETES.includes(name)) {
    return [];
  }
  const fix = `write Namespace.fromAttributes(apps, '${name}', { name: '${name}' })`;
  return [
    { code: 'namespace-exists', what: `namespace ${quote(name)} is one that every cluster has`, value: name, fix },
  ];
}

/** A label whose value a typed prop decides, written with another value. */
function conflicts(p: ResolvedNamespace): Problem[] {
  const typed = namespaceLabels({ ...p, labels: {} });
  return Object.entries(p.labels)
    .filter(([key, value]) => key in typed && typed[key] !== value)
    .map(([key, value]) => ({
      code: 'namespace-conflict' as const,
      what: `labels ${quote(key)} is ${quote(value)}, the props make it ${quote(typed[key])}`,
      value,
      fix: `leave the label out and say it with ${key.startsWith('pod-security') ? 'podSecurity' : 'placement'}`,
    }));
}

/** Problem with the label that sends every Pod to ECI, where the props say something else: nothing would know of it. */
export function sentToEci(labels: Readonly<Record<string, string>>, everythingOnEci: boolean): Problem[] {
  const value = labels[ECI_LABEL];
  const what = `labels ${quote(ECI_LABEL)} is ${quote(value)} and sends every Pod to ECI, placement does not`;
  const fix = 'leave the label out and write placement: Placement.everythingOnEci()';
  return value === 'true' && !everythingOnEci ? [{ code: 'namespace-conflict', what, value, fix }] : [];
}

function quotaProblems(quota: NamespaceQuota | undefined): Problem[] {
  if (quota === undefined) {
    return [];
  }
  const objects = Object.entries(quota.objects ?? {});
  const found = [
    ...amountProblems('quota.requests', quota.requests, { cpu: '20', memory: '40Gi' }),
    ...amountProblems('quota.limits', quota.limits, { cpu: '40', memory: '80Gi' }),
    ...wholeNumber('quota.pods', quota.pods, 1, 150_000),
    ...wholeNumber('quota.loadBalancers', quota.loadBalancers, 0, 10_000),
    ...wholeNumber('quota.claims', quota.claims, 0, 100_000),
    ...quantityProblems('quota.storage', quota.storage, '500Gi'),
    ...objects.flatMap(([key, value]) =>
      value === '0' ? [] : quantityProblems(`quota.objects[${quote(key)}]`, value, '20'),
    ),
    ...limitProblems('quota', quota.requests, quota.limits),
  ];
  return Object.values(quota).every((value) => value === undefined)
    ? [
        {
          code: 'value-missing',
          what: 'quota bounds nothing',
          value: quota,
          fix: 'write quota: { pods: 100 }, or leave it out',
        },
      ]
    : found;
}

function containerProblems(given: ContainerDefaults, quota: NamespaceQuota | undefined): Problem[] {
  const wrong = [
    ...amountProblems('containerDefaults.requests', given.requests, { cpu: '100m', memory: '128Mi' }),
    ...amountProblems('containerDefaults.limits', given.limits, { cpu: '1', memory: '1Gi' }),
    ...amountProblems('containerDefaults.max', given.max, { cpu: '4', memory: '8Gi' }),
  ];
  if (wrong.length > 0) {
    return wrong;
  }
  return [
    ...limitProblems('containerDefaults', given.requests, given.limits),
    ...limitProblems('containerDefaults', given.limits, given.max, 'max'),
    ...roomProblems('requests', given.requests, quota?.requests),
    ...roomProblems('limits', given.limits, quota?.limits),
  ];
}

function amountProblems(prop: string, amounts: Amounts | undefined, example: Amounts): Problem[] {
  return [
    ...quantityProblems(`${prop}.cpu`, amounts?.cpu, example.cpu!),
    ...quantityProblems(`${prop}.memory`, amounts?.memory, example.memory!),
    ...quantityProblems(`${prop}.ephemeralStorage`, amounts?.ephemeralStorage, '10Gi'),
  ];
}

const KINDS = ['cpu', 'memory', 'ephemeralStorage'] as const;

/** The kinds of which `low` has more than `high`. */
function above(low: Amounts | undefined, high: Amounts | undefined) {
  return KINDS.filter((kind) => {
    const [a, b] = [low?.[kind], high?.[kind]].map((text) => (typeof text === 'string' ? quantityOf(text) : undefined));
    return a !== undefined && b !== undefined && a > b;
  });
}

function limitProblems(prop: string, low: Amounts | undefined, high: Amounts | undefined, name = 'limits'): Problem[] {
  return above(low, high).map((kind) => ({
    code: 'limit-below-request' as const,
    what: `${prop}.${name}.${kind} ${quote(high![kind])} is below ${quote(low![kind])}`,
    value: high![kind],
    fix: `write ${prop}.${name}.${kind}: "${low![kind]}" or more`,
  }));
}

function roomProblems(name: string, one: Amounts | undefined, all: Amounts | undefined): Problem[] {
  return above(one, all).map((kind) => ({
    code: 'quota-too-small' as const,
    what: `quota.${name}.${kind} ${quote(all![kind])} is below the ${quote(one![kind])} that one container gets by default`,
    value: all![kind],
    fix: `raise quota.${name}.${kind}, or lower containerDefaults.${name}.${kind}`,
  }));
}

function placementProblems({ placement }: ResolvedNamespace, cluster: ICluster): Problem[] {
  if (placement.kind === 'scheduled' || (cluster.kind !== 'serverless' && cluster.virtualNode)) {
    return [];
  }
  const on = `on cluster "${cluster.node.path}"`;
  const [what, fix] =
    cluster.kind === 'serverless'
      ? [`Placement.everythingOnEci() ${on}: every Pod of a Serverless cluster is on ECI`, 'leave placement out']
      : [
          `Placement.everythingOnEci() ${on}, which has no virtual node: its Pods would wait for ever`,
          'call cluster.addVirtualNode() before the WorkloadStack is made, or leave placement out',
        ];
  return [{ code: 'everything-on-eci', what, value: placement.kind, fix }];
}

function isolationProblems({ isolation, placement }: ResolvedNamespace, cluster: ICluster): Problem[] {
  const missing = enforcement(cluster, placement).missing;
  if (isolation === undefined || isolation.kind === 'open' || missing === undefined) {
    return [];
  }
  const what = `isolation "${isolation.kind}" on cluster "${cluster.node.path}": ${missing.why}; Kubernetes would take the policy and ignore it`;
  return [{ code: 'network-policy-engine', what, value: isolation.kind, fix: missing.fix }];
}
