import { quote, type Problem } from '../../core/errors';
import type { IngressKind } from '../../core/ingress';
import type { Dependable } from '../../core/network';
import type { INamespace, IWorkload } from '../../core/workload';
import type { ClusterService } from '../service/cluster-service';
import type { IngressTarget } from './ingress-props';

/** What answers the requests of a route, as far as it is known. */
export interface Backend {
  readonly serviceName: string;
  /** Port of the Service. */
  readonly port: number;
  /** Port of the Pods; absent of a Service that exists. */
  readonly targetPort?: number;
  readonly service?: ClusterService;
  readonly workload?: IWorkload;
}

/** The Service of a target; `undefined` of one that exists. */
function serviceOf(target: IngressTarget): ClusterService | undefined {
  return 'service' in target ? target.service : 'ports' in target ? target : undefined;
}

/** The form of a target: it is recognised by what it can do. */
export function targetProblems(prop: string, target: unknown): Problem[] {
  const one = Object(target) as Readonly<Record<string, unknown>>;
  const fits =
    typeof target === 'object' &&
    (('service' in one && 'workloadName' in one) ||
      ('serviceName' in one && ('ports' in one || typeof one.port === 'number')));
  const what = `${prop} ${quote(target)} is no workload with a Service, no ClusterService and no Service that exists`;
  const fix = `write ${prop}: web, or ${prop}: { serviceName: "legacy", port: 80 }`;
  return fits ? [] : [{ code: 'type-invalid', what, value: target, fix }];
}

/** What a target is, asked for one of its ports. */
export function backendOf(target: IngressTarget, port?: number): Backend {
  const service = serviceOf(target);
  if (service === undefined) {
    const existing = target as { readonly serviceName: string; readonly port: number };
    return { serviceName: existing.serviceName, port: port ?? existing.port };
  }
  const found = port === undefined ? service.ports[0]! : service.ports.find((one) => one.port === port);
  return {
    serviceName: service.serviceName,
    port: found?.port ?? port!,
    targetPort: found?.targetPort,
    service,
    workload: service.workload,
  };
}

/** Problems with what a target is: in another namespace, or without the port. */
export function backendProblems(prop: string, backend: Backend, namespace: INamespace): Problem[] {
  const { service, port, targetPort } = backend;
  if (service === undefined) {
    return [];
  }
  const { namespaceName, node } = service.namespace;
  const numbers = service.ports.map((one) => one.port);
  const elsewhere = `${prop} is in the namespace "${node.path}", and an Ingress sees Services of its own only`;
  return [
    ...(service.namespace === namespace || namespaceName === namespace.namespaceName
      ? []
      : [{ code: 'ingress-backend' as const, what: elsewhere, value: namespaceName, fix: 'create the Ingress there' }]),
    ...(targetPort === undefined
      ? [
          {
            code: 'ingress-backend' as const,
            what: `the Service "${service.serviceName}" has no port ${quote(port)}, only ${numbers.join(', ')}`,
            value: port,
            fix: `write port: ${numbers[0]}, or leave it out`,
          },
        ]
      : []),
  ];
}

/** An ALB hears some seconds later than Kubernetes that a Pod goes; until then it sends requests to it. */
export function drainProblems(kind: IngressKind, backends: readonly Backend[]): Problem[] {
  const abrupt = backends.flatMap(({ workload }) => workload ?? []).filter(endsAtOnce);
  return kind === 'nginx'
    ? []
    : [...new Set(abrupt)].map(({ node, pod }) => ({
        code: 'balancer-drain',
        what: `Pods of "${node.path}" end at once when they are told to, and the ALB goes on sending them requests for a while`,
        value: pod.data.containers[0]!.name,
        fix: 'write shutdown: Shutdown.drain() of the workload, or leave shutdown out',
      }));
}

function endsAtOnce({ pod }: IWorkload): boolean {
  return pod.data.containers[0]!.preStop === undefined;
}

/** What has to be there before an Ingress that leads to it. */
export function madeBefore(backends: readonly Backend[]): readonly Dependable[] {
  return [...new Set(backends.flatMap(({ service }) => service?.resource ?? []))];
}
