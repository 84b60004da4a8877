import type { IBalancer } from '../../core/balancer';
import type { Problem } from '../../core/errors';

const PROTOCOLS = /loadbalancer-protocol-port$/;

/**
 * Problem with port 443 of a balancer that ends no TLS there: the Pods speak HTTP alone, so that browsers, which speak TLS on that
 * port, would hear nothing that they understand.
 *
 * @param at what stands before the props, such as `environments.test.`
 */
export function tlsProblems(ports: readonly number[], balancer: IBalancer, at = ''): Problem[] {
  if (!ports.includes(443) || protocolOf(balancer, 443).match(/^(?:https|tcpssl)$/)) {
    return [];
  }
  const what = `${at}ports has 443, and the balancer "${balancer.name}" ends no TLS there`;
  const [kind, protocols] =
    balancer.kind === 'network'
      ? ['NetworkLoadBalancer', '{ 443: "tcpssl" }']
      : ['ClassicLoadBalancer', '{ 80: "http", 443: "https" }, redirect: { 80: 443 }'];
  const fix = `write ${at}balancer: (cloud, network) => new ${kind}(cloud, "front", { network, address, protocols: ${protocols}, certificateId: "..." })`;
  return [{ code: 'part-conflict', what, value: ports, fix }];
}

/** What a balancer speaks on a port. */
function protocolOf(balancer: IBalancer, port: number): string {
  const ports = [{ name: 'web', port, targetPort: 80 }];
  const told = balancer.annotations({ ports, balancerName: 'web', tags: {}, deleteProtection: false });
  const list = Object.entries(told).find(([key]) => PROTOCOLS.test(key))?.[1] ?? '';
  const one = list.split(',').find((entry) => entry.endsWith(`:${port}`));
  return one?.split(':')[0] ?? 'tcp';
}
