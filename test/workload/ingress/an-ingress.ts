import type { Situation } from '../../cluster/a-cluster';
import { ApplicationLoadBalancer } from '../../../lib/balancer/application-load-balancer';
import type { ApplicationLoadBalancerProps } from '../../../lib/balancer/application-load-balancer-props';
import type { WorkloadStackProps } from '../../../lib/stacks/workload-stack-props';
import { type resourceOf, resourcesOf } from '../../../lib/testing/look-up';
import { AlbIngressClass } from '../../../lib/workload/ingress/alb-ingress-class';
import { AlbOfClass, type AlbIngressClassProps } from '../../../lib/workload/ingress/alb-ingress-class-props';
import { Ingress } from '../../../lib/workload/ingress/ingress';
import { IngressListener } from '../../../lib/workload/ingress/ingress-listener';
import type { IngressProps } from '../../../lib/workload/ingress/ingress-props';
import type { NamespaceProps } from '../../../lib/workload/namespace-props';
import { Scale } from '../../../lib/workload/scaling/scale';
import { WebService } from '../../../lib/workload/web-service';
import { aWebService, IMAGE } from '../a-web-service';

export const CERTIFICATE = '1234567-cn-hangzhou';
export const LISTENERS = [IngressListener.https({ certificates: [CERTIFICATE] }), IngressListener.http()];

/** The web service `web` in the namespace `shop`, and the class `alb` that an ALB of its own serves. */
export function aClass(
  props: Partial<AlbIngressClassProps> = {},
  { situation = {}, space = {}, stack = {} }: Around = {},
) {
  const made = aWebService({}, situation, space, stack);
  const alb = new AlbIngressClass(made.apps, 'alb', { listeners: LISTENERS, ...props });
  const service = (id: string) =>
    new WebService(made.namespace, id, {
      image: IMAGE,
      port: 8080,
      requests: { cpu: '500m', memory: '1Gi' },
      scale: Scale.fixed(2),
    });
  return { ...made, alb, service };
}

export interface Around {
  readonly situation?: Situation;
  readonly space?: NamespaceProps;
  readonly stack?: Partial<WorkloadStackProps>;
}

export type Made = ReturnType<typeof aClass>;

/** The class on an ALB of Terraform's. */
export function aClassOn(props: Partial<ApplicationLoadBalancerProps> = {}) {
  const made = aWebService();
  const front = new ApplicationLoadBalancer(made.stack, 'front', { network: made.network, ...props });
  const alb = new AlbIngressClass(made.apps, 'alb', { listeners: LISTENERS, balancer: AlbOfClass.existing(front) });
  return { ...made, front, alb };
}

/** The Ingress `site` of one host that leads to `web`. */
export function anIngress(
  props: Partial<IngressProps> = {},
  around: Around = {},
  own: Partial<AlbIngressClassProps> = {},
) {
  const made = aClass(own, around);
  const ingress = new Ingress(made.namespace, 'site', {
    class: made.alb,
    routes: [{ host: 'www.example.com', to: made.web }],
    ...props,
  });
  return { ...made, ingress };
}

/** What helm is told of the AlbConfig. */
export function albConfigOf(apps: Parameters<typeof resourceOf>[0]) {
  const [release] = resourcesOf(apps, 'helm_release');
  return { release: release!, spec: JSON.stringify(release!.attributes.values) };
}
