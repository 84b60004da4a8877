import type { IConstruct } from 'constructs';
import type { BalancedPort, IBalancer } from '../../core/balancer';
import { wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { formProblems, flag, listOf, needed, object, any, construct, type Forms } from '../../core/forms';
import { perTree } from '../../core/tree';
import type { IWorkload } from '../../core/workload';
import type { ShutdownData } from '../pod/shutdown';
import { READINESS_GATE } from './readiness-gate';

/** How a balancer exposes a workload. */
export interface ExposeProps {
  /** Port of the balancer, 1 to 65535. Changed in place. */
  readonly port: number;
  /** Port of the containers behind it. Changed in place. @default the main port */
  readonly targetPort?: number;
  /** Further ports. Changed in place. @default none */
  readonly also?: readonly { readonly port: number; readonly targetPort: number }[];
  /**
   * Whether a new Pod counts as ready only when the balancer knows it. The provider cannot take such a gate from a living
   * Deployment: after a balancer is taken away, or this switched off, replace it (`terraform apply -replace=...`).
   * @default true
   */
  readonly readinessGate?: boolean;
}

const FORMS: Forms<ExposeProps> = {
  port: needed(any, '80'),
  targetPort: any,
  also: listOf(object({ port: needed(any, '443'), targetPort: needed(any, '8443') })),
  readinessGate: flag,
};

const BALANCER_FORM = construct(['annotations', 'owns', 'scheme'], 'ServiceBalancer.network({ network })');

/** The error of asking for an address that there is not. */
export const NOT_EXPOSED: Problem = Object.freeze({
  code: 'not-exposed',
  what: 'the service has no address outside of the cluster: no balancer stands before it',
  fix: 'call expose(ServiceBalancer.network({ network }), { port: 80 }) first, or use service.hostname inside the cluster',
});

/** Ports of the Service, named by their number where there are several. */
export function exposedPorts({ port, targetPort, also = [] }: ExposeProps, mainPort: number): BalancedPort[] {
  return [{ port, targetPort: targetPort ?? mainPort }, ...also].map((one) => ({ name: `port-${one.port}`, ...one }));
}

/** What is wrong with exposing Pods that end in this way. */
export function exposeProblems(
  balancer: IBalancer,
  props: ExposeProps,
  { shutdown }: { readonly shutdown: ShutdownData },
): Problem[] {
  const form = [...BALANCER_FORM('balancer', balancer), ...formProblems(props, FORMS)];
  form.push(...(form.length > 0 ? [] : numberProblems(props)));
  if (form.length > 0 || shutdown.drainSeconds >= balancer.drainSeconds) {
    return form;
  }
  const { drainSeconds } = balancer;
  const what = `balancer ${quote(balancer.name)} lets connections go on for ${drainSeconds} s, and Pods end after ${shutdown.drainSeconds} s`;
  const fix = `write shutdown: Shutdown.drain({ drainSeconds: ${drainSeconds} }), or a shorter drainSeconds of the balancer`;
  return [{ code: 'balancer-drain', what, value: shutdown.drainSeconds, fix }];
}

function numberProblems({ port, targetPort, also = [] }: ExposeProps): Problem[] {
  return [
    ...wholeNumber('port', port, 1, 65_535),
    ...wholeNumber('targetPort', targetPort, 1, 65_535),
    ...also.flatMap((one, index) => [
      ...wholeNumber(`also[${index}].port`, one.port, 1, 65_535),
      ...wholeNumber(`also[${index}].targetPort`, one.targetPort, 1, 65_535),
    ]),
  ];
}

/** Two balancers of one name would be two Services of one name. */
export function twiceProblems(workload: IConstruct, { name }: IBalancer, id: string): Problem[] {
  const what = `a balancer called ${quote(name)} stands before "${workload.node.path}" already`;
  const fix = 'give one of the two another name: ServiceBalancer.network({ name: "internal", ... })';
  return workload.node.tryFindChild(id) ? [{ code: 'list-duplicate', what, value: name, fix }] : [];
}

/** Gates of Services that no balancer stands before: nothing would ever open them. */
export function gateProblems(workload: IWorkload, all: readonly IConstruct[]): Problem[] {
  const names = balancedNames(all);
  return workload.pod.data.readinessGates
    .filter((gate) => gate.startsWith(READINESS_GATE) && !names.has(gate.slice(READINESS_GATE.length)))
    .map((gate) => ({
      code: 'gate-without-balancer' as const,
      what: `readiness gate ${quote(gate)} is opened by no balancer, so no Pod would ever be ready`,
      value: gate,
      fix: 'call expose(...), which adds the gate by itself, and leave this one out',
    }));
}

/** Names of all Services that a balancer stands before. */
const balancedNames = perTree(
  (all) =>
    new Set(
      all
        .map((one) => (one as { serviceName?: unknown; balancer?: unknown }) ?? {})
        .filter(hasBalancer)
        .map(({ serviceName }) => serviceName),
    ),
);

function hasBalancer(one: { serviceName?: unknown; balancer?: unknown }): boolean {
  return one.serviceName !== undefined && one.balancer !== undefined;
}
