import { type FieldsOf, type HoldingKind, type HoldingRow } from './holding-row';
import { HOLDINGS_ALICLOUD } from './holdings-alicloud';
import type { Fields } from './terms';

const kube = (page: string): string => `https://kubernetes.io/docs/${page}`;
const both = (...names: readonly string[]): readonly string[] => names.flatMap((name) => [name, `${name}_v1`]);

/** What a chart of ours carries; other charts may hold anything. */
export const OBJECTS_CHART = /assets\/objects-chart\//;
export const KINDS_WITH_DATA = /kind:\s*"?(?:PersistentVolumeClaim|Namespace|CustomResourceDefinition)\b/;

const isDeleted = (volume: Fields): boolean =>
  /"persistent_volume_reclaim_policy":"(?!Retain)/.test(JSON.stringify(volume));
const volumesOf = (all: FieldsOf): readonly Fields[] => both('kubernetes_persistent_volume').flatMap(all);
const nameIn = ({ metadata }: Fields): unknown =>
  ([metadata].flat()[0] as { readonly name?: unknown } | undefined)?.name;

/** Which types hold something, and on whose word. */
export const HOLDINGS: readonly HoldingRow[] = [
  ...HOLDINGS_ALICLOUD,
  {
    types: [...both('kubernetes_service')],
    kind: 'address',
    holds: 'the address of the balancer that the cluster made for it',
    when: (fields) => /"type":"LoadBalancer"/.test(JSON.stringify(fields)),
    source: kube('concepts/services-networking/service/#loadbalancer'),
  },
  {
    types: both('kubernetes_persistent_volume_claim'),
    kind: 'data',
    holds: 'its volume, unless the reclaim policy retains it',
    // A claim on a volume that the program itself writes: what that leads to is kept by default.
    when: (fields, all) => {
      const volume = /"volume_name":"([^"]*)"/.exec(JSON.stringify(fields))?.[1];
      return volume === undefined || volumesOf(all).some((one) => nameIn(one) === volume && isDeleted(one));
    },
    source: kube('concepts/storage/persistent-volumes/#reclaiming'),
  },
  {
    types: both('kubernetes_persistent_volume'),
    kind: 'data',
    holds: 'what it leads to',
    when: isDeleted,
    source: kube('concepts/storage/persistent-volumes/#reclaiming'),
  },
  {
    types: both('kubernetes_stateful_set'),
    kind: 'data',
    holds: 'the claims of its Pods, which its retention policy deletes with it',
    when: (fields) => /"when_deleted":"Delete"/.test(JSON.stringify(fields)),
    source: kube('concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention'),
  },
  {
    types: both('kubernetes_namespace'),
    kind: 'data',
    holds: 'every object in it, its claims too',
    source: kube('tasks/administer-cluster/namespaces/#deleting-a-namespace'),
  },
  {
    types: ['helm_release'],
    kind: 'data',
    holds: 'what its chart installed, claims and custom resource definitions too',
    when: ({ chart, values }) =>
      !OBJECTS_CHART.test(String(chart)) || KINDS_WITH_DATA.test(JSON.stringify(values ?? '')),
    source: 'https://helm.sh/docs/helm/helm_uninstall/',
  },
  {
    types: ['kubernetes_manifest'],
    kind: 'data',
    holds: 'every object in it, its claims too',
    when: ({ manifest }) =>
      /"kind":"(?:PersistentVolumeClaim|Namespace|CustomResourceDefinition)"/.test(JSON.stringify(manifest ?? '')),
    source: kube('tasks/administer-cluster/namespaces/#deleting-a-namespace'),
  },
  {
    types: ['kubernetes_config_map_v1_data'],
    kind: 'data',
    holds: 'the configuration of CoreDNS: it is removed, and the next Pod of CoreDNS does not start',
    when: (fields) => nameIn(fields) === 'coredns' && /"Corefile":/.test(JSON.stringify(fields)),
    source: 'https://registry.terraform.io/providers/hashicorp/kubernetes/2.38.0/docs/resources/config_map_v1_data',
  },
  {
    types: ['random_password', 'random_bytes'],
    kind: 'secret',
    holds: 'a secret that others were given',
    source: 'https://registry.terraform.io/providers/hashicorp/random/3.7.2/docs/resources/password',
  },
];

/** What would be lost with an object. */
export interface Holding {
  readonly kind: HoldingKind;
  readonly holds: string;
  readonly kept?: string;
  readonly source: string;
}

const byType: ReadonlyMap<string, HoldingRow> = new Map(
  HOLDINGS.flatMap((row) => row.types.map((type) => [type, row] as const)),
);

/** What an object holds by its type and the configuration it has; `undefined` for what can be made again. */
export function holdingOf(type: string, fields: Fields, all: FieldsOf = () => []): Holding | undefined {
  const row = byType.get(type);
  if (row === undefined || row.when?.(fields, all) === false) {
    return undefined;
  }
  const kept = row.kept?.(fields);
  return { kind: row.kind, holds: row.holds, ...(kept ? { kept } : {}), source: row.source };
}
