import type { IConstruct } from 'constructs';
import type { ICluster } from './cluster';
import type { Dependable } from './network';
import type { PodSource } from './workload';

/** What answers the requests of an Ingress: ALB, which is a service of the cloud, or Pods of nginx in the cluster. */
export type IngressKind = 'alb' | 'nginx';

/** A port on which a class answers. */
export interface ListeningPort {
  readonly port: number;
  readonly protocol: 'HTTP' | 'HTTPS' | 'QUIC';
  /** Whether it has certificates of its own, so that an Ingress needs none. */
  readonly certified: boolean;
}

/** A class of Ingresses of a cluster, made here or existing: who serves the Ingresses that name it. */
export interface IIngressClass extends IConstruct {
  readonly kind: IngressKind;
  /** `spec.ingressClassName` of Ingresses. */
  readonly className: string;
  readonly cluster: ICluster;
  readonly scheme: 'internet' | 'intranet';
  /** Ports that answer, with what is spoken on each; absent when an existing class does not say. */
  readonly listeners?: readonly ListeningPort[];
  /**
   * Where its traffic to Pods comes from, for namespaces that shut others out: ranges of the vSwitches that an ALB stands in,
   * or the Pods of nginx. Empty when an existing class does not say.
   */
  readonly sources: readonly PodSource[];
  /** What must be there before an Ingress of the class, and go after it; empty for one that exists. */
  readonly ready: readonly Dependable[];
  /** Where clients find it, which only Terraform knows; absent when nobody can say before Ingresses are there. */
  readonly address?: string;
}

/** A path of a host that goes to a port of a Service of the same namespace. */
export interface IngressPath {
  /** Such as `www.example.com`, or `*.example.com`; every host when left out. */
  readonly host?: string;
  /** Begins with `/`. */
  readonly path: string;
  readonly pathType: 'Prefix' | 'Exact' | 'ImplementationSpecific';
  readonly serviceName: string;
  /** Port of the Service. */
  readonly port: number;
}

/** An ALB, made here or existing, that one class of Ingresses may use. */
export interface IApplicationLoadBalancer extends IConstruct {
  /** Id, `alb-...`. */
  readonly balancerId: string;
  readonly scheme: 'internet' | 'intranet';
  /** Id of its VPC, which must be that of the cluster. */
  readonly vpcId: string;
  /** `Basic` takes no Ingresses; absent when an existing one does not say. */
  readonly edition?: 'Basic' | 'Standard' | 'StandardWithWaf';
  /** DNS name, which only Terraform knows; absent when an existing one does not say. */
  readonly dnsName?: string;
  /** Ranges that its listeners let in; every address when left out. */
  readonly clients?: readonly string[];
  /** Id of the access control list that its listeners keep to. */
  readonly aclId?: string;
  /** IPv4 ranges of the vSwitches that it stands in, from where it reaches Pods; absent when an existing one does not say. */
  readonly ranges?: readonly string[];
}
