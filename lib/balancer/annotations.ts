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
export function protocolPorts(protocols: Readonly<Record<number, string>>): string | undefined {
  const ports = Object.keys(protocols).map(Number);
  return ports.length === 0 ? undefined : ports.map((port) => `${protocols[port]}:${port}`).join(',');
}
