import { isList, isObj, text, type Obj, type Value } from '../cty/value';
import type { Asked } from './asked';

type Default = (asked: Asked) => Value;

const constant =
  (value: Value): Default =>
  () =>
    value;

/** The object or block that an attribute belongs to, as it was configured. */
function ownerOf(asked: Asked): Obj {
  const [root, ...path] = asked.path.split('.').slice(0, -1);
  const start: Value = root === undefined ? null : asked.get(root);
  const found = path.reduce<Value>(
    (value, part) => (isList(value) ? (value[Number(part)] ?? null) : isObj(value) ? (value[part] ?? null) : null),
    start,
  );
  return isObj(found) ? found : {};
}

const spec = (asked: Asked): Obj => {
  const value = asked.get('spec');
  return isList(value) && isObj(value[0]) ? value[0] : {};
};

const isExposed = (asked: Asked): boolean => /^(?:LoadBalancer|NodePort)$/.test(text(spec(asked).type) ?? '');

/** An address of the Services' range, the same for `cluster_ip` and `cluster_ips`. */
function clusterIp(asked: Asked): string {
  const given = text(spec(asked).cluster_ip);
  const seed = asked.root.at('cluster_ip');
  return given || `172.21.${seed.at('a').int(0, 15)}.${seed.at('b').int(10, 250)}`;
}

/** An image without a tag, or with `latest`, is pulled each time. */
function pullPolicy(asked: Asked): string {
  const image = text(ownerOf(asked).image) ?? '';
  const tag = image.includes('@') ? '@' : /:([^/:]+)$/.exec(image)?.[1];
  return tag === undefined || tag === 'latest' ? 'Always' : 'IfNotPresent';
}

/** What a balancer tells about itself: CLB an address, NLB and ALB a name; a Service without one tells nothing. A Pod runs. */
function status(asked: Asked): Value {
  if (/^kubernetes_pod(?:_v1)?$/.test(asked.type)) {
    return 'Running';
  }
  const ingress = asked.type.includes('ingress');
  const balanced = ingress || spec(asked).type === 'LoadBalancer';
  const byName = ingress || text(spec(asked).load_balancer_class) === 'alibabacloud.com/nlb';
  const host = `${ingress ? 'alb' : 'nlb'}-${asked.root.at('status').hex(10)}.${asked.region}.rehearsal.invalid`;
  const ip = `47.${asked.seed.at('a').int(90, 120)}.${asked.seed.at('b').int(0, 255)}.${asked.seed.at('c').int(1, 254)}`;
  const address = byName ? { hostname: host, ip: '' } : { hostname: '', ip };
  return [{ load_balancer: [{ ingress: balanced ? [address] : [] }] }];
}

/** What the API server and the controllers put where nothing is configured, by the end of the path. */
const DEFAULTS: readonly (readonly [RegExp, Default])[] = [
  // A template is no object: it has no identity of its own.
  [/\.(?:template|job_template|volume_claim_template)\.0\.metadata\.0\.generation$/, constant(0)],
  [/\.(?:template|job_template|volume_claim_template)\.\d+\.metadata\.0\.(?:name|resource_version|uid)$/, constant('')],
  [/^status$/, status],
  [
    /\.resources\.0\.requests$/,
    (asked) => ({ ...(isObj(ownerOf(asked).limits ?? null) ? (ownerOf(asked).limits as Obj) : {}) }),
  ],
  [/\.resources\.0\.limits$/, constant({})],
  [/\.image_pull_policy$/, pullPolicy],
  [/\.termination_message_policy$/, constant('File')],
  [/\.scheduler_name$/, constant('default-scheduler')],
  [/\.(?:hostname|node_name|subdomain|priority_class_name|runtime_class_name)$/, constant('')],
  [/\.service_account_name$/, ({ type }) => (type.startsWith('kubernetes_pod') ? 'default' : '')],
  [/^spec\.0\.replicas$/, constant('1')],
  [/^spec\.0\.revision_history_limit$/, constant(10)],
  [/^spec\.0\.pod_management_policy$/, constant('OrderedReady')],
  [/\.completion_mode$/, constant('NonIndexed')],
  [/^spec\.0\.cluster_ip$/, clusterIp],
  [/^spec\.0\.cluster_ips$/, (asked) => [clusterIp(asked)]],
  [/^spec\.0\.external_traffic_policy$/, (asked) => (isExposed(asked) ? 'Cluster' : '')],
  [/^spec\.0\.internal_traffic_policy$/, constant('Cluster')],
  [/^spec\.0\.ip_families$/, constant(['IPv4'])],
  [/^spec\.0\.ip_family_policy$/, constant('SingleStack')],
  [
    /^spec\.0\.health_check_node_port$/,
    (asked) =>
      spec(asked).type === 'LoadBalancer' && spec(asked).external_traffic_policy === 'Local'
        ? asked.seed.int(30000, 32767)
        : 0,
  ],
  [/^spec\.0\.port\.\d+\.node_port$/, (asked) => (isExposed(asked) ? asked.seed.int(30000, 32767) : 0)],
  [/^spec\.0\.port\.\d+\.target_port$/, (asked) => String(ownerOf(asked).port ?? '')],
  [/\.client_ip\.0\.timeout_seconds$/, constant(10800)],
  [/^spec\.0\.target_cpu_utilization_percentage$/, constant(0)],
  [/^spec\.0\.ingress_class_name$/, constant('')],
  [/^spec\.0\.parameters\.\d+\.scope$/, constant('Cluster')],
  [/\.volume_mode$/, constant('Filesystem')],
  // No class of ACK is the default one, and a claim without a class has none.
  [/\.(?:storage_class_name|volume_name)$/, constant('')],
  [
    /^spec\.0\.limit\.\d+\.default_request$/,
    (asked) => ({ ...(isObj(ownerOf(asked).default ?? null) ? (ownerOf(asked).default as Obj) : {}) }),
  ],
  [
    /^subject\.\d+\.api_group$/,
    (asked) => (ownerOf(asked).kind === 'ServiceAccount' ? '' : 'rbac.authorization.k8s.io'),
  ],
  [/^default_secret_name$/, constant('')],
  [/^metadata\.0\.labels$/, constant({})],
];

/** The value that an object gets where nothing is configured; `undefined` where nothing is known of it. */
export const objectDefault = (asked: Asked): Value | undefined =>
  asked.type.startsWith('kubernetes_') ? DEFAULTS.find(([pattern]) => pattern.test(asked.path))?.[1](asked) : undefined;
