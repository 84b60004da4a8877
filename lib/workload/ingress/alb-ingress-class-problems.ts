import { ACCESS_LOG_FORM, accessLogProblems } from '../../balancer/application-load-balancer-problems';
import { addressProblems } from '../../balancer/balancer-address';
import { BALANCER_NAME } from '../../balancer/load-balancer-problems';
import { ADDRESS_FORM } from '../../balancer/service-balancer-forms';
import { oneOf } from '../../core/checks';
import type { ICluster } from '../../core/cluster';
import { quote, type Problem } from '../../core/errors';
import { any, choiceOf, construct, flag, listOf, needed, text, word, type Forms } from '../../core/forms';
import type { IApplicationLoadBalancer } from '../../core/ingress';
import { kubernetesNameProblems } from '../../core/kubernetes-names';
import { nameProblems } from '../../core/names';
import { MADE_ALB_DEFAULTS, type AlbIngressClassProps, type AlbOfClassData } from './alb-ingress-class-props';
import { LISTENER_FORM, listenerProblems } from './ingress-listener';

const ALB = construct(['balancerId', 'scheme', 'vpcId'], 'new ApplicationLoadBalancer(cloud, "front", { network })');

const BALANCER = choiceOf(
  {
    made: { address: ADDRESS_FORM, edition: any, accessLog: ACCESS_LOG_FORM, name: text },
    existing: { balancer: needed(ALB, 'front') },
  },
  'AlbOfClass.made(), AlbOfClass.existing(front)',
);

/** An ALB itself, where whose it is was asked for. */
function bare(prop: string, value: unknown): Problem {
  const what = `${prop} ${quote(value)} is a balancer, and not whose it is`;
  return { code: 'choice-invalid', what, value, fix: `write ${prop}: AlbOfClass.existing(front)` };
}

/** The form of every prop of a class on ALB. */
export const ALB_INGRESS_CLASS_FORMS: Forms<AlbIngressClassProps> = {
  listeners: needed(listOf(LISTENER_FORM), '[IngressListener.https({ certificates: [...] }), IngressListener.http()]'),
  balancer: (prop, value) => (ALB(prop, value).length === 0 ? [bare(prop, value)] : BALANCER(prop, value)),
  isDefault: flag,
  name: text,
  adopt: word,
};

type Given = AlbIngressClassProps & { readonly balancer: AlbOfClassData };

/** Everything that is wrong with the props of a class on ALB. */
export function albIngressClassProblems(p: Given, cluster: ICluster): Problem[] {
  return [
    ...reachProblems(cluster),
    ...listenerProblems(p.listeners),
    ...kubernetesNameProblems('name', p.name),
    ...(p.balancer.kind === 'made'
      ? madeProblems(p.balancer, cluster)
      : existingProblems(p.balancer.balancer, cluster)),
  ];
}

/** ALB reaches Pods of ClusterIP Services by their own addresses, which those of Flannel are not in the VPC's. */
function reachProblems({ kind, network }: ICluster): Problem[] {
  if (kind === 'serverless' || network.podNetwork.kind === 'terway') {
    return [];
  }
  const what = 'ALB sends requests to Pods by their own addresses, and with Flannel these are not of the VPC';
  const fix =
    'write podNetwork: PodNetwork.terway() of a new network and cluster, or serve Ingresses by new NginxIngressClass(...)';
  return [{ code: 'ingress-flannel', what, value: 'flannel', fix }];
}

function madeProblems(made: Extract<AlbOfClassData, { kind: 'made' }>, { network }: ICluster): Problem[] {
  return [
    ...addressProblems(made.address ?? MADE_ALB_DEFAULTS.address, network, 2),
    ...oneOf('balancer.edition', made.edition, ['Standard', 'StandardWithWaf']),
    ...accessLogProblems(made.accessLog),
    ...nameProblems('balancer.name', made.name, BALANCER_NAME),
  ];
}

function existingProblems({ node, vpcId, edition }: IApplicationLoadBalancer, { network }: ICluster): Problem[] {
  const elsewhere = `the ALB "${node.path}" is in another VPC than the cluster, whose network is "${network.node.path}"`;
  const basic = `the ALB "${node.path}" is of the edition Basic, which the ALB ingress controller refuses`;
  return [
    ...(vpcId === network.vpcId
      ? []
      : [
          {
            code: 'balancer-network' as const,
            what: elsewhere,
            value: vpcId,
            fix: 'write network: that of the cluster',
          },
        ]),
    ...(edition === 'Basic'
      ? [{ code: 'ingress-alb-edition' as const, what: basic, value: edition, fix: 'write edition: "Standard"' }]
      : []),
  ];
}
