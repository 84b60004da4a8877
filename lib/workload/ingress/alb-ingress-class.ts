import { IngressClassV1 } from '@cdktf/provider-kubernetes/lib/ingress-class-v1';
import { Construct, type IConstruct } from 'constructs';
import { strangeListeners } from '../../balancer/strange-listeners';
import { balancerVswitches, clientsOf } from '../../balancer/balancer-address';
import { BALANCER_NAME } from '../../balancer/load-balancer-problems';
import { adopt, adoptedName } from '../../core/adopt';
import { cloudOf } from '../../core/cloud';
import type { ICluster } from '../../core/cluster';
import { withDefaults } from '../../core/defaults';
import { quote, reject, type Problem } from '../../core/errors';
import { formProblems } from '../../core/forms';
import { checkedId } from '../../core/ids';
import type { IApplicationLoadBalancer, IIngressClass, ListeningPort } from '../../core/ingress';
import { kubernetesName } from '../../core/kubernetes-names';
import { physicalName } from '../../core/names';
import type { Dependable } from '../../core/network';
import { addTreeCheck, byKey, perTree } from '../../core/tree';
import { warn } from '../../core/warnings';
import { workplaceOf } from '../../core/workplace';
import { CustomResource } from '../charts/custom-resource';
import { albTags, listenerSpecs, madeConfig, reusedConfig, type AlbClients } from './alb-config';
import { ALB_INGRESS_CLASS_FORMS, albIngressClassProblems } from './alb-ingress-class-problems';
import {
  ALB_INGRESS_CLASS_DEFAULTS,
  MADE_ALB_DEFAULTS,
  type AlbIngressClassProps,
  type MadeAlbOptions,
} from './alb-ingress-class-props';
import { listeningPorts } from './ingress-listener';
import { defaultClass, secondDefault } from './default-class';

/** The component that acts on an AlbConfig. */
const CONTROLLER = 'alb-ingress-controller';
/** Of objects that belong to the whole cluster, for helm. */
const RELEASE_NAMESPACE = 'kube-system';

/** What the controller is told of an ALB, and what the class says of it. */
interface Front extends AlbClients {
  readonly config: object;
  readonly scheme: 'internet' | 'intranet';
  readonly sources: readonly string[];
  readonly address?: string;
}

/**
 * Ingresses served by an ALB: a balancer of the cloud that reads requests, over two zones or more, without Pods of its own.
 *
 * Creates `kubernetes_ingress_class_v1` and an `AlbConfig` in a `helm_release`, of which the component
 * `alb-ingress-controller` makes listeners and, unless it is given one, the ALB; the cluster gets the component. The ALB is
 * paid by the hour and by use. It goes when the class is destroyed, which waits for its Ingresses to go first.
 *
 * @throws InputError with everything that is wrong with the props; `no-workload-stack`; `ingress-flannel` where ALB reaches no
 *   Pod; `ingress-alb-taken` when the App is synthesised
 */
export class AlbIngressClass extends Construct implements IIngressClass {
  readonly kind = 'alb';
  readonly resource: IngressClassV1;
  /** The AlbConfig. */
  readonly config: CustomResource;
  readonly className: string;
  /** Whether Ingresses that name no class are its own. */
  readonly isDefault: boolean;
  readonly cluster: ICluster;
  readonly scheme: 'internet' | 'intranet';
  readonly listeners: readonly ListeningPort[];
  readonly sources: readonly string[];
  readonly ready: readonly Dependable[];
  readonly address?: string;
  /** Id of the ALB that it uses; absent where the controller makes one. */
  readonly albId?: string;

  constructor(scope: Construct, id: string, props: AlbIngressClassProps) {
    super(scope, checkedId(scope, id));
    const { cluster, stack } = workplaceOf(this);
    reject(this, formProblems(props, ALB_INGRESS_CLASS_FORMS));
    const p = withDefaults(props, ALB_INGRESS_CLASS_DEFAULTS);
    reject(this, albIngressClassProblems(p, cluster));
    this.cluster = cluster;
    this.isDefault = p.isDefault;
    this.className = p.name ?? adoptedName(p.adopt) ?? kubernetesName(this, stack);
    cluster.requireAddon(CONTROLLER, `Ingresses of the class "${this.className}" are served by an ALB`);
    this.albId = p.balancer.kind === 'existing' ? p.balancer.balancer.balancerId : undefined;
    const front = p.balancer.kind === 'existing' ? given(p.balancer.balancer) : this.made(p.balancer);
    this.scheme = front.scheme;
    this.sources = front.sources;
    this.address = front.address;
    this.listeners = listeningPorts(p.listeners);
    this.config = new CustomResource(this, 'config', {
      apiVersion: 'alibabacloud.com/v1',
      kind: 'AlbConfig',
      metadata: { name: this.className },
      spec: { config: front.config, listeners: listenerSpecs(p.listeners, front) },
      namespace: RELEASE_NAMESPACE,
    });
    this.resource = new IngressClassV1(this, 'Resource', {
      metadata: { name: this.className, ...defaultClass(p.isDefault) },
      spec: {
        controller: 'ingress.k8s.alibabacloud/alb',
        parameters: [{ apiGroup: 'alibabacloud.com', kind: 'AlbConfig', name: this.className }],
      },
      dependsOn: [this.config],
    });
    adopt(this.resource, p.adopt);
    this.ready = [this.config, this.resource];
    addTreeCheck(this, (all) => [...sharedAlb(this, all), ...secondDefault(this, all)]);
  }

  /** An ALB that the controller makes: everything whose default is dangerous is said. */
  private made(options: MadeAlbOptions): Front {
    const { address, edition, accessLog, name } = withDefaults(options, MADE_ALB_DEFAULTS);
    const { protection, tags = {} } = cloudOf(this);
    const vswitches = balancerVswitches(this.cluster.network, address.zones);
    const { lost } = albTags(tags);
    if (lost.length > 0) {
      warn(this, 'balancer-tags', `the ALB goes without the tags ${lost.map(quote).join(', ')}: it carries 17 of ours`);
    }
    const config = madeConfig({
      name: name ?? physicalName(this, BALANCER_NAME),
      scheme: address.kind,
      edition,
      vswitches,
      deletionProtection: protection === 'production',
      tags,
      accessLog: accessLog && { project: accessLog.project.projectName, store: accessLog.store },
    });
    return {
      config,
      scheme: address.kind,
      sources: vswitches.map(({ cidr }) => cidr),
      clients: clientsOf(address),
      aclId: address.kind === 'internet' ? address.acl : undefined,
    };
  }
}

function given(alb: IApplicationLoadBalancer): Front {
  const { balancerId, scheme, clients, aclId, dnsName, ranges = [] } = alb;
  return { config: reusedConfig(balancerId), scheme, sources: ranges, clients, aclId, address: dnsName };
}

const OF_CLASSES = Object.freeze({
  whose: 'those of a class of Ingresses',
  fix: 'write it into listeners of the class instead, or make an ALB of your own for it',
});

/** The classes of every ALB that is not made for one. */
const classesOf = perTree((all) => byKey(all, ({ albId }: IConstruct & Partial<AlbIngressClass>) => albId));

/** An ALB has the tags of one AlbConfig, and the controller refuses a second; its listeners are the controller's alone. */
function sharedAlb(own: AlbIngressClass, all: readonly IConstruct[]): Problem[] {
  const { albId, node } = own;
  if (albId === undefined) {
    return [];
  }
  const [first] = classesOf(all).get(albId) ?? [];
  const what = `the classes "${first?.node.path}" and "${node.path}" want one ALB, which belongs to one AlbConfig`;
  const fix = 'let Ingresses of both name one class, or give the second one an ALB of its own';
  return [
    ...(first === own ? [] : [{ code: 'ingress-alb-taken' as const, what, value: first?.node.path, fix }]),
    ...strangeListeners(own, albId, all, OF_CLASSES),
  ];
}
