import type { IngressV1Spec } from '@cdktf/provider-kubernetes/lib/ingress-v1';
import type { IngressPath } from '../../core/ingress';

/** TLS of an Ingress: hosts, and the Secret of the namespace that holds their certificate, where there is one. */
export interface IngressTlsBlock {
  readonly hosts: readonly string[];
  readonly secretName?: string;
}

/** An Ingress as Kubernetes knows it, apart from its name. */
export interface IngressObject {
  readonly className: string;
  /** Paths in the order of their rules. */
  readonly paths: readonly IngressPath[];
  readonly tls?: IngressTlsBlock;
}

/** The provider's `spec` of an Ingress: one rule for each host, in the order in which hosts come first. */
export function ingressSpec({ className, paths, tls }: IngressObject): IngressV1Spec {
  const hosts = [...new Set(paths.map(({ host }) => host))];
  return {
    ingressClassName: className,
    rule: hosts.map((host) => ({
      host,
      http: { path: paths.filter((one) => one.host === host).map(pathBlock) },
    })),
    ...(tls && { tls: [{ hosts: [...tls.hosts], secretName: tls.secretName }] }),
  };
}

function pathBlock({ path, pathType, serviceName, port }: IngressPath) {
  return { path, pathType, backend: { service: { name: serviceName, port: { number: port } } } };
}
