import type { Element } from '../../element';
import type { Picture } from '../../picture';
import { isReplicated, type Data, type Pod } from '../../pods';
import { isGiven } from '../../reading';
import { resources, when, type Practice } from '../../practice';

const INGRESS_CHART = /(?:^|\/)(?:ingress-nginx|nginx-ingress(?:-controller)?|traefik|kong|higress)$/;
const INGRESS_IMAGE =
  /(?:ingress-nginx\/controller|nginx-ingress-controller|\/traefik|^traefik|\/kong|^kong|higress\/gateway)[:@]/;

function controllersOf(resource: Element, picture: Picture): readonly Pod[] {
  return picture
    .pods()
    .filter(({ owner }) => owner.element === resource)
    .filter(({ containers }) => containers.some(({ spec }) => INGRESS_IMAGE.test(String(spec.image))));
}

/** What keeps the controller away from others, and its replicas from each other. */
function lacking(pod: Pod): readonly { readonly en: string; readonly zh: string }[] {
  const { nodeSelector, affinity, topologySpreadConstraints } = pod.spec as Data;
  const placed =
    isGiven(nodeSelector) || isGiven(affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution);
  const apart = isGiven(affinity?.podAntiAffinity) || isGiven(topologySpreadConstraints);
  return [
    ...(placed ? [] : [{ en: 'node selector', zh: '节点选择' }]),
    ...(apart || !isReplicated(pod) ? [] : [{ en: 'anti-affinity', zh: '反亲和' }]),
  ];
}

export const ingressOwnNodes: Practice = {
  id: 'ingress-own-nodes',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Ingress controllers have nodes of their own', zh: 'Ingress 控制器独占节点' },
  reason: {
    en: 'All traffic of the cluster goes through a few Pods; a neighbour that takes their cpu, or one node with both of them, takes every site down.',
    zh: '集群的全部流量都经过这几个 Pod；邻居抢占 CPU，或两个副本同处一个节点，都会让所有站点中断。',
  },
  fix: {
    en: 'write a `node_selector` or node affinity for a pool of their own and an anti-affinity over the host name (`controller.nodeSelector`, `controller.affinity` in a chart’s values), or use ALB Ingress',
    zh: '为其单独的节点池配置 `node_selector` 或节点亲和，并按主机名配置反亲和（Chart 中为 `controller.nodeSelector`、`controller.affinity`）；或改用 ALB Ingress',
  },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/best-practices-for-the-nginx-ingress-controller-2',
  look: resources(['kubernetes_*', 'helm_release'], (resource, picture) =>
    resource.type === 'helm_release' && INGRESS_CHART.test(String(resource.attributes.chart))
      ? when(!/\bnodeSelector\b|\bnodeAffinity\b/.test(JSON.stringify(resource.attributes)), {
          en: `the chart ${String(resource.attributes.chart)} puts its controller on any node`,
          zh: `Chart ${String(resource.attributes.chart)} 的控制器可能落在任意节点`,
        })
      : controllersOf(resource, picture).flatMap((pod) => {
          const lacks = lacking(pod);
          return when(lacks.length > 0, {
            en: `${pod.called} is an Ingress controller and has no ${lacks.map(({ en }) => en).join(' and no ')}`,
            zh: `${pod.called} 是 Ingress 控制器，但缺少${lacks.map(({ zh }) => zh).join('、')}`,
          });
        }),
  ),
};
