import { wholeNumber } from '../../core/checks';
import type { ICluster } from '../../core/cluster';
import { quote, type Problem } from '../../core/errors';
import {
  any,
  choiceOf,
  construct,
  flag,
  listOf,
  mapOf,
  needed,
  object,
  text,
  word,
  type Forms,
} from '../../core/forms';
import { kubernetesNameProblems } from '../../core/kubernetes-names';
import { isToken } from '../../core/tokens';
import { labelProblems, type Taint } from '../../cluster/nodes/labels';
import { poolsOf, type EnlistedPool } from '../../cluster/nodes/pools';
import type { IngressNodesData } from './ingress-nodes';
import { SAFE_SETTINGS } from './nginx-config';
import type { CertificateValues, NginxIngressClassProps } from './nginx-ingress-class-props';

const FEWEST = 2;
const MOST = 50;

const TAINT = object<Taint>({ key: needed(text, '"role"'), value: text, effect: any });

/** The form of every prop of a class on nginx. */
export const NGINX_INGRESS_CLASS_FORMS: Forms<NginxIngressClassProps> = {
  image: needed(word, '"registry-vpc.cn-hangzhou.aliyuncs.com/acme/ingress-nginx/controller:v1.15.1"'),
  balancer: needed(construct(['annotations', 'owns', 'scheme'], 'front'), 'ServiceBalancer.network({ network })'),
  nodes: choiceOf(
    {
      dedicated: {
        labels: needed(mapOf(text), '{ role: "ingress" }'),
        taints: needed(listOf(TAINT), '[{ key: "role", effect: "NoSchedule" }]'),
      },
      shared: { reason: needed(word, '"a test cluster"') },
    },
    'IngressNodes.dedicated(), IngressNodes.shared("why")',
  ),
  replicas: any,
  requests: any,
  certificate: object<CertificateValues>({ certificate: needed(text, 'a token'), key: needed(text, 'a token') }),
  settings: mapOf(text),
  isDefault: flag,
  name: text,
  namespaceName: text,
  adopt: word,
};

/** Everything that is wrong with the props of a class on nginx. */
export function nginxIngressClassProblems(p: NginxIngressClassProps, cluster: ICluster): Problem[] {
  return [
    ...replicaProblems(p.replicas),
    ...nodesProblems(p.nodes, cluster),
    ...settingProblems(p.settings ?? {}),
    ...kubernetesNameProblems('name', p.name),
    ...kubernetesNameProblems('namespaceName', p.namespaceName),
  ];
}

function replicaProblems(replicas: number | undefined): Problem[] {
  if (replicas === 1) {
    const what = 'replicas 1: while the Pod or its node is away, no Ingress of the class answers';
    return [{ code: 'ingress-replicas', what, value: replicas, fix: 'write replicas: 2, or leave it out' }];
  }
  return wholeNumber('replicas', replicas, FEWEST, MOST);
}

function nodesProblems(nodes: IngressNodesData | undefined, { kind, node }: ICluster): Problem[] {
  const problem = (what: string, fix: string): Problem[] => [{ code: 'ingress-nodes', what, value: nodes?.kind, fix }];
  if (kind === 'serverless') {
    return nodes === undefined
      ? []
      : problem(`"${node.path}" has no nodes: each Pod is an ECI instance of its own`, 'leave nodes out');
  }
  if (nodes === undefined) {
    return problem(
      'all traffic of the Ingresses would go through Pods on nodes that others fill',
      "write nodes: IngressNodes.dedicated(), with cluster.addNodePool('ingress', { ...IngressNodes.pool(), ... })",
    );
  }
  if (nodes.kind === 'shared') {
    return [];
  }
  const bare = Object.keys(nodes.labels).length === 0 || nodes.taints.length === 0;
  return [
    ...labelProblems(nodes.labels, nodes.taints),
    ...(bare
      ? problem('dedicated nodes need a label that brings nginx and a taint that keeps others away', 'write both')
      : []),
  ];
}

function settingProblems(settings: Readonly<Record<string, string>>): Problem[] {
  return Object.keys(settings)
    .filter((key) => key in SAFE_SETTINGS || key.endsWith('snippet'))
    .map((key) => ({
      code: 'ingress-annotation',
      what: `settings has ${quote(key)}, which would loosen what protects a controller that sees every Secret, or is code in it`,
      value: key,
      fix: 'leave it out',
    }));
}

type Labelled = EnlistedPool & {
  readonly resource: { readonly labelsInput?: unknown; readonly taintsInput?: unknown };
};

/** What the finished tree shows of the nodes: of the pools of a cluster of this program, one at least must be meant. */
export function poolProblems(nodes: IngressNodesData | undefined, cluster: ICluster, replicas: number): Problem[] {
  const pools = poolsOf(cluster) as readonly Labelled[];
  if (nodes?.kind !== 'dedicated' || pools.length === 0) {
    return [];
  }
  const meant = pools.filter(
    ({ resource }) =>
      has(resource.labelsInput, nodes.labels) && nodes.taints.every((taint) => tainted(resource, taint)),
  );
  const problem = (what: string, fix: string): Problem[] => [{ code: 'ingress-nodes', what, value: nodes.labels, fix }];
  if (meant.length === 0) {
    const what = `no node pool of "${cluster.node.path}" has the labels ${quote(nodes.labels)} and the taints of nodes`;
    return problem(what, "write cluster.addNodePool('ingress', { ...IngressNodes.pool(), instanceTypes, size: 2 })");
  }
  const room = meant.reduce((sum, { nodes: most }) => sum + most, 0);
  const what = `the node pools for nginx come to ${room} nodes, and it has ${replicas} Pods, each on a node of its own`;
  return room < replicas ? problem(what, `write size: ${replicas}, over two zones`) : [];
}

/** Whether a pool has labels; what only Terraform knows is believed. */
function has(given: unknown, wanted: Readonly<Record<string, string>>): boolean {
  if (given !== undefined && !Array.isArray(given)) {
    return true;
  }
  const labels = (given ?? []) as readonly { readonly key?: string; readonly value?: string }[];
  return Object.entries(wanted).every(([key, value]) =>
    labels.some((one) => one.key === key && (one.value === value || isToken(one.value))),
  );
}

function tainted({ taintsInput }: Labelled['resource'], { key }: { readonly key: string }): boolean {
  return taintsInput !== undefined && !Array.isArray(taintsInput)
    ? true
    : ((taintsInput ?? []) as readonly { readonly key?: string }[]).some((one) => one.key === key);
}
