import { writtenStack, type StackJson } from '../../../lib/core/written/written';
import { runDrill, type Drill, type DrillOptions } from '../../../lib/testing/drill/drill';
import type { Outcome, WorkloadOutcome } from '../../../lib/testing/drill/outcome';
import { readModel } from '../../../lib/testing/drill/read-model';

/** Blocks of Terraform by type and name, as anybody could have written them. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, object>>>>;

export const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'];

/** A vSwitch of each zone for nodes, Pods, ECI and data: `nodes_h`, `pods_h`, ... */
function vswitches(masks: Readonly<Record<string, number>>): Blocks[string] {
  return Object.fromEntries(
    ['nodes', 'pods', 'eci', 'data'].flatMap((purpose, row) =>
      ZONES.map((zone, column) => [
        `${purpose}_${zone.at(-1)}`,
        {
          zone_id: zone,
          vpc_id: '${alicloud_vpc.main.id}',
          cidr_block: `10.${row}.${column}.0/${masks[purpose] ?? 24}`,
        },
      ]),
    ),
  );
}

const ids = (purpose: string, zones = 'hij'): string[] =>
  [...zones].map((zone) => `\${alicloud_vswitch.${purpose}_${zone}.id}`);

/** The vSwitches of a purpose, as a resource names them. */
export const vswitchIds = ids;

/** A Deployment of 500m and 1 GiB. */
export function deployment(
  name: string,
  spec: Readonly<Record<string, unknown>> = {},
  pod: Readonly<Record<string, unknown>> = {},
) {
  const { labels, annotations, ...rest } = pod;
  return {
    metadata: { name, namespace: 'shop' },
    spec: {
      replicas: '6',
      selector: { match_labels: { app: name } },
      template: {
        metadata: { labels: { app: name, ...(labels as object) }, annotations },
        spec: {
          container: [{ name: 'main', image: 'shop:1', resources: { requests: { cpu: '500m', memory: '1Gi' } } }],
          ...rest,
        },
      },
      ...spec,
    },
  };
}

/** Autoscaler of a Deployment. */
export function hpa(name: string, min: number, max: number) {
  return {
    metadata: { name, namespace: 'shop' },
    spec: {
      min_replicas: min,
      max_replicas: max,
      scale_target_ref: { api_version: 'apps/v1', kind: 'Deployment', name },
    },
  };
}

/** A release that holds objects in its values. */
export function release(...resources: readonly object[]) {
  return { name: 'objects', namespace: 'shop', chart: './objects', values: [JSON.stringify({ resources })] };
}

/** A policy by which the first Pods go to nodes and the others to ECI. */
export function policy(units: readonly object[], whenTryNextUnits?: object) {
  return {
    apiVersion: 'scheduling.alibabacloud.com/v1alpha1',
    kind: 'ResourcePolicy',
    metadata: { name: 'web' },
    spec: { selector: { app: 'web' }, strategy: 'prefer', units, ...(whenTryNextUnits && { whenTryNextUnits }) },
  };
}

/** `eci-profile` with vSwitches of zones. */
export const eciProfile = (zones = 'hij') => ({
  metadata: { name: 'eci-profile', namespace: 'kube-system' },
  data: { vSwitchIds: ids('eci', zones).join(',') },
});

/** What a shop is made of that survives: three zones, six nodes, a web server. */
const SHOP: Blocks = {
  alicloud_vpc: { main: { cidr_block: '10.0.0.0/8' } },
  alicloud_cs_managed_kubernetes: {
    main: { vswitch_ids: ids('nodes'), pod_vswitch_ids: ids('pods'), service_cidr: '172.21.0.0/20' },
  },
  alicloud_cs_kubernetes_node_pool: {
    workers: {
      cluster_id: '${alicloud_cs_managed_kubernetes.main.id}',
      vswitch_ids: ids('nodes'),
      instance_types: ['ecs.g7.xlarge'],
      desired_size: '6',
      multi_az_policy: 'BALANCE',
    },
  },
  kubernetes_deployment_v1: { web: deployment('web') },
};

/** A program in plain Terraform: that of a shop, with types put beside or in the place of its own. */
export function shop(blocks: Blocks = {}, masks: Readonly<Record<string, number>> = {}): StackJson {
  return { resource: { ...SHOP, alicloud_vswitch: vswitches(masks), ...blocks } } as StackJson;
}

export function drillOfShop(blocks?: Blocks, options?: DrillOptions, masks?: Readonly<Record<string, number>>): Drill {
  return runDrill(readModel([writtenStack('shop', shop(blocks, masks))], options?.vswitches), options);
}

/** One scenario of a drill. */
export function outcome({ outcomes }: Drill, scenario: string): Outcome {
  const found = outcomes.find((one) => one.scenario === scenario);
  if (found === undefined) {
    throw new Error(`no scenario ${scenario}; there are ${outcomes.map((one) => one.scenario).join('; ')}`);
  }
  return found;
}

/** A workload in one scenario of a drill. */
export function workload(drill: Drill, scenario: string, name = 'shop/web'): WorkloadOutcome {
  return outcome(drill, scenario).workloads.find((one) => one.workload === name)!;
}

/** Where the Pods are: wanted, on nodes, on ECI, pending, unknown. */
export function pods(drill: Drill, scenario: string, name?: string): readonly number[] {
  const { wanted, onNodes, onEci, pending, unknown } = workload(drill, scenario, name);
  return [wanted, onNodes, onEci, pending, unknown];
}

/** What a scenario fails for, as sentences. */
export function failures(drill: Drill, scenario: string): readonly string[] {
  return outcome(drill, scenario).failures.map(({ what, why }) => `${what}: ${why}`);
}
