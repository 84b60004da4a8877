import { Address6 } from 'ip-address';
import { oneOf, wholeNumber } from '../core/checks';
import { quote, type Problem } from '../core/errors';
import { any, choiceOf, needed } from '../core/forms';
import { isToken } from '../core/tokens';
import { addressProblem, domainProblem, isAddress, isDomain } from './dns-address';

/** What a name stands for, as plain data. Create one with {@link DnsValue}. */
export type DnsValueData =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'alias'; readonly name: string }
  | { readonly kind: 'mail'; readonly server: string; readonly priority: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'delegated'; readonly server: string }
  | {
      readonly kind: 'service';
      readonly target: string;
      readonly port: number;
      readonly priority: number;
      readonly weight: number;
    }
  | {
      readonly kind: 'authority';
      readonly tag: 'issue' | 'issuewild' | 'iodef';
      readonly value: string;
      readonly critical: boolean;
    };

/** What a name stands for. */
export const DnsValue = Object.freeze({
  /** An IPv4 or IPv6 address, such as that of a classic balancer (A, AAAA). One that is known only at apply is taken for IPv4. */
  address: (address: string): DnsValueData => Object.freeze({ kind: 'address', address }),
  /** Another name, such as that of an ALB, an NLB or a CDN (CNAME). Nothing else can be at the name then. */
  alias: (name: string): DnsValueData => Object.freeze({ kind: 'alias', name }),
  /** A server of mail (MX). @param priority 1 to 50, the smallest first; public zones take 1 to 10 */
  mail: (server: string, priority = 10): DnsValueData => Object.freeze({ kind: 'mail', server, priority }),
  /** Text, such as what somebody asks for to see that the domain is yours (TXT). */
  text: (text: string): DnsValueData => Object.freeze({ kind: 'text', text }),
  /** A server that answers for everything below the name (NS); public zones only. */
  delegated: (server: string): DnsValueData => Object.freeze({ kind: 'delegated', server }),
  /** Where a service answers (SRV). */
  service: (
    target: string,
    port: number,
    options: { readonly priority?: number; readonly weight?: number } = {},
  ): DnsValueData =>
    Object.freeze({ kind: 'service', target, port, priority: options?.priority ?? 0, weight: options?.weight ?? 0 }),
  /** Who may issue certificates for the domain (CAA); public zones only. @param options critical: refused by who does not know the tag */
  authority: (
    tag: 'issue' | 'issuewild' | 'iodef',
    value: string,
    options: { readonly critical?: boolean } = {},
  ): DnsValueData => Object.freeze({ kind: 'authority', tag, value, critical: options?.critical ?? false }),
});

const asked = (example: string) => needed(any, example);

/** The form of a value. */
export const DNS_VALUE_FORM = choiceOf(
  {
    address: { address: asked('"203.0.113.7"') },
    alias: { name: asked('"alb-1a2b.cn-hangzhou.alb.aliyuncs.com"') },
    mail: { server: asked('"mx.example.com"'), priority: any },
    text: { text: asked('"..."') },
    delegated: { server: asked('"ns1.example.com"') },
    service: { target: asked('"sip.example.com"'), port: asked('5060'), priority: any, weight: any },
    authority: { tag: any, value: asked('"letsencrypt.org"'), critical: any },
  },
  'DnsValue.address("203.0.113.7"), DnsValue.alias("..."), or another of DnsValue',
);

/** Type, value and, of mail, priority, as the cloud has them. */
export interface RecordData {
  readonly type: string;
  readonly value: string;
  readonly priority?: number;
}

/** A value as the cloud has it. */
export function recordData(value: DnsValueData): RecordData {
  switch (value.kind) {
    case 'address': {
      const six = !isToken(value.address) && Address6.isValid(value.address);
      return { type: six ? 'AAAA' : 'A', value: value.address };
    }
    case 'alias':
      return { type: 'CNAME', value: value.name };
    case 'mail':
      return { type: 'MX', value: value.server, priority: value.priority };
    case 'text':
      return { type: 'TXT', value: value.text };
    case 'delegated':
      return { type: 'NS', value: value.server };
    case 'service':
      return { type: 'SRV', value: `${value.priority} ${value.weight} ${value.port} ${value.target}` };
    default:
      return { type: 'CAA', value: `${value.critical ? 128 : 0} ${value.tag} "${value.value}"` };
  }
}

const MOST_TEXT = 512;
const MOST_NUMBER = 65_535;

/** Everything that is wrong with a value. @param mostPriority the highest of mail */
export function dnsValueProblems(value: DnsValueData, mostPriority: number): Problem[] {
  switch (value.kind) {
    case 'address':
      return isToken(value.address) || isAddress(value.address) ? [] : [addressProblem('value', value.address)];
    case 'alias':
      return isAddress(value.name) ? [aliasOfAddress(value.name)] : targetProblems(value.name);
    case 'mail':
      return [...targetProblems(value.server), ...wholeNumber('value.priority', value.priority, 1, mostPriority)];
    case 'text':
      return textProblems(value.text);
    case 'delegated':
      return targetProblems(value.server);
    case 'service':
      return [
        ...targetProblems(value.target),
        ...wholeNumber('value.port', value.port, 1, MOST_NUMBER),
        ...wholeNumber('value.priority', value.priority, 0, MOST_NUMBER),
        ...wholeNumber('value.weight', value.weight, 0, MOST_NUMBER),
      ];
    default:
      return [...oneOf('value.tag', value.tag, ['issue', 'issuewild', 'iodef']), ...authorityProblems(value.value)];
  }
}

/** The record puts it into quotes. */
function authorityProblems(value: unknown): Problem[] {
  const what = `value ${quote(value)} has a quotation mark in it`;
  const fix = 'write the name of who issues, such as "letsencrypt.org"';
  return !isToken(value) && String(value).includes('"')
    ? [{ code: 'type-invalid', what, value, fix }]
    : textProblems(value);
}

function targetProblems(name: unknown): Problem[] {
  return isToken(name) || isDomain(name) ? [] : [domainProblem('value', name)];
}

/** Four numbers between dots read like a name; the cloud refuses them as the target of a CNAME. */
function aliasOfAddress(address: string): Problem {
  const what = `value ${quote(address)} is an address, and an alias stands for a name`;
  return { code: 'dns-name', what, value: address, fix: `write value: DnsValue.address(${quote(address)})` };
}

function textProblems(text: unknown): Problem[] {
  const fits =
    isToken(text) || (typeof text === 'string' && text !== '' && text.length <= MOST_TEXT && !/\p{Cc}/u.test(text));
  const what = `value ${quote(text)} is not 1 to ${MOST_TEXT} characters of text on one line`;
  return fits ? [] : [{ code: 'type-invalid', what, value: text, fix: 'write the text as it was given to you' }];
}

const HOST =
  /^(@|(\*|[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?)(\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?)*)$/;
const MOST_HOST = 253;

/** Problem of what is no name of a record: `www`, `*`, `*.shop`, or `@` for the domain itself. */
export function hostProblems(name: unknown): Problem[] {
  if (isToken(name) || (typeof name === 'string' && name.length <= MOST_HOST && HOST.test(name))) {
    return [];
  }
  const what = `name ${quote(name)} is no name below the domain: labels joined by dots, "*" as the first one, or "@" for the domain itself`;
  return [{ code: 'dns-name', what, value: name, fix: 'write name: "www", without the domain' }];
}
