import { quantityShrinks, type StuckRow } from './stuck-row';

const docs = (page: string): string => `https://kubernetes.io/docs/${page}`;
const validation = (folder: string): string =>
  `https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/${folder}/validation/validation.go`;

const both = (...names: readonly string[]): readonly string[] => names.flatMap((name) => [name, `${name}_v1`]);

const refused = (types: readonly string[], attribute: string, what: string, source: string): StuckRow => ({
  types,
  attribute,
  kind: 'refused',
  what,
  source,
});

const FIXED_SET =
  'of a StatefulSet only replicas, Pods, updates and retention change: delete it with --cascade=orphan and apply';
const SET_SOURCE = validation('apps');

/** Fields that an API server does not change though the provider's schema plans it. */
export const STUCK_KUBERNETES: readonly StuckRow[] = [
  refused(
    ['kubernetes_daemonset', 'kubernetes_daemon_set_v1'],
    'spec.selector',
    'the selector of a DaemonSet is fixed',
    docs('concepts/workloads/controllers/daemonset/#required-fields'),
  ),
  ...['metadata.labels', 'metadata.annotations', 'spec.volume', 'spec.topology_spread_constraint'].map((inside) =>
    refused(
      both('kubernetes_job'),
      `spec.template.${inside}`,
      'the Pods of a Job are fixed: give it another name',
      validation('batch'),
    ),
  ),
  refused(
    both('kubernetes_pod'),
    'spec.volume',
    'of a Pod only images, tolerations and deadlines change',
    docs('concepts/workloads/pods/#pod-update-and-replacement'),
  ),
  ...['spec.resources.requests', 'metadata.labels', 'metadata.annotations'].map((inside) =>
    refused(both('kubernetes_stateful_set'), `spec.volume_claim_template.${inside}`, FIXED_SET, SET_SOURCE),
  ),
  refused(
    both('kubernetes_storage_class'),
    'reclaim_policy',
    'the reclaim policy of a class is fixed',
    validation('storage'),
  ),
  refused(
    both('kubernetes_ingress_class'),
    'spec.controller',
    'the controller of an ingress class is fixed',
    validation('networking'),
  ),
];

/** A change for which the provider asks for a new object only at certain values, as code of its own, not its schema, says. */
export interface ConditionalRow extends Pick<StuckRow, 'types' | 'attribute' | 'source'> {
  readonly when: NonNullable<StuckRow['when']>;
}

const provider = (file: string): string =>
  `https://github.com/hashicorp/terraform-provider-kubernetes/blob/v2.38.0/kubernetes/resource_kubernetes_${file}.go`;

const immutable: ConditionalRow['when'] = (_before, _after, was) => String(was.immutable) === 'true';

/** Where the kubernetes provider decides by the values. */
export const CONDITIONAL: readonly ConditionalRow[] = [
  {
    types: both('kubernetes_persistent_volume_claim'),
    attribute: 'spec.resources.requests',
    when: (before, after) => quantityShrinks(storageOf(before), storageOf(after), {}, {}),
    source: provider('persistent_volume_claim_v1'),
  },
  ...['data', 'binary_data', 'immutable'].flatMap((attribute) => [
    { types: both('kubernetes_config_map'), attribute, when: immutable, source: provider('config_map_v1') },
    { types: both('kubernetes_secret'), attribute, when: immutable, source: provider('secret_v1') },
  ]),
];

const storageOf = (value: Parameters<ConditionalRow['when']>[0]): Parameters<ConditionalRow['when']>[0] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, string>>).storage
    : value;
