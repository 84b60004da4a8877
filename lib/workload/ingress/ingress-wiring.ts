import type { Construct } from 'constructs';
import { TerraformStack } from 'cdktf';
import type { IIngressClass } from '../../core/ingress';
import type { Dependable } from '../../core/network';
import { isToken } from '../../core/tokens';
import { warn } from '../../core/warnings';
import type { INamespace } from '../../core/workload';
import { ALB_READINESS_GATE } from '../service/readiness-gate';
import type { Backend } from './backends';

/**
 * Both sides of an Ingress and its Pods: whoever serves it may reach them, and on ALB a new Pod is ready when the ALB knows
 * it, so the Ingress comes before the Pods.
 */
export function wireBackends(
  ingress: Construct & { readonly resource: Dependable },
  own: IIngressClass,
  namespace: INamespace,
  backends: readonly Backend[],
  readinessGate: boolean,
): void {
  backends.forEach((backend) => letIn(namespace, own, backend));
  if (isShut(namespace)) {
    unknownIn(own, backends).forEach((text) => warn(ingress, 'ingress-unguarded', text));
  }
  if (own.kind === 'alb') {
    backends.forEach(({ service, workload }) => {
      service?.reachPods();
      if (readinessGate && workload !== undefined) {
        workload.pod.addReadinessGate(ALB_READINESS_GATE);
        workload.after(ingress.resource);
      }
    });
  }
}

/** What is not known of the traffic, so that no policy lets it in. */
function unknownIn(own: IIngressClass, backends: readonly Backend[]): readonly string[] {
  const shut = 'and the namespace shuts others out';
  const strangers = backends.filter(({ workload }) => workload === undefined).map(({ serviceName }) => serviceName);
  return [
    ...(own.sources.length === 0
      ? [
          `the class "${own.node.path}" does not say where its traffic comes from, ${shut}: write sources in fromAttributes`,
        ]
      : []),
    ...[...new Set(strangers)].map(
      (name) => `the Pods of the Service "${name}" are not known, ${shut}: let them in by namespace.allowFrom(...)`,
    ),
  ];
}

const isShut = ({ isolation }: INamespace): boolean => isolation !== undefined && isolation !== 'open';

function letIn(namespace: INamespace, { sources }: IIngressClass, { targetPort, workload }: Backend): void {
  if (isShut(namespace) && targetPort !== undefined && workload !== undefined) {
    sources.filter((source) => !isToken(source)).forEach((source) => namespace.allowFrom(source, targetPort, workload));
  }
}

/** A class in another stack is made before, and goes after: its ALB ends only when no Ingress is left. */
export function afterClass(ingress: Construct, { ready }: IIngressClass): void {
  const stack = TerraformStack.of(ingress);
  const others = ready.map((one) => TerraformStack.of(one as unknown as Construct)).filter((one) => one !== stack);
  new Set(others).forEach((one) => stack.addDependency(one));
}
