import { quote, type Problem } from '../core/errors';
import { cidr, contains, overlaps, type Cidr } from './cidr';

const TEN = cidr('10.0.0.0/8');
const ONE_SEVEN_TWO = cidr('172.16.0.0/12');
const ONE_NINE_TWO = cidr('192.168.0.0/16');

/** The private ranges, in the order in which free ranges are proposed. */
export const PRIVATE: readonly Cidr[] = Object.freeze([TEN, ONE_SEVEN_TWO, ONE_NINE_TWO]);

/** What Alibaba Cloud refuses for a VPC. Its own services (DNS, metadata, health checks) live in 100.64.0.0/10. */
const FORBIDDEN: readonly (readonly [Cidr, string])[] = Object.freeze([
  [cidr('100.64.0.0/10'), 'which belongs to the cloud’s own services'],
  [cidr('224.0.0.0/4'), 'which is for multicast'],
  [cidr('127.0.0.0/8'), 'which is every machine’s own loopback'],
  [cidr('169.254.0.0/16'), 'which is link-local'],
]);

/** Whether a VPC meets 172.16.0.0/12, in which the usual Pod and service ranges lie. */
export function meets172(vpc: Cidr): boolean {
  return overlaps(vpc, ONE_SEVEN_TWO);
}

/** A VPC block: mask /8 to /28, any range but the forbidden ones. Rule of Alibaba Cloud's VPC documentation. */
export function vpcProblems(range: Cidr, prop: string): Problem[] {
  return [...maskProblems(range, prop, 8, 28), ...forbidden(range, prop)];
}

/** The service range: private, /16 to /24. Rule of the ACK API for `service_cidr`. */
export function serviceProblems(range: Cidr, prop: string): Problem[] {
  return [...maskProblems(range, prop, 16, 24), ...notPrivate(range, prop, 'serviceCidr: "172.21.0.0/20"')];
}

/**
 * Flannel's Pod range: private, and /12 to /16 within 172.16.0.0/12 (rule of the ACK API for `pod_cidr`); not longer than
 * a node's part, and not more than 16 bits shorter, where Kubernetes itself stops.
 */
export function podProblems(range: Cidr, nodeMask: number, prop: string): Problem[] {
  const longest = contains(ONE_SEVEN_TWO, range) ? 16 : nodeMask;
  return [...maskProblems(range, prop, nodeMask - 16, longest), ...notPrivate(range, prop, `${prop}: "172.20.0.0/16"`)];
}

function maskProblems(range: Cidr, prop: string, shortest: number, longest: number): Problem[] {
  if (range.mask >= shortest && range.mask <= longest) {
    return [];
  }
  const what = `${prop} ${quote(range.text)} has mask /${range.mask}`;
  return [{ code: 'cidr-mask', what, value: range.text, fix: `write a mask from /${shortest} to /${longest}` }];
}

function notPrivate(range: Cidr, prop: string, example: string): Problem[] {
  if (PRIVATE.some((allowed) => contains(allowed, range))) {
    return [];
  }
  const what = `${prop} ${quote(range.text)} is not inside ${PRIVATE.map(({ text }) => text).join(', ')}`;
  return [{ code: 'cidr-forbidden', what, value: range.text, fix: `write a private range, such as ${example}` }];
}

function forbidden(range: Cidr, prop: string): Problem[] {
  return FORBIDDEN.filter(([taken]) => overlaps(taken, range)).map(([taken, why]) => ({
    code: 'cidr-forbidden',
    what: `${prop} ${quote(range.text)} meets ${taken.text}, ${why}`,
    value: range.text,
    fix: `write a private range, such as ${prop}: "10.0.0.0/16"`,
  }));
}
