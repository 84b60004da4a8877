const PREFIX = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-';

/** Reaches Pods by their own addresses instead of by nodes; Terway only. */
export const POD_BACKENDS = Object.freeze({ 'service.beta.kubernetes.io/backend-type': 'eni' });

/** Annotations of a Service from keys without their prefix, sorted; keys without a value are left out. */
export function balancerAnnotations(
  keys: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const entries = Object.keys(keys)
    .filter((key) => keys[key] !== undefined)
    .sort()
    .map((key) => [`${PREFIX}${key}`, keys[key]!]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** What the listeners of a balancer are told, whoever makes the balancer. */
export interface ListenerKeys {
  readonly scheduler?: string;
  readonly protocols?: Readonly<Record<number, string>>;
  readonly certificateId?: string;
  readonly drainSeconds: number;
  /** Of a CLB. */
  readonly redirect?: Readonly<Record<number, number>>;
  /** Of a CLB. */
  readonly persistenceSeconds?: number;
  /** Access control list of a CLB, whose addresses alone are let in. */
  readonly aclId?: string;
}

/** Keys without their prefix that every listener has. */
export function listenerKeys(p: ListenerKeys): Readonly<Record<string, string | undefined>> {
  const drains = p.drainSeconds > 0;
  return {
    scheduler: p.scheduler,
    'protocol-port': protocolPorts(p.protocols ?? {}),
    'cert-id': p.certificateId,
    'forward-port': redirects(p.redirect ?? {}),
    'connection-drain': drains ? 'on' : 'off',
    'connection-drain-timeout': drains ? String(p.drainSeconds) : undefined,
    'persistence-timeout': p.persistenceSeconds === undefined ? undefined : String(p.persistenceSeconds),
    ...(p.aclId === undefined ? {} : { 'acl-status': 'on', 'acl-type': 'white', 'acl-id': p.aclId }),
  };
}

/** `from:to` of every port that sends its visitors to another one, by port. */
function redirects(redirect: Readonly<Record<number, number>>): string | undefined {
  return (
    Object.entries(redirect)
      .map(([from, to]) => `${from}:${to}`)
      .join(',') || undefined
  );
}

/** The keys that switch the check of health on: listeners of HTTP on a CLB have one of another name. */
export function healthFlags(kind: 'classic' | 'network', protocols: Readonly<Record<number, string>> = {}): string[] {
  const web = Object.values(protocols).some((protocol) => protocol.startsWith('http'));
  return kind === 'network' ? ['health-check-flag'] : ['health-check-switch', ...(web ? ['health-check-flag'] : [])];
}

/** A CLB carries ten tags, two of them the cloud controller manager's. */
const MAX_TAGS = 8;

/** Tags as one text, by key, and those that it cannot hold: the ninth and later, and any with a comma or an equals sign. */
export function tagText(tags: Readonly<Record<string, string>>): {
  readonly text?: string;
  readonly lost: readonly string[];
} {
  const fits = (key: string) => !/[,=]/.test(`${key}${tags[key]}`);
  const keys = Object.keys(tags).sort();
  const kept = keys.filter(fits).slice(0, MAX_TAGS);
  return {
    ...(kept.length > 0 ? { text: kept.map((key) => `${key}=${tags[key]}`).join(',') } : {}),
    lost: keys.filter((key) => !kept.includes(key)),
  };
}

/** `listener protocol:port` of every port that is not plain TCP, by port. */
function protocolPorts(protocols: Readonly<Record<number, string>>): string | undefined {
  const ports = Object.keys(protocols).map(Number);
  return ports.length === 0 ? undefined : ports.map((port) => `${protocols[port]}:${port}`).join(',');
}
