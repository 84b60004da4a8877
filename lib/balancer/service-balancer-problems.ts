import { oneOf, wholeNumber } from '../core/checks';
import { quote, type Problem } from '../core/errors';
import { kubernetesNameProblems } from '../core/kubernetes-names';
import { addressProblems } from './balancer-address';
import { healthProblems } from './balancer-health';
import type { ClassicBalancerProps, NetworkBalancerProps, ServiceBalancerOptions } from './service-balancer-props';

type Listening<P> = Omit<P, 'network' | 'address'> &
  Required<Pick<ServiceBalancerOptions, 'name' | 'traffic' | 'health' | 'drainSeconds'>>;
type Resolved<P extends ServiceBalancerOptions> = P & Listening<P> & Required<Pick<ServiceBalancerOptions, 'address'>>;

/** Everything that is wrong with a CLB. */
export function classicProblems(p: Resolved<ClassicBalancerProps>): Problem[] {
  return [...classicListenerProblems(p), ...addressProblems(p.address, p.network, 1)];
}

/** Everything that is wrong with how a CLB listens. */
export function classicListenerProblems(p: Listening<ClassicBalancerProps>): Problem[] {
  return [
    ...sharedProblems(p, ['wrr', 'rr', 'sch', 'tch'], ['tcp', 'udp', 'http', 'https'], 10),
    ...wholeNumber('persistenceSeconds', p.persistenceSeconds, 0, 3600, 'seconds'),
    ...redirectProblems(p),
  ];
}

/** A listener of HTTP sends its visitors to one of HTTPS; the controller ignores every other pair. */
function redirectProblems({ protocols = {}, redirect = {} }: Listening<ClassicBalancerProps>): Problem[] {
  return Object.entries(redirect)
    .filter(([from, to]) => protocols[Number(from)] !== 'http' || protocols[to] !== 'https')
    .map(([from, to]) => ({
      code: 'choice-conflict',
      what: `redirect from ${from} to ${quote(to)}: only a port of http leads to one of https, and protocols are ${quote(protocols)}`,
      value: to,
      fix: 'write protocols: { 80: "http", 443: "https" }, redirect: { 80: 443 }',
    }));
}

/** Everything that is wrong with an NLB. */
export function networkProblems(p: Resolved<NetworkBalancerProps>): Problem[] {
  const groups = p.securityGroupIds ?? [];
  const what = `securityGroupIds has ${groups.length} groups; an NLB takes at most 4`;
  return [
    ...networkListenerProblems(p),
    ...addressProblems(p.address, p.network, 2),
    ...(p.address.kind === 'internet' && p.address.acl !== undefined ? [aclOfNlb(p.address.acl)] : []),
    ...(groups.length > 4
      ? [{ code: 'number-invalid' as const, what, value: groups.length, fix: 'keep 4 of them' }]
      : []),
  ];
}

/** Everything that is wrong with how an NLB listens. */
export function networkListenerProblems(p: Listening<NetworkBalancerProps>): Problem[] {
  return sharedProblems(p, ['wrr', 'rr', 'sch', 'tch', 'wlc'], ['tcp', 'udp', 'tcpssl'], 0);
}

function sharedProblems(
  p: Listening<ClassicBalancerProps> | Listening<NetworkBalancerProps>,
  schedulers: readonly string[],
  protocols: readonly string[],
  leastDrain: number,
): Problem[] {
  return [
    ...kubernetesNameProblems('name', p.name),
    ...(p.name.length > 20 ? [tooLong(p.name)] : []),
    ...oneOf('traffic', p.traffic, ['cluster', 'local']),
    ...oneOf('scheduler', p.scheduler, schedulers),
    ...(p.traffic === 'local' && p.scheduler === 'rr' ? [unevenProblem()] : []),
    ...healthProblems(p.health),
    ...wholeNumber('drainSeconds', p.drainSeconds, leastDrain, 900, 'seconds'),
    ...Object.entries(p.protocols ?? {}).flatMap(([port, protocol]) => [
      ...wholeNumber('protocols', Number(port), 1, 65535),
      ...oneOf(`protocols[${port}]`, protocol, protocols),
    ]),
    ...certificateProblems(p),
  ];
}

function unevenProblem(): Problem {
  const what = 'traffic "local" with scheduler "rr": a node with one Pod gets as much as a node with many';
  return { code: 'balancer-scheduler', what, value: 'rr', fix: 'write scheduler: "wrr", or leave it out' };
}

function certificateProblems({
  protocols = {},
  certificateId,
}: Pick<ClassicBalancerProps | NetworkBalancerProps, 'protocols' | 'certificateId'>): Problem[] {
  const encrypted = Object.entries(protocols).find(([, protocol]) => protocol === 'https' || protocol === 'tcpssl');
  if (encrypted === undefined || certificateId !== undefined) {
    return [];
  }
  const what = `protocols[${encrypted[0]}] is ${quote(encrypted[1])}, and there is no certificateId`;
  return [{ code: 'value-missing', what, fix: 'write certificateId: "..."' }];
}

function tooLong(name: string): Problem {
  const what = `name ${quote(name)} has ${name.length} characters and at most 20 fit into the name of the Service`;
  return { code: 'kubernetes-name', what, value: name, fix: 'write name: "public"' };
}

function aclOfNlb(acl: string): Problem {
  const what = `address acl ${quote(acl)}: an NLB has security groups and no access control lists`;
  return { code: 'choice-conflict', what, value: acl, fix: 'write BalancerAddress.internet({ allow: [...] })' };
}
