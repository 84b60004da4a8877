import { distinctList, wholeNumber } from '../../core/checks';
import type { ICluster } from '../../core/cluster';
import { withDefaults } from '../../core/defaults';
import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';
import {
  addressProblem,
  domainProblem,
  isAddress,
  isDomain,
  isItself,
  isServer,
  isWithin,
  itselfProblem,
  lowerCase,
  ofTheCloud,
} from '../../network/dns-address';
import { imageProblems } from '../pod/image';
import {
  CORE_DNS_DEFAULTS,
  CORE_DNS_REPLICAS_DEFAULTS,
  type DnsSettings,
  type ResolvedCoreDns,
} from './core-dns-props';
import { REVERSE_ZONES } from './corefile';
import { nodeCacheProblems } from './node-cache-problems';

const MOST_SERVERS = 15;

/** Everything that is wrong with how names are found in a cluster. */
export function dnsProblems(cluster: ICluster, { nodeCache = false, coreDns }: DnsSettings): Problem[] {
  const p = coreDns && withDefaults(coreDns, CORE_DNS_DEFAULTS);
  return [
    ...(nodeCache ? nodeCacheProblems({ cluster, everythingOnEci: false }) : []),
    ...(p ? [...absent(cluster), ...uncounted(cluster, p), ...coreDnsProblems(p)] : []),
    ...(p && nodeCache && !p.preferUdp ? [byTcp()] : []),
  ];
}

function absent({ serviceDiscovery, node }: ICluster): Problem[] {
  const what = `dns.coreDns for cluster "${node.path}", which finds names by a private zone and runs no CoreDNS`;
  const fix = 'leave it out, or make the cluster with serviceDiscovery: ServiceDiscovery.coreDns()';
  return serviceDiscovery?.kind === 'private-zone'
    ? [{ code: 'core-dns-absent', what, value: 'private-zone', fix }]
    : [];
}

/** What is counted for the number of Pods are nodes. */
function uncounted({ kind, node }: ICluster, { replicas }: ResolvedCoreDns): Problem[] {
  const what = `dns.coreDns.replicas for cluster "${node.path}", which has no nodes to count`;
  return kind === 'serverless' && replicas !== undefined
    ? [{ code: 'cluster-kind', what, value: replicas, fix: 'leave replicas out: the component has two Pods' }]
    : [];
}

function byTcp(): Problem {
  const what =
    'dns.coreDns.preferUdp false with nodeCache: the caches ask CoreDNS by TCP, which would ask the VPC by TCP, and that does not answer';
  return { code: 'choice-conflict', what, value: false, fix: 'leave preferUdp out' };
}

function coreDnsProblems(p: ResolvedCoreDns): Problem[] {
  return [
    ...wholeNumber('dns.coreDns.cacheSeconds', p.cacheSeconds, 0, 3600, 'seconds'),
    ...(isDomain(p.clusterDomain) ? [] : [domainProblem('dns.coreDns.clusterDomain', p.clusterDomain)]),
    ...Object.entries(p.forwarders).flatMap(([domain, servers]) => forwarderProblems(domain, servers, p.clusterDomain)),
    ...twice('dns.coreDns.forwarders', p.forwarders),
    ...twice('dns.coreDns.hosts', p.hosts),
    ...Object.entries(p.hosts).flatMap(([name, address]) => hostProblems(name, address)),
    ...replicaProblems(p),
  ];
}

/** A name that is there in other letters, too: CoreDNS does not start with two servers of one domain. */
function twice(prop: string, names: Readonly<Record<string, unknown>>): Problem[] {
  const all = Object.keys(names);
  return all
    .filter((name, index) => all.findIndex((one) => lowerCase(one) === lowerCase(name)) < index)
    .map((name) => {
      const what = `${prop} has ${quote(name)} in other letters, too`;
      return { code: 'list-duplicate', what, value: name, fix: 'write it once, in lower-case letters' };
    });
}

function forwarderProblems(domain: string, servers: readonly string[], clusterDomain: string): Problem[] {
  const prop = `dns.coreDns.forwarders[${quote(domain)}]`;
  const many = `${prop} has ${servers.length} servers; CoreDNS takes at most ${MOST_SERVERS}`;
  return [
    ...(isDomain(domain) ? [] : [domainProblem('dns.coreDns.forwarders', domain)]),
    ...cloudProblems(prop, domain),
    ...ownProblems(prop, domain, clusterDomain),
    ...distinctList(prop, servers, '["10.8.0.53"]'),
    ...servers.filter((one) => isToken(one) || !isServer(one)).map((one) => addressProblem(prop, one)),
    ...servers.filter((one) => isServer(one) && isItself(one)).map((one) => itselfProblem(prop, one)),
    ...(servers.length <= MOST_SERVERS
      ? []
      : [{ code: 'list-too-long' as const, what: many, value: servers.length, fix: 'leave some out' }]),
  ];
}

/** A forwarder above or in a domain of the cloud takes names away from the only ones who know them. */
function cloudProblems(prop: string, domain: string): Problem[] {
  const hit = ofTheCloud(domain);
  const what = `${prop} would take names in ${hit} away from the resolvers of the VPC, which alone know databases, shares and private endpoints`;
  const fix = 'forward a domain of your own; everything else goes to the resolvers of the VPC';
  return hit === undefined ? [] : [{ code: 'dns-cloud-names', what, value: domain, fix }];
}

function ownProblems(prop: string, domain: string, clusterDomain: string): Problem[] {
  const own = [clusterDomain, ...REVERSE_ZONES].find((one) => isWithin(one, domain) || isWithin(domain, one));
  const what = `${prop} is, or holds, ${own}, which CoreDNS answers itself`;
  return own === undefined
    ? []
    : [{ code: 'choice-conflict', what, value: domain, fix: 'forward a domain outside of the cluster' }];
}

function hostProblems(name: string, address: string): Problem[] {
  return [
    ...(isDomain(name) ? [] : [domainProblem('dns.coreDns.hosts', name)]),
    ...(isToken(address) || isAddress(address) ? [] : [addressProblem(`dns.coreDns.hosts[${quote(name)}]`, address)]),
  ];
}

function replicaProblems({ replicas }: ResolvedCoreDns): Problem[] {
  if (replicas === undefined) {
    return [];
  }
  const p = withDefaults(replicas, CORE_DNS_REPLICAS_DEFAULTS);
  const prop = 'dns.coreDns.replicas';
  const least = Number.isInteger(p.min) && p.min >= 2 && p.min <= 100 ? p.min : 2;
  return [
    ...wholeNumber(`${prop}.nodesPerReplica`, p.nodesPerReplica, 1, 100, 'nodes'),
    ...wholeNumber(`${prop}.coresPerReplica`, p.coresPerReplica, 1, 1024, 'cores'),
    ...wholeNumber(`${prop}.min`, p.min, 2, 100, 'Pods'),
    ...wholeNumber(`${prop}.max`, p.max, least, 100, 'Pods'),
    ...(p.image === undefined ? [] : imageProblems(`${prop}.image`, p.image)),
  ];
}
