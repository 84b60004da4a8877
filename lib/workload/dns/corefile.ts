/** A plugin of CoreDNS with its arguments, and what stands between its braces. */
export interface Directive {
  readonly name: string;
  readonly args: readonly string[];
  readonly body: readonly (readonly string[])[];
}

/** What one server of CoreDNS answers, by its plugins. */
export interface ServerBlock {
  /** Zones, such as `.:53`. */
  readonly zones: readonly string[];
  readonly plugins: readonly Directive[];
}

/** What a configuration says apart from what every cluster needs. */
export interface CorefileAsk {
  /** Domain of the cluster. */
  readonly clusterDomain: string;
  /** Domains that others answer, and their servers. */
  readonly forwarders: Readonly<Record<string, readonly string[]>>;
  /** Names that have an address here. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly cacheSeconds: number;
  readonly log: boolean;
  readonly autopath: boolean;
  readonly preferUdp: boolean;
  readonly events: boolean;
}

const directive = (name: string, args: readonly string[] = [], body: readonly (readonly string[])[] = []): Directive =>
  Object.freeze({ name, args, body });

/** Where everything goes that the cluster does not know itself: the resolvers of the VPC, as the node has them. */
const VPC_RESOLVERS = '/etc/resolv.conf';

/** Zones that name addresses. */
export const REVERSE_ZONES: readonly string[] = Object.freeze(['in-addr.arpa', 'ip6.arpa']);

/**
 * The servers of a configuration: one for the cluster and all other names, then one for each domain that others answer, by
 * name. What the cluster depends on is always in it: readiness, health, the reload, and the resolvers of the VPC, which alone know
 * databases, shares and private zones.
 */
export function serverBlocks(ask: CorefileAsk): readonly ServerBlock[] {
  const domains = Object.keys(ask.forwarders).sort();
  return [
    { zones: ['.:53'], plugins: mainPlugins(ask) },
    ...domains.map((domain) => ({ zones: [`${domain}:53`], plugins: forwarded(ask, ask.forwarders[domain]!) })),
  ];
}

function mainPlugins(ask: CorefileAsk): Directive[] {
  const { clusterDomain, hosts, cacheSeconds, log, autopath, events } = ask;
  const named = Object.keys(hosts).sort();
  return [
    directive('errors'),
    ...(log ? [directive('log')] : []),
    directive('health', [], [['lameduck', '15s']]),
    directive('ready'),
    ...(events ? [directive('kubeapi'), directive('k8s_event', [], [['level', 'info', 'error', 'warning']])] : []),
    ...(named.length > 0
      ? [directive('hosts', [], [...named.map((name) => [hosts[name]!, name]), ['fallthrough']])]
      : []),
    ...(autopath ? [directive('autopath', ['@kubernetes'])] : []),
    directive(
      'kubernetes',
      [clusterDomain, ...REVERSE_ZONES],
      [
        ['pods', 'verified'],
        ['ttl', '30'],
        ['fallthrough', ...REVERSE_ZONES],
      ],
    ),
    directive('prometheus', [':9153']),
    forward([VPC_RESOLVERS], ask),
    ...cache(cacheSeconds),
    directive('loop'),
    directive('reload'),
    directive('loadbalance'),
  ];
}

/** A domain of others: errors, a cache and the servers. */
function forwarded(ask: CorefileAsk, servers: readonly string[]): Directive[] {
  return [
    directive('errors'),
    ...(ask.log ? [directive('log')] : []),
    ...cache(ask.cacheSeconds),
    forward(servers, ask),
    directive('reload'),
    directive('loadbalance'),
  ];
}

function forward(servers: readonly string[], { preferUdp }: CorefileAsk): Directive {
  return directive('forward', ['.', ...servers], preferUdp ? [['prefer_udp']] : []);
}

function cache(seconds: number): Directive[] {
  return seconds > 0 ? [directive('cache', [String(seconds)])] : [];
}

/** The text of a configuration. */
export function corefileText(blocks: readonly ServerBlock[]): string {
  return blocks.map(({ zones, plugins }) => `${zones.join(' ')} {\n${plugins.map(pluginText).join('')}}\n`).join('');
}

function pluginText({ name, args, body }: Directive): string {
  const head = [name, ...args].join(' ');
  const lines = body.map((words) => `        ${words.join(' ')}\n`).join('');
  return body.length === 0 ? `    ${head}\n` : `    ${head} {\n${lines}    }\n`;
}

/** The configuration of a container that keeps answers for the other containers of its Pod. */
export function sidecarBlocks(upstream: readonly string[], cacheSeconds: number, healthPort: number) {
  return [
    {
      zones: ['.:53'],
      plugins: [
        directive('bind', ['127.0.0.1']),
        directive('errors'),
        directive('health', [`:${healthPort}`]),
        directive('cache', [String(cacheSeconds)]),
        directive('forward', ['.', ...upstream], [['prefer_udp']]),
      ],
    },
  ] satisfies ServerBlock[];
}
