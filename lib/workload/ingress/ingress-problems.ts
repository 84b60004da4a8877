import { distinctList, oneOf, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import type { IIngressClass } from '../../core/ingress';
import { kubernetesNameProblems } from '../../core/kubernetes-names';
import { isToken } from '../../core/tokens';
import type { INamespace } from '../../core/workload';
import { ALB_PREFIX } from './alb-annotations';
import { backendOf, backendProblems, drainProblems } from './backends';
import type { ServedProps, HostRoute } from './ingress-props';
import { NGINX_PREFIX } from './nginx-annotations';
import { plainPath, settingProblems } from './setting-problems';
import { servingProblems } from './serving';
import { unsupported } from './unsupported';

/** Everything that is wrong with the props of an Ingress. */
export function ingressProblems(p: ServedProps, namespace: INamespace): Problem[] {
  const { kind } = p.class;
  return [
    ...clusterProblems(p.class, namespace),
    ...distinctRoutes(p.routes),
    ...p.routes.flatMap((route, index) => routeProblems(`routes[${index}]`, route, p, namespace)),
    ...drainProblems(
      kind,
      p.routes.map(({ to, port }) => backendOf(to, port)),
    ),
    ...settingProblems(p),
    ...unsupported(kind, p),
    ...servingProblems(p),
    ...wholeNumber('order', p.order, 1, 1000),
    ...annotationProblems(p.annotations ?? {}),
    ...kubernetesNameProblems('name', p.name),
  ];
}

function clusterProblems({ cluster, node }: IIngressClass, namespace: INamespace): Problem[] {
  if (cluster === namespace.cluster || cluster.clusterId === namespace.cluster.clusterId) {
    return [];
  }
  const what = `the class "${node.path}" serves the cluster "${cluster.node.path}", the Ingress is in "${namespace.cluster.node.path}"`;
  return [{ code: 'ingress-cluster', what, value: node.path, fix: 'make a class in a stack of this cluster' }];
}

function distinctRoutes(routes: readonly HostRoute[]): Problem[] {
  const keys = routes.map(({ host = '*', path = '/', match = 'prefix' }) => `${match} ${path} of ${host}`);
  return distinctList('routes', keys, '[{ host: "www.example.com", to: web }]');
}

function routeProblems(prop: string, route: HostRoute, p: ServedProps, namespace: INamespace): Problem[] {
  const { host, path = '/', match } = route;
  const stripped = `${prop} is exact, so nothing would be left of its path by Rewrite.stripPrefix()`;
  return [
    ...hostProblems(`${prop}.host`, host),
    ...plainPath(`${prop}.path`, path),
    ...oneOf(`${prop}.match`, match, ['prefix', 'exact']),
    ...wholeNumber(`${prop}.port`, route.port, 1, 65_535),
    ...backendProblems(`${prop}.to`, backendOf(route.to, route.port), namespace),
    ...(match === 'exact' && p.rewrite?.kind === 'strip-prefix'
      ? [{ code: 'ingress-option' as const, what: stripped, value: match, fix: 'write Rewrite.to("/...")' }]
      : []),
    ...(host === undefined && p.backendProtocol === 'grpc'
      ? [
          {
            code: 'ingress-option' as const,
            what: `${prop} is for every host, and gRPC is served with TLS for hosts only`,
            value: host,
            fix: `write ${prop}.host: "grpc.example.com"`,
          },
        ]
      : []),
  ];
}

const HOST = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

function hostProblems(prop: string, host: string | undefined): Problem[] {
  if (host === undefined || isToken(host) || (HOST.test(host) && host.length <= 253 && !/^[\d.]+$/.test(host))) {
    return [];
  }
  const what = `${prop} ${quote(host)} is not a host in lower case, without scheme and port`;
  return [{ code: 'ingress-path', what, value: host, fix: `write ${prop}: "www.example.com", or "*.example.com"` }];
}

const SNIPPET = /snippet$/;

/** Annotations beside the props: those that a prop writes would be said twice, snippets are code. */
function annotationProblems(annotations: Readonly<Record<string, string>>): Problem[] {
  return Object.keys(annotations).flatMap((key): Problem[] => {
    const bare = [ALB_PREFIX, NGINX_PREFIX].reduce((rest, prefix) => rest.replace(prefix, ''), key);
    if (SNIPPET.test(bare)) {
      const what = `annotation ${quote(key)} is code that runs in the controller, which sees every Secret of the cluster`;
      return [{ code: 'ingress-annotation', what, value: key, fix: 'say it by a prop, or in the application' }];
    }
    const what = `annotation ${quote(key)} is what a prop of the Ingress writes, or a canary`;
    return bare !== key && WRITTEN.has(bare.replace(/^canary.*/, 'canary'))
      ? [
          {
            code: 'ingress-annotation',
            what,
            value: key,
            fix: 'write the prop instead; canaries are ingress.canary(...)',
          },
        ]
      : [];
  });
}

/** Keys that props write, on either kind. */
const WRITTEN: ReadonlySet<string> = new Set(
  (
    'canary listen-ports ssl-redirect order backend-protocol backend-scheduler sticky-session sticky-session-type ' +
    'cookie-timeout use-regex rewrite-target traffic-limit-qps traffic-limit-ip-qps enable-cors cors-allow-origin ' +
    'cors-allow-methods cors-allow-headers cors-expose-headers cors-allow-credentials cors-max-age healthcheck-enabled ' +
    'healthcheck-protocol healthcheck-path healthcheck-method healthcheck-httpcode healthcheck-interval-seconds ' +
    'healthcheck-timeout-seconds healthy-threshold-count unhealthy-threshold-count upstream-hash-by affinity affinity-mode ' +
    'session-cookie-name session-cookie-max-age session-cookie-expires session-cookie-samesite limit-rps ' +
    'limit-connections proxy-body-size proxy-connect-timeout proxy-read-timeout proxy-send-timeout'
  ).split(' '),
);
