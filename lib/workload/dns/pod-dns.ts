import { distinctList, wholeNumber } from '../../core/checks';
import { type Problem } from '../../core/errors';
import { any, choiceOf, flag, listOf, mapOf, needed, text, type Form } from '../../core/forms';
import type { PodData } from '../../core/pod';
import { isToken } from '../../core/tokens';
import { addressProblem, domainProblem, isAddress, isDomain } from '../../network/dns-address';

/** How long and how often a Pod asks for a name. What is left out is Kubernetes' own. */
export interface DnsOptions {
  /**
   * Names with fewer dots are tried with the search domains first, 0 to 15. Kubernetes takes 5, which makes five questions
   * of one for a name such as `rm-bp1.mysql.rds.aliyuncs.com`; with 2, names of Services of other namespaces still work.
   */
  readonly ndots?: number;
  /** Seconds until the next server is asked, 1 to 30. */
  readonly timeoutSeconds?: number;
  /** How often all servers are asked, 1 to 5. */
  readonly attempts?: number;
  /** Domains that a short name is tried with, besides those of the cluster; at most 32. */
  readonly searches?: readonly string[];
  /** Further options of `resolv.conf` by name; one without a value is an empty text, such as `{ 'use-vc': '' }`. */
  readonly others?: Readonly<Record<string, string>>;
}

/** Whom Pods ask for names, as plain data. Create one with {@link PodDns}. */
export type PodDnsData =
  | (DnsOptions & { readonly kind: 'cluster'; readonly nodeCache?: boolean })
  | (DnsOptions & { readonly kind: 'vpc' })
  | (DnsOptions & { readonly kind: 'own'; readonly nameservers: readonly string[] });

/** Whom Pods ask for names. Every change replaces the Pods. */
export const PodDns = Object.freeze({
  /**
   * The DNS of the cluster, and the cache of the node in a namespace with `nodeDnsCache`.
   *
   * @param options `nodeCache: false` leaves the cache of the node out, as Pods have to that can land on ECI; they then get
   *   the options that the cache would bring, so that Pods on nodes and on ECI ask alike: ndots 3, 1 s, 2 attempts
   */
  cluster: (options: DnsOptions & { readonly nodeCache?: boolean } = {}): PodDnsData =>
    Object.freeze({ ...options, kind: 'cluster' }),
  /** The resolvers of the VPC alone: private zones, databases and the internet, and no Services of the cluster. */
  vpc: (options: DnsOptions = {}): PodDnsData => Object.freeze({ ...options, kind: 'vpc' }),
  /** One to three servers of yours alone, by address. */
  own: (nameservers: readonly string[], options: DnsOptions = {}): PodDnsData =>
    Object.freeze({ ...options, kind: 'own', nameservers }),
});

/** What the component brings to Pods, and what Pods get that have to do without it. */
export const CACHED_OPTIONS = Object.freeze({ ndots: 3, timeoutSeconds: 1, attempts: 2 });

/** Label of a namespace or a Pod that says whether the component changes its Pods. */
export const CACHE_LABEL = 'node-local-dns-injection';

const OPTIONS: Readonly<Record<keyof DnsOptions, Form>> = {
  ndots: any,
  timeoutSeconds: any,
  attempts: any,
  searches: listOf(text),
  others: mapOf(text),
};

/** The form of the choice. */
export const POD_DNS_FORM = choiceOf(
  {
    cluster: { ...OPTIONS, nodeCache: flag },
    vpc: OPTIONS,
    own: { ...OPTIONS, nameservers: needed(listOf(any), '["10.8.0.53"]') },
  },
  'PodDns.cluster(), PodDns.vpc(), PodDns.own(["10.8.0.53"])',
);

const POLICIES = Object.freeze({ cluster: undefined, vpc: 'Default', own: 'None' } as const);
const MOST_SERVERS = 3;
const MOST_SEARCHES = 32;

/** The same as a Pod has it; nothing for what says nothing. */
export function dnsOf(dns: PodDnsData | undefined): PodData['dns'] {
  if (dns === undefined) {
    return undefined;
  }
  const bare = dns.kind === 'cluster' && dns.nodeCache === false;
  const { ndots, timeoutSeconds, attempts } = { ...(bare ? CACHED_OPTIONS : {}), ...given(dns) };
  const numbers = { ndots, timeout: timeoutSeconds, attempts };
  const options = Object.entries(numbers).flatMap(([name, value]) => (value === undefined ? [] : [[name, `${value}`]]));
  const data = {
    policy: POLICIES[dns.kind],
    nameservers: dns.kind === 'own' ? dns.nameservers : undefined,
    searches: dns.searches,
    options: { ...Object.fromEntries(options), ...dns.others } as Readonly<Record<string, string>>,
  };
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

function given<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}

/** Labels that a Pod needs for it. */
export function dnsLabels(dns: PodDnsData | undefined): Readonly<Record<string, string>> {
  return dns?.kind === 'cluster' && dns.nodeCache === false ? { [CACHE_LABEL]: 'disabled' } : {};
}

/** Everything that is wrong with it. */
export function podDnsProblems(dns: PodDnsData | undefined): Problem[] {
  if (dns === undefined) {
    return [];
  }
  return [
    ...wholeNumber('dns.ndots', dns.ndots, 0, 15, 'dots'),
    ...wholeNumber('dns.timeoutSeconds', dns.timeoutSeconds, 1, 30, 'seconds'),
    ...wholeNumber('dns.attempts', dns.attempts, 1, 5),
    ...searchProblems(dns.searches),
    ...(dns.kind === 'own' ? serverProblems(dns.nameservers) : []),
  ];
}

function searchProblems(searches: readonly string[] = []): Problem[] {
  const wrong = searches.filter((domain) => !isToken(domain) && !isDomain(domain));
  const many = `dns.searches has ${searches.length} domains; Kubernetes takes at most ${MOST_SEARCHES}`;
  const fix = 'leave out domains that short names are never tried with';
  return [
    ...wrong.map((domain) => domainProblem('dns.searches', domain)),
    ...(searches.length <= MOST_SEARCHES
      ? []
      : [{ code: 'list-too-long' as const, what: many, value: searches.length, fix }]),
  ];
}

function serverProblems(servers: readonly string[]): Problem[] {
  const many = `dns.nameservers has ${servers.length} servers; a Pod asks at most ${MOST_SERVERS}`;
  const fix = `write the ${MOST_SERVERS} that are nearest`;
  return [
    ...distinctList('dns.nameservers', servers, '["10.8.0.53"]'),
    ...servers.filter((one) => !isToken(one) && !isAddress(one)).map((one) => addressProblem('dns.nameservers', one)),
    ...(servers.length <= MOST_SERVERS
      ? []
      : [{ code: 'list-too-long' as const, what: many, value: servers.length, fix }]),
  ];
}
