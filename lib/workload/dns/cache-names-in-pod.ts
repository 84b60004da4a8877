import { createHash } from 'node:crypto';
import type { Construct } from 'constructs';
import { wholeNumber } from '../../core/checks';
import { withDefaults, type Resolved } from '../../core/defaults';
import { quote, reject, type Problem } from '../../core/errors';
import { any, formProblems, listOf, needed, object, word, type Forms } from '../../core/forms';
import type { Amounts, ContainerData, PodData } from '../../core/pod';
import { WORKLOAD_FORM } from '../../core/seam-forms';
import { isToken } from '../../core/tokens';
import type { IWorkload } from '../../core/workload';
import { cidr, cidrAt } from '../../network/cidr';
import { addressProblem, domainProblem, isAddress, isDomain, isItself, itselfProblem } from '../../network/dns-address';
import { ConfigMap } from '../config-map';
import { imageProblems } from '../pod/image';
import { EMPTY_CONTAINER } from '../pod/empty-pod';
import { corefileText, sidecarBlocks } from './corefile';
import { CACHED_OPTIONS } from './pod-dns';

/** A cache of names beside the other containers of a Pod. Every change replaces the Pods. */
export interface PodDnsCacheProps {
  /**
   * Image of CoreDNS with a version, from a registry that the Pods reach: a copy of `coredns/coredns` of yours, or the one of
   * the component in the registry of the region.
   * @throws InputError `image-untagged`, `image-invalid`
   */
  readonly image: string;
  /** Seconds for which answers are kept at most, 1 to 3600. @default 30 */
  readonly cacheSeconds?: number;
  /** What the container is promised, and takes at most. On ECI it counts into the size of the Pod. @default 50m and 64Mi */
  readonly requests?: Required<Pick<Amounts, 'cpu' | 'memory'>>;
  /**
   * Servers that are asked for what is not kept, and by the Pod itself while the cache does not answer; one or two.
   * @default the DNS of the cluster, the tenth address of its range of Services; with a private zone the resolvers of the VPC
   */
  readonly servers?: readonly string[];
  /** Domain of the cluster, of one that was made with another. @default "cluster.local" */
  readonly clusterDomain?: string;
}

/** What a cache has when a prop is left out. */
export const POD_DNS_CACHE_DEFAULTS = Object.freeze({
  cacheSeconds: 30,
  requests: Object.freeze({ cpu: '50m', memory: '64Mi' }),
  clusterDomain: 'cluster.local',
});

type ResolvedCache = Readonly<Resolved<PodDnsCacheProps, typeof POD_DNS_CACHE_DEFAULTS>>;

const FORMS: Forms<PodDnsCacheProps> = {
  image: needed(word, '"registry-vpc.cn-hangzhou.aliyuncs.com/acme/coredns:1.12.1"'),
  cacheSeconds: any,
  requests: object({ cpu: needed(any, '"50m"'), memory: needed(any, '"64Mi"') }),
  servers: listOf(any),
  clusterDomain: word,
};

const NAME = 'dns-cache';
const LOOPBACK = '127.0.0.1';
const DNS_PORT = 53;
const HEALTH_PORT = 18_080;
/** Resolvers of every VPC. */
const VPC_RESOLVERS = Object.freeze(['100.100.2.136', '100.100.2.138']);
/** The Service of CoreDNS has this address of the range of Services. */
const DNS_ADDRESS = 10;
const CHECKSUM = 'alicloud-constructs.io/dns-cache';

/**
 * Has a container beside the others keep the answers of the DNS: for Pods on ECI, which have no node with a cache, and for those
 * that ask more than a node should carry. The Pod asks it first and the cluster itself while it does not answer, so that
 * nothing waits for its start.
 *
 * Creates a ConfigMap with the Corefile, and a container in the Pods; replaces them. Costs what the container is promised.
 *
 * @throws InputError `dns-cache-sidecar`, `dns-address`, `image-untagged`, `number-invalid`, `pod-conflict` for Pods that ask other
 *   servers already
 */
export function cacheNamesInPod(workload: IWorkload, props: PodDnsCacheProps): void {
  reject('cacheNamesInPod', WORKLOAD_FORM('workload', workload));
  reject(workload, formProblems(props, FORMS));
  const p = withDefaults(props, POD_DNS_CACHE_DEFAULTS);
  const servers = p.servers ?? upstreamOf(workload);
  reject(workload, [...cacheProblems(p, servers), ...placeProblems(workload)]);
  const { pod, namespace } = workload;
  const text = corefileText(sidecarBlocks(servers, p.cacheSeconds, HEALTH_PORT));
  const file = new ConfigMap(workload as unknown as Construct, NAME, { data: { Corefile: text } });
  workload.after(file.resource);
  pod.addContainer(containerOf(p));
  const source = { kind: 'config-map' as const, name: file.configMapName };
  pod.addVolume({ name: NAME, source }, { path: '/etc/coredns', readOnly: true }, NAME);
  pod.addAnnotation(CHECKSUM, createHash('sha256').update(text).digest('hex').slice(0, 16));
  pod.useDns(dnsOfPod(namespace.namespaceName, servers, p.clusterDomain));
}

function containerOf({ image, requests }: ResolvedCache): ContainerData {
  return {
    ...EMPTY_CONTAINER,
    name: NAME,
    image,
    args: ['-conf', '/etc/coredns/Corefile'],
    requests,
    limits: requests,
    liveness: { action: { kind: 'http', path: '/health', port: HEALTH_PORT }, periodSeconds: 10, failureThreshold: 3 },
    security: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      // The port of DNS is one of the system's.
      capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
    },
  };
}

function dnsOfPod(namespaceName: string, servers: readonly string[], domain: string): NonNullable<PodData['dns']> {
  const { ndots, timeoutSeconds, attempts } = CACHED_OPTIONS;
  return {
    policy: 'None',
    nameservers: [LOOPBACK, ...servers],
    searches: [`${namespaceName}.svc.${domain}`, `svc.${domain}`, domain],
    options: { ndots: `${ndots}`, timeout: `${timeoutSeconds}`, attempts: `${attempts}` },
  };
}

/** Whom the Pods of a cluster ask. */
function upstreamOf({ cluster }: IWorkload): readonly string[] {
  const range = cluster.network.serviceCidr;
  return cluster.serviceDiscovery?.kind === 'private-zone'
    ? VPC_RESOLVERS
    : isToken(range)
      ? []
      : [cidrAt(cidr(range).first + DNS_ADDRESS, 32).text.replace('/32', '')];
}

function cacheProblems(p: ResolvedCache, servers: readonly string[]): Problem[] {
  const count = `servers ${quote(servers)} are ${servers.length}; a Pod asks the cache and one or two more`;
  return [
    ...imageProblems('image', p.image),
    ...wholeNumber('cacheSeconds', p.cacheSeconds, 1, 3600, 'seconds'),
    ...(isDomain(p.clusterDomain) ? [] : [domainProblem('clusterDomain', p.clusterDomain)]),
    ...servers.filter((one) => !isAddress(one)).map((one) => addressProblem('servers', one)),
    ...servers.filter((one) => isAddress(one) && isItself(one)).map((one) => itselfProblem('servers', one)),
    ...(servers.length === 1 || servers.length === 2
      ? []
      : [{ code: 'dns-cache-sidecar' as const, what: count, value: servers, fix: 'write servers: ["172.21.0.10"]' }]),
  ];
}

/** Problems with Pods in which nothing can listen for the others, or of which the application never ends. */
function placeProblems({ pod, workloadKind }: IWorkload): Problem[] {
  const { hostNetwork, containers } = pod.data;
  const taken = containers.flatMap(({ ports }) => ports).find(({ port }) => port === DNS_PORT || port === HEALTH_PORT);
  const why = hostNetwork
    ? 'they share the network of their node, where the port belongs to others'
    : workloadKind === 'Job' || workloadKind === 'CronJob'
      ? 'a Job is done when all its containers are, and the cache never is'
      : taken !== undefined
        ? `a container of them listens on port ${taken.port} already, which the cache needs`
        : undefined;
  const what = `a DNS cache in these Pods: ${why}`;
  const fix = 'leave it out, or write dns: PodDns.cluster({ ndots: 2 }), which asks less often';
  return why === undefined ? [] : [{ code: 'dns-cache-sidecar', what, value: workloadKind, fix }];
}
