import { Address4 } from 'ip-address';
import { quote, type Problem } from '../core/errors';

/**
 * The problem with a value that is no IPv4 range at all, with what was probably meant. Only for values that strict
 * reading has refused.
 */
export function cidrProblem(value: unknown, prop: string): Problem {
  const invalid = (why: string, fix: string): Problem => ({
    code: 'cidr-invalid',
    what: `${prop} ${shown(value)} ${why}`,
    value,
    fix,
  });
  if (typeof value !== 'string') {
    return invalid('is not text', `write an IPv4 range as text, such as ${prop}: "10.0.0.0/16"`);
  }
  if (value.includes('${')) {
    return invalid('is known to Terraform only when it applies', 'write the range itself: a plan is made before that');
  }
  if (/^[\da-f.]*:[\da-f:.]*(\/\d*)?$/i.test(value.trim())) {
    return invalid('is an IPv6 range', `write an IPv4 range, such as ${prop}: "10.0.0.0/16"`);
  }
  const meant = likelyMeant(value);
  const fix = meant === undefined ? `write an IPv4 range, such as ${prop}: "10.0.0.0/16"` : `did you mean "${meant}"?`;
  if (/^[\d.]+$/.test(value) && isAddress(value)) {
    return invalid('has no mask', fix);
  }
  if (/^[\d.]+\/\d+$/.test(value) && isAddress(value.split('/')[0]!) && Number(value.split('/')[1]) > 32) {
    return { ...invalid('has a mask that is not 0 to 32', fix), code: 'cidr-mask' };
  }
  return invalid('is not an IPv4 range', fix);
}

/** A value as an error can show it, whatever JavaScript came up with. */
export function shown(value: unknown): string {
  try {
    const text = quote(value);
    return text.length > 80 ? `${text.slice(0, 77)}...` : text;
  } catch {
    return typeof value === 'bigint' ? `${value}n` : `of type ${typeof value}`;
  }
}

/** The well-formed range closest to a text that begins like one. */
function likelyMeant(text: string): string | undefined {
  const found = /^\s*(\d{1,3}(?:\.\d{1,3}){1,3})(?![\d.])[^\d./]*(?:\/\s*(\d[\d.]*))?/.exec(text);
  if (found === null) {
    return undefined;
  }
  const octets = found[1]!.split('.').map(Number);
  const full = [...octets, 0, 0, 0].slice(0, 4);
  if (full.some((octet) => octet > 255)) {
    return undefined;
  }
  const mask = found[2] === undefined ? undefined : maskOf(found[2]);
  return new Address4(`${full.join('.')}/${mask ?? usualMask(full)}`).networkForm();
}

/** A mask as a number (`16`, `08`) or as a netmask (`255.255.0.0`). */
function maskOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) {
    return Number(text) <= 32 ? Number(text) : undefined;
  }
  try {
    return Address4.fromAddressAndMask('0.0.0.0', text).subnetMask;
  } catch {
    return undefined;
  }
}

/** The mask people mean when they leave it out: up to the last octet that is not zero, /16 at least. */
function usualMask(octets: readonly number[]): number {
  return octets[2] === 0 && octets[3] === 0 ? 16 : 24;
}

function isAddress(text: string): boolean {
  return Address4.isValid(text);
}
