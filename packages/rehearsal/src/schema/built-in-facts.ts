import type { AttributeFacts, FactsFile, TypeFacts } from './facts';
import type { BlockJson, ProviderJson, SchemaJson } from './json';

/** Attributes of the random provider that do change in place: everything else makes a new value. */
const RANDOM_IN_PLACE: readonly string[] = ['id'];

/** A release is known by its name and namespace. */
const HELM: Readonly<Record<string, readonly string[]>> = { helm_release: ['name', 'namespace'] };

/** An object is known by these; the API server changes none of them in place. */
const KUBERNETES_IDENTITY = ['metadata.name', 'metadata.namespace', 'metadata.generate_name'];

/** What selects by labels: fixed in all of its parts. */
const labels = (path: string): readonly string[] =>
  ['', '.match_labels', ...['', '.key', '.operator', '.values'].map((one) => `.match_expressions${one}`)].map(
    (one) => `${path}${one}`,
  );

const ROLE_REF = ['role_ref', 'role_ref.api_group', 'role_ref.kind', 'role_ref.name'];
const CSI_DRIVER = ['spec.attach_required'];
const PATCHED = ['api_version', 'kind'];

/**
 * What the provider replaces an object for, by kind, as its source of 2.38.0 says (ForceNew in the schemas under
 * https://github.com/hashicorp/terraform-provider-kubernetes/tree/v2.38.0/kubernetes); versioned and old names share it.
 * A block counts by its number, so what is in it is listed beside it.
 */
const KUBERNETES_IMMUTABLE: Readonly<Record<string, readonly string[]>> = {
  annotations: PATCHED,
  api_service: ['spec.service'],
  certificate_signing_request: [
    'auto_approve',
    'metadata',
    ...['', '.expiration_seconds', '.request', '.signer_name', '.usages'].map((one) => `spec${one}`),
  ],
  cluster_role_binding: ROLE_REF,
  csi_driver: CSI_DRIVER,
  daemon_set: ['spec.selector'],
  deployment: labels('spec.selector'),
  endpoint_slice: ['address_type'],
  job: [
    'spec.backoff_limit_per_index',
    'spec.completion_mode',
    'spec.completions',
    'spec.pod_failure_policy',
    ...labels('spec.selector'),
    'spec.template',
    'spec.template.metadata.name',
    'spec.template.metadata.generate_name',
    'spec.template.spec',
  ],
  labels: PATCHED,
  node_taint: ['metadata.name'],
  persistent_volume: ['spec.volume_mode'],
  persistent_volume_claim: [
    'spec.access_modes',
    'spec.resources.limits',
    ...labels('spec.selector'),
    'spec.storage_class_name',
    'spec.volume_mode',
    'spec.volume_name',
  ],
  pod_disruption_budget: ['spec', 'spec.max_unavailable', 'spec.min_available', ...labels('spec.selector')],
  priority_class: ['preemption_policy', 'value'],
  resource_quota: ['spec.scopes'],
  role_binding: ROLE_REF,
  runtime_class: ['handler'],
  secret: ['type'],
  service: ['spec.cluster_ip', 'spec.cluster_ips', 'spec.health_check_node_port', 'spec.load_balancer_class'],
  stateful_set: [
    'spec.pod_management_policy',
    'spec.revision_history_limit',
    ...labels('spec.selector'),
    'spec.service_name',
    'spec.volume_claim_template',
    ...['name', 'generate_name', 'namespace'].map((name) => `spec.volume_claim_template.metadata.${name}`),
    ...['access_modes', 'resources.limits', 'storage_class_name', 'volume_mode', 'volume_name'].map(
      (name) => `spec.volume_claim_template.spec.${name}`,
    ),
    ...labels('spec.volume_claim_template.spec.selector'),
  ],
  storage_class: ['allowed_topologies', 'mount_options', 'parameters', 'storage_provisioner', 'volume_binding_mode'],
  token_request: ['metadata', 'spec', 'spec.audiences', 'spec.bound_object_ref', 'spec.expiration_seconds'],
};

/** What stands there never changes: nearly everything in a Pod of a Job, everything that says where a volume is. */
const FIXED: Readonly<Record<string, string>> = {
  job: 'spec.template.spec',
  persistent_volume: 'spec.persistent_volume_source',
  pod: 'spec',
};

/** What the provider's schema of a Pod leaves changeable there, though the API server does not. */
const LEFT_OPEN =
  /(?:^|\.)(?:volume|volume_mount|volume_device|topology_spread_constraint|windows_options|os|exec|http_get|tcp_socket|grpc)(?:\.|$)|dns_config\.searches$|divisor$/;

/** Every attribute under a path of blocks. */
function attributesUnder(block: BlockJson | undefined, path: string): readonly string[] {
  const [name, ...rest] = path.split('.') as [string, ...string[]];
  const inner = block?.block_types?.[name]?.block;
  return rest.length > 0
    ? attributesUnder(inner, rest.join('.')).map((one) => `${name}.${one}`)
    : leavesOf(inner).map((one) => `${name}.${one}`);
}

const leavesOf = (block: BlockJson | undefined): readonly string[] => [
  ...Object.keys(block?.attributes ?? {}),
  ...Object.entries(block?.block_types ?? {}).flatMap(([name, { block: inner }]) => [
    name,
    ...leavesOf(inner).map((one) => `${name}.${one}`),
  ]),
];

const fixedParts = (kind: string, block: BlockJson | undefined): readonly string[] => {
  const path = FIXED[kind];
  const open = (one: string): boolean => kind !== 'persistent_volume' && LEFT_OPEN.test(one.slice(path!.length + 1));
  return path === undefined ? [] : [path, ...attributesUnder(block, path).filter((one) => !open(one))];
};

const forceNew = (paths: readonly string[]): TypeFacts => ({
  attributes: Object.fromEntries(paths.map((path) => [path, { forceNew: true } satisfies AttributeFacts] as const)),
});

const mapTypes = (schema: ProviderJson, facts: (type: string, one: SchemaJson) => TypeFacts): FactsFile => ({
  resources: Object.fromEntries(
    Object.entries(schema.resource_schemas ?? {}).map(([type, one]) => [type, facts(type, one)] as const),
  ),
});

const withoutVersion = (type: string): string => type.replace(/^kubernetes_/, '').replace(/_v\d\w*$/, '');

/** What replaces an object of the providers whose validators were not probed: the few facts that matter. */
export function builtInFacts(name: string, schema: ProviderJson): FactsFile {
  switch (name) {
    case 'random':
      return mapTypes(schema, (_, { block }) =>
        forceNew(Object.keys(block?.attributes ?? {}).filter((one) => !RANDOM_IN_PLACE.includes(one))),
      );
    case 'helm':
      return mapTypes(schema, (type) => forceNew(HELM[type] ?? []));
    default:
      return mapTypes(schema, (type, { block }) => {
        const metadata = block?.block_types?.metadata?.block?.attributes ?? {};
        const identity = KUBERNETES_IDENTITY.filter((path) => path.slice('metadata.'.length) in metadata);
        const kind = withoutVersion(type);
        return forceNew([...identity, ...(KUBERNETES_IMMUTABLE[kind] ?? []), ...fixedParts(kind, block)]);
      });
  }
}
