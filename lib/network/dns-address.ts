import { Address4, Address6 } from 'ip-address';
import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';

/** Whether a text is one address, of either kind, without a mask. */
export function isAddress(text: unknown): text is string {
  return typeof text === 'string' && !text.includes('/') && (Address4.isValid(text) || Address6.isValid(text));
}

const WITH_PORT = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/;
const MOST_PORT = 65_535;

/** Whether a text is an address, or one with a port: `10.8.0.53:5353`, `[fd00::53]:5353`. */
export function isServer(text: unknown): text is string {
  const [, six, four, port] = typeof text === 'string' ? (WITH_PORT.exec(text) ?? []) : [];
  return isAddress(text) || (isAddress(six ?? four) && Number(port) >= 1 && Number(port) <= MOST_PORT);
}

const LOOPBACK = new Address4('127.0.0.0/8');

/** Whether a server, with a port or without, is whoever asks: what it does not know would come back to it for ever. */
export function isItself(server: string): boolean {
  const [, six, four] = WITH_PORT.exec(server) ?? [];
  const address = six ?? four ?? server;
  return Address4.isValid(address)
    ? address === '0.0.0.0' || new Address4(address).isInSubnet(LOOPBACK)
    : Address6.isValid(address) && ['::1', '::'].includes(new Address6(address).correctForm());
}

/** Problem of a server that is whoever asks. */
export function itselfProblem(prop: string, server: string): Problem {
  const what = `${prop} ${quote(server)} is the one that asks, which would ask itself for ever`;
  return { code: 'dns-address', what, value: server, fix: 'write the address of another server' };
}

/** Problem of what is no address. */
export function addressProblem(prop: string, value: unknown): Problem {
  const what = `${prop} ${quote(value)} is no IPv4 or IPv6 address`;
  return { code: 'dns-address', what, value, fix: 'write an address such as "10.8.0.53"' };
}

const DOMAIN =
  /^(?=.{1,253}$)([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?)(\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?)*$/;

/** Whether a text is a domain without its last dot. */
export function isDomain(domain: unknown): boolean {
  return typeof domain === 'string' && DOMAIN.test(domain);
}

/** Problem of what is no domain. */
export function domainProblem(prop: string, value: unknown): Problem {
  const what = `${prop} ${quote(value)} is no domain: labels of letters, digits and hyphens, joined by dots, none at the end`;
  return { code: 'dns-name', what, value, fix: 'write a domain such as "corp.example.com"' };
}

/** Domains in which the cloud has names that its own resolvers alone know: databases, shares, buckets, registries. */
const OF_THE_CLOUD: readonly string[] = Object.freeze(['aliyuncs.com', 'aliyun.com', 'alibabacloud.com']);

/** A name as the cloud gives it back; names differ in nothing by their letters' case. */
export const lowerCase = (name: string): string => (isToken(name) ? name : name.toLowerCase());

/** Whether a name is a domain, or below it. */
export function isWithin(name: string, domain: string): boolean {
  return lowerCase(name) === lowerCase(domain) || lowerCase(name).endsWith(`.${lowerCase(domain)}`);
}

/** The domain of the cloud that a domain holds, or is in; whoever answers for it takes names away from those who know them. */
export function ofTheCloud(domain: string): string | undefined {
  return OF_THE_CLOUD.find((one) => isWithin(domain, one) || isWithin(one, domain));
}

/** Problem with a whole name where only what is before the domain belongs: it would become `www.example.com.example.com`. */
export function wholeNameProblems(name: string, domain: string): Problem[] {
  const whole = !isToken(name) && isWithin(name, domain);
  const what = `name ${quote(name)} has the domain ${domain} in it already`;
  const short = name.length === domain.length ? '@' : name.slice(0, -domain.length - 1);
  return whole ? [{ code: 'dns-name', what, value: name, fix: `write name: ${quote(short)}` }] : [];
}
