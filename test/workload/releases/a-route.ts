import type { Situation } from '../../cluster/a-cluster';
import type { IngressKind } from '../../../lib/core/ingress';
import { ImportedIngressClass } from '../../../lib/workload/ingress/imported-ingress-class';
import { Ingress } from '../../../lib/workload/ingress/ingress';
import type { IngressProps } from '../../../lib/workload/ingress/ingress-props';
import type { NamespaceProps } from '../../../lib/workload/namespace-props';
import { Scale } from '../../../lib/workload/scaling/scale';
import type { WebServiceProps } from '../../../lib/workload/web-service-props';
import { aBurstingService } from '../scaling/a-scaled-service';

export interface Around {
  readonly props?: Partial<WebServiceProps>;
  readonly ingress?: Partial<IngressProps>;
  readonly space?: NamespaceProps;
  readonly situation?: Situation;
}

const SOURCES = ['192.168.0.0/24'];

/** Ten Pods of `web` in the namespace `shop`, to which the Ingress `front` of a kind leads. */
export function aRoute(kind: IngressKind, { props, ingress, space, situation }: Around = {}) {
  const made = aBurstingService({ scale: Scale.fixed(10), ...props }, situation, space);
  const own = new ImportedIngressClass(made.apps, kind, {
    className: kind,
    kind,
    scheme: 'internet',
    sources: SOURCES,
  });
  const front = new Ingress(made.namespace, 'front', {
    class: own,
    routes: [{ host: 'www.example.com', to: made.web }],
    ...ingress,
  });
  return { ...made, own, front };
}

/** Keys of annotations without their prefix. */
export const short = (annotations: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(annotations).map(([key, value]) => [key.replace(/^[^/]+\//, ''), value]));
