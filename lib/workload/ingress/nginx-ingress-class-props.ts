import type { IBalancer } from '../../core/balancer';
import type { Requests } from '../pod/pod-props';
import type { IngressNodesData } from './ingress-nodes';

/** A certificate and its key in PEM, which only Terraform knows: never text of the program. */
export interface CertificateValues {
  readonly certificate: string;
  readonly key: string;
}

export interface NginxIngressClassProps {
  /**
   * Image of the controller, with a version: a copy of `ingress-nginx/controller:v1.15.1`, the last one there is, in a registry
   * of your own. Upstream's own registry is not reached from all regions, and nobody keeps it up for you. Replaces the Pods.
   */
  readonly image: string;
  /**
   * What stands before its Pods: a CLB or an NLB, made by the cluster or of Terraform's, on ports 80 and 443. It speaks TCP:
   * TLS ends in nginx.
   */
  readonly balancer: IBalancer;
  /**
   * On which nodes its Pods run; needed on clusters with nodes. On Serverless there are none: each Pod is an ECI instance of
   * its own, which is what nodes of its own are for.
   * @throws InputError `ingress-nodes` without, for nodes that no pool has, or on Serverless
   */
  readonly nodes?: IngressNodesData;
  /** How many Pods there are, 2 to 50. Changed in place. @default 2 @throws InputError `ingress-replicas` */
  readonly replicas?: number;
  /** What each Pod is promised. Replaces the Pods. @default 1 core, 1Gi */
  readonly requests?: Requests;
  /** Certificate for Ingresses that bring none. Changed in place. @default one that nginx signs itself, which is not offered */
  readonly certificate?: CertificateValues;
  /**
   * Settings of nginx by their names in its ConfigMap, such as `{ 'use-gzip': 'true' }`. Changed in place, without a restart.
   * @default none besides ours
   * @throws InputError `ingress-annotation` for what would let Ingresses bring code
   */
  readonly settings?: Readonly<Record<string, string>>;
  /**
   * Whether Ingresses that name no class are its own; a cluster has one such class at most.
   * @default false
   * @throws InputError `ingress-default` for a second one, when the App is synthesised
   */
  readonly isDefault?: boolean;
  /** Name of the class. Changing it replaces the class and everything of it. @default from the path below the stack */
  readonly name?: string;
  /** Name of the namespace of its Pods. Replaces them. @default "ingress-" and the name of the class */
  readonly namespaceName?: string;
  /**
   * Takes over the IngressClass that exists instead of creating one, and has its name unless `name` says the same. Import
   * id: `<name>`.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
}

/** What nginx has when a prop is left out. */
export const NGINX_INGRESS_CLASS_DEFAULTS = Object.freeze({
  replicas: 2,
  requests: Object.freeze({ cpu: '1', memory: '1Gi' }) as Requests,
  settings: Object.freeze({}) as Readonly<Record<string, string>>,
  isDefault: false,
});
