import type { IConstruct } from 'constructs';
import type { ICluster } from './cluster';
import type { Dependable } from './network';

/** What answers the requests of an Ingress: ALB, which is a service of the cloud, or Pods of nginx in the cluster. */
export type IngressKind = 'alb' | 'nginx';

/** A class of Ingresses of a cluster, made here or existing: who serves the Ingresses that name it. */
export interface IIngressClass extends IConstruct {
  readonly kind: IngressKind;
  /** `spec.ingressClassName` of Ingresses. */
  readonly className: string;
  readonly cluster: ICluster;
  readonly scheme: 'internet' | 'intranet';
  /** Ports that answer, with what is spoken on each; absent when an existing class does not say. */
  readonly listeners?: readonly { readonly port: number; readonly protocol: 'HTTP' | 'HTTPS' | 'QUIC' }[];
  /** What must be there before an Ingress of the class, and go after it; empty for one that exists. */
  readonly ready: readonly Dependable[];
  /** Where clients find it, which only Terraform knows; absent when nobody can say before Ingresses are there. */
  readonly address?: string;
}

/** A path of a host that goes to a port of a Service of the same namespace. */
export interface IngressPath {
  /** Such as `www.example.com`; every host when left out. */
  readonly host?: string;
  /** Begins with `/`. */
  readonly path: string;
  readonly pathType: 'Prefix' | 'Exact' | 'ImplementationSpecific';
  readonly serviceName: string;
  /** Port of the Service. */
  readonly port: number;
}
