import { Address4, Address6 } from 'ip-address';

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
