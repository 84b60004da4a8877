import { Address4, Address6 } from 'ip-address';
import { quote, type Problem } from '../core/errors';

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
