import { IngressV1 } from '@cdktf/provider-kubernetes/lib/ingress-v1';
import { Construct } from 'constructs';
import { adopt, adoptedName } from '../../core/adopt';
import { withDefaults } from '../../core/defaults';
import { reject, type Problem } from '../../core/errors';
import { formProblems } from '../../core/forms';
import { checkedId } from '../../core/ids';
import type { IIngressClass, IngressPath } from '../../core/ingress';
import { kubernetesName } from '../../core/kubernetes-names';
import { literals } from '../../core/literal';
import type { Dependable } from '../../core/network';
import { addTreeCheck } from '../../core/tree';
import { waitFor } from '../../core/wait-for';
import { namespaceOf, type INamespace } from '../../core/workload';
import { workplaceOf } from '../../core/workplace';
import { backendOf, madeBefore, type Backend } from './backends';
import { CanaryIngress, type CanaryProps } from './canary-ingress';
import { besideOthers, type ServedIngress } from './ingress-checks';
import type { IngressTlsData } from './ingress-choices';
import { INGRESS_FORMS } from './ingress-forms';
import { ingressSpec } from './ingress-object';
import { inOrder } from './ingress-order';
import { ingressProblems } from './ingress-problems';
import { INGRESS_DEFAULTS, type HostRoute, type IngressProps, type ServedProps } from './ingress-props';
import { afterClass, wireBackends } from './ingress-wiring';
import { writtenPath } from './rewrite';
import { servingOf, type Serving } from './serving';
import { settingAnnotations } from './setting-annotations';
import { usualClass } from './usual-class';

/** How long the provider waits for an address, where somebody asks for it: an ALB is made within minutes. */
export const INGRESS_TIMEOUTS = Object.freeze({ create: '20m', delete: '20m' });

/**
 * Which requests from outside go to which Services of a namespace, by host and path.
 *
 * Creates `kubernetes_ingress_v1`, and network policies in a namespace that shuts others out. On ALB, Pods wait until the ALB
 * knows them, so that a rollout leaves no gap. Free; what serves it is paid with its class, which the first Ingress without one
 * makes, too. Terraform waits for its address
 * only where `address` is asked for.
 *
 * @throws InputError with everything that is wrong with the props; `no-namespace`; when the App is synthesised
 *   `ingress-path-taken`, `ingress-path-hidden`, `ingress-order`
 */
export class Ingress extends Construct implements ServedIngress {
  readonly resource: IngressV1;
  readonly ingressName: string;
  readonly namespace: INamespace;
  readonly ingressClass: IIngressClass;
  readonly claims: readonly IngressPath[];
  readonly serving: Serving;
  readonly order?: number;
  readonly isCanary = false;
  /** Annotations of the object, by key. */
  readonly annotations: Readonly<Record<string, string>>;
  private readonly props: ServedProps;

  constructor(scope: Construct, id: string, props: IngressProps) {
    super(scope, checkedId(scope, id));
    workplaceOf(this);
    this.namespace = namespaceOf(this);
    reject(this, formProblems(props, INGRESS_FORMS));
    const p = { ...withDefaults(props, INGRESS_DEFAULTS), class: props.class ?? usualClass(this) };
    reject(this, ingressProblems(p, this.namespace));
    this.props = p;
    this.ingressClass = p.class;
    this.order = p.order;
    this.ingressName = p.name ?? adoptedName(p.adopt) ?? kubernetesName(this, this.namespace);
    this.serving = servingOf(p);
    const backends = p.routes.map(({ to, port }) => backendOf(to, port));
    this.claims = inOrder(p.routes.map((route, index) => claimOf(route, backends[index]!)));
    this.annotations = { ...settingAnnotations(p, this.serving), ...p.annotations };
    this.resource = new IngressV1(this, 'Resource', {
      metadata: {
        name: this.ingressName,
        namespace: this.namespace.namespaceName,
        labels: { 'app.kubernetes.io/managed-by': 'terraform' },
        annotations: literals({ ...this.annotations }),
      },
      spec: literals(ingressSpec({ className: p.class.className, paths: this.paths, tls: this.serving.tls })),
      timeouts: { ...INGRESS_TIMEOUTS },
      dependsOn: waitFor(this, [
        ...this.namespace.ready,
        ...p.class.ready,
        ...secretOf(p.tls),
        ...madeBefore(backends),
      ]),
    });
    adopt(this.resource, p.adopt);
    afterClass(this, p.class);
    wireBackends(this, p.class, this.namespace, backends, p.readinessGate);
    addTreeCheck(this, (all) => besideOthers(this, all));
  }

  get namespaceName(): string {
    return this.namespace.namespaceName;
  }

  /** Its paths as the controller is told them, in the order of their rules. */
  get paths(): readonly IngressPath[] {
    return this.claims.map((claim) => writtenPath(this.ingressClass.kind, claim, this.props.rewrite));
  }

  /**
   * Where clients find it, which only Terraform knows: let a CNAME of the hosts point at it. Whoever asks has Terraform wait
   * until the Ingress has one when it is created, 20 minutes at most.
   *
   * @throws InputError `value-missing` for a class on nginx that exists and does not say
   */
  get address(): string {
    const { address, kind } = this.ingressClass;
    if (address !== undefined) {
      return address;
    }
    reject(this, kind === 'alb' ? [] : [NO_ADDRESS]);
    // One that was taken over has its address.
    if (this.props.adopt === undefined) {
      this.resource.waitForLoadBalancer = true;
    }
    return this.resource.status.get(0).loadBalancer.get(0).ingress.get(0).hostname;
  }

  /**
   * A further Ingress for the same paths that sends some of their requests to another Service, as its annotations say. What it
   * takes of the settings is the same as here.
   *
   * @throws InputError `ingress-backend`, `ingress-annotation`
   */
  canary(id: string, props: CanaryProps): CanaryIngress {
    return new CanaryIngress(this, id, { ...props, stable: this, settings: this.props });
  }
}

const NO_ADDRESS: Problem = Object.freeze({
  code: 'value-missing',
  what: 'the class does not say where clients find it',
  fix: 'write address: "203.0.113.7" in IngressClass.fromAttributes',
});

/** A controller that finds no Secret serves the Ingress badly, and on ALB none of its class. */
function secretOf(tls: IngressTlsData | undefined): readonly Dependable[] {
  return tls?.kind === 'secret' && tls.resource !== undefined ? [tls.resource] : [];
}

function claimOf({ host, path = '/', match = 'prefix' }: HostRoute, { serviceName, port }: Backend): IngressPath {
  return { host, path, pathType: match === 'exact' ? 'Exact' : 'Prefix', serviceName, port };
}
