import type { AttributeFacts, FactsFile, TypeFacts } from './facts';
import type { ProviderJson, SchemaJson } from './json';

/** Attributes of the random provider that do change in place: everything else makes a new value. */
const RANDOM_IN_PLACE: readonly string[] = ['id'];

/** A release is known by its name and namespace. */
const HELM: Readonly<Record<string, readonly string[]>> = { helm_release: ['name', 'namespace'] };

/** An object is known by these; the API server changes none of them in place. */
const KUBERNETES_IDENTITY = ['metadata.name', 'metadata.namespace', 'metadata.generate_name'];

/** What the provider replaces an object for, by kind, as its source of 2.38.0 says; versioned and old names share it. */
const KUBERNETES_IMMUTABLE: Readonly<Record<string, readonly string[]>> = {
  cluster_role_binding: ['role_ref'],
  csi_driver: ['spec.attach_required'],
  daemon_set: ['spec.selector'],
  deployment: ['spec.selector'],
  job: [
    'spec.backoff_limit_per_index',
    'spec.completion_mode',
    'spec.completions',
    'spec.pod_failure_policy',
    'spec.selector',
    'spec.template',
  ],
  persistent_volume: ['spec.volume_mode'],
  persistent_volume_claim: [
    'spec.access_modes',
    'spec.resources.limits',
    'spec.selector',
    'spec.storage_class_name',
    'spec.volume_mode',
    'spec.volume_name',
  ],
  pod_disruption_budget: ['spec.max_unavailable', 'spec.min_available', 'spec.selector'],
  priority_class: ['preemption_policy', 'value'],
  resource_quota: ['spec.scopes'],
  role_binding: ['role_ref'],
  runtime_class: ['handler'],
  secret: ['type'],
  service: ['spec.cluster_ip', 'spec.cluster_ips', 'spec.health_check_node_port', 'spec.load_balancer_class'],
  stateful_set: [
    'spec.pod_management_policy',
    'spec.revision_history_limit',
    'spec.selector',
    'spec.service_name',
    'spec.volume_claim_template',
  ],
  storage_class: ['allowed_topologies', 'mount_options', 'parameters', 'storage_provisioner', 'volume_binding_mode'],
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
        return forceNew([...identity, ...(KUBERNETES_IMMUTABLE[withoutVersion(type)] ?? [])]);
      });
  }
}
