import type { PortData } from '../core/connections';
import { quote, type Problem } from '../core/errors';

/** Ports of a rule. */
export const Port = Object.freeze({
  /** One TCP port, 1 to 65535. */
  tcp: (port: number): PortData => Object.freeze({ protocol: 'tcp', from: port, to: port }),
  /** TCP ports from the first to the last, both included. */
  tcpRange: (from: number, to: number): PortData => Object.freeze({ protocol: 'tcp', from, to }),
  /** Every TCP port. */
  allTcp: (): PortData => Object.freeze({ protocol: 'tcp', from: 1, to: 65535 }),
  /** One UDP port, 1 to 65535. */
  udp: (port: number): PortData => Object.freeze({ protocol: 'udp', from: port, to: port }),
  /** UDP ports from the first to the last, both included. */
  udpRange: (from: number, to: number): PortData => Object.freeze({ protocol: 'udp', from, to }),
  /** Every UDP port. */
  allUdp: (): PortData => Object.freeze({ protocol: 'udp', from: 1, to: 65535 }),
  /** ICMP: ping and its kind. */
  icmp: (): PortData => Object.freeze({ protocol: 'icmp' }),
  /** GRE tunnels. */
  gre: (): PortData => Object.freeze({ protocol: 'gre' }),
  /** Every protocol and port. */
  all: (): PortData => Object.freeze({ protocol: 'all' }),
});

const PROTOCOLS: readonly string[] = Object.freeze(['tcp', 'udp', 'icmp', 'gre', 'all']);
const LAST = 65535;

/** What the cloud wants in `port_range`: `-1/-1` where a protocol has no ports, otherwise first and last. */
export function portRange({ from, to }: PortData): string {
  return from === undefined ? '-1/-1' : `${from}/${to}`;
}

/** The port as part of a construct id: `tcp-443`, `tcp-1-1024`, `all`. State depends on it. */
export function portSlug({ protocol, from, to }: PortData): string {
  return [protocol, ...(from === undefined ? [] : [from]), ...(to === from ? [] : [to])].join('-');
}

/** Problems with a port: unknown protocol, out of range, ends before it begins. */
export function portProblems(port: PortData): Problem[] {
  const { protocol, from, to } = port ?? {};
  if (!PROTOCOLS.includes(protocol)) {
    const what = `port ${quote(port)} is none of Port.tcp, .udp, .icmp, .gre, .all`;
    return [{ code: 'port-invalid', what, value: port, fix: 'write a port such as Port.tcp(443)' }];
  }
  const ported = protocol === 'tcp' || protocol === 'udp';
  if (!ported && from === undefined && to === undefined) {
    return [];
  }
  if (ported && isPort(from) && isPort(to) && from <= to) {
    return [];
  }
  const what = `port ${quote(port)} is not one or two whole numbers from 1 to ${LAST}, the lower one first`;
  const fix = ported ? `write Port.${protocol}(443) or Port.${protocol}Range(1, 1024)` : `write Port.${protocol}()`;
  return [{ code: 'port-invalid', what, value: port, fix }];
}

function isPort(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= LAST;
}
