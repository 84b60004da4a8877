import type { RbacRule } from '../access/rbac-rule';

/** Ports of the controller: above 1023, so that it needs no right to listen. */
export const NGINX_PORTS = Object.freeze({ http: 8080, https: 8443, health: 10_254 });

/** What the controller is called by others. */
export interface NginxNames {
  readonly className: string;
  /** Where its Pods are. */
  readonly namespace: string;
  /** Its ConfigMap. */
  readonly config: string;
  /** The Service whose address Ingresses show. */
  readonly service: string;
  /** Secret with the certificate for Ingresses that bring none. */
  readonly certificate?: string;
  /** Seconds for which it answers on after it was told to end. */
  readonly drainSeconds: number;
}

/** By what an IngressClass says that this controller serves it: each class has its own. */
export const controllerOf = (className: string): string => `k8s.io/ingress-${className}`;

/** Lease by which one of the Pods writes addresses into Ingresses. */
export const leaseOf = (className: string): string => `${className}-leader`;

/** How the controller is started. */
export function nginxArguments(names: NginxNames): readonly string[] {
  const { className, namespace, config, service, certificate, drainSeconds } = names;
  return [
    '/nginx-ingress-controller',
    `--ingress-class=${className}`,
    `--controller-class=${controllerOf(className)}`,
    `--election-id=${leaseOf(className)}`,
    `--configmap=${namespace}/${config}`,
    `--publish-service=${namespace}/${service}`,
    ...(certificate === undefined ? [] : [`--default-ssl-certificate=${namespace}/${certificate}`]),
    `--http-port=${NGINX_PORTS.http}`,
    `--https-port=${NGINX_PORTS.https}`,
    `--shutdown-grace-period=${drainSeconds}`,
    '--enable-metrics=true',
    '--metrics-per-host=false',
    '--profiling=false',
    '--disable-svc-external-name=true',
  ];
}

/** Settings that no Ingress may loosen, and that nobody else may. */
export const SAFE_SETTINGS = Object.freeze({
  'allow-cross-namespace-resources': 'false',
  'allow-snippet-annotations': 'false',
  'annotations-risk-level': 'High',
  'ssl-protocols': 'TLSv1.2 TLSv1.3',
  'strict-validate-path-type': 'true',
});

const LOOK = ['get', 'list', 'watch'] as const;
const LIST = ['list', 'watch'] as const;

/** What the controller may do in the whole cluster: it reads every Secret, since any of them may hold a certificate. */
export const CLUSTER_RULES: readonly RbacRule[] = Object.freeze([
  { resources: ['configmaps', 'endpoints', 'namespaces', 'nodes', 'pods', 'secrets'], verbs: LIST },
  { resources: ['nodes'], verbs: ['get'] },
  { resources: ['services'], verbs: LOOK },
  { resources: ['events'], verbs: ['create', 'patch'] },
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: LIST },
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: LOOK },
  { apiGroups: ['networking.k8s.io'], resources: ['ingressclasses', 'ingresses'], verbs: LOOK },
  { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
] satisfies RbacRule[]);

/** What the controller may do in its own namespace. */
export function ownRules(className: string): readonly RbacRule[] {
  return [
    { resources: ['namespaces'], verbs: ['get'] },
    { resources: ['configmaps', 'endpoints', 'pods', 'secrets'], verbs: LOOK },
    {
      apiGroups: ['coordination.k8s.io'],
      resources: ['leases'],
      verbs: ['get', 'update'],
      names: [leaseOf(className)],
    },
    { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'] },
  ];
}
