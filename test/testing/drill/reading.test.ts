import { writtenStack } from '../../../lib/core/written/written';
import { runDrill } from '../../../lib/testing/drill/drill';
import { readModel } from '../../../lib/testing/drill/read-model';
import {
  deployment,
  drillOfShop,
  eciProfile,
  failures,
  hpa,
  outcome,
  pods,
  policy,
  release,
  shop,
  vswitchIds,
  workload,
  type Blocks,
} from './a-raw-shop';

const CLUSTER = '${alicloud_cs_managed_kubernetes.main.id}';
const VIRTUAL_NODE: Blocks = {
  alicloud_cs_kubernetes_addon: { eci: { cluster_id: CLUSTER, name: 'ack-virtual-node' } },
  kubernetes_config_map_v1_data: { profile: eciProfile() },
};
const on = (pod: Readonly<Record<string, unknown>>): Blocks => ({
  ...VIRTUAL_NODE,
  kubernetes_deployment_v1: { web: deployment('web', { replicas: '40' }, pod) },
});
const bare = on({});
const with40 = (object: object): Blocks => ({ ...bare, helm_release: { burst: release(object) } });
const virtual = { key: 'type', operator: 'In', values: ['virtual-kubelet'] };
const toleration = [{ key: 'virtual-kubelet.io/provider', operator: 'Exists' }];

test.each<[string, Blocks, readonly number[]]>([
  ['no word of ECI', bare, [40, 32, 0, 8, 0]],
  ['the label on Pods', on({ labels: { 'alibabacloud.com/eci': 'true' } }), [40, 0, 40, 0, 0]],
  [
    'the label on the namespace',
    {
      ...bare,
      kubernetes_namespace_v1: { shop: { metadata: { name: 'shop', labels: { 'alibabacloud.com/eci': 'true' } } } },
    },
    [40, 0, 40, 0, 0],
  ],
  ['a toleration', on({ toleration }), [40, 32, 8, 0, 0]],
  [
    'a node selector for virtual nodes',
    on({ toleration, node_selector: { type: 'virtual-kubelet' } }),
    [40, 0, 40, 0, 0],
  ],
  ['a policy with a number', with40(policy([{ resource: 'ecs', max: 20 }, { resource: 'eci' }])), [40, 20, 20, 0, 0]],
  ['a policy without one', with40(policy([{ resource: 'ecs' }, { resource: 'eci' }])), [40, 32, 8, 0, 0]],
  ['a policy for ECI alone', with40(policy([{ resource: 'eci' }])), [40, 0, 40, 0, 0]],
  [
    'a policy that overflows by the count alone',
    with40(policy([{ resource: 'ecs', max: 36 }, { resource: 'eci' }], { policy: 'ExceedMax' })),
    [40, 32, 0, 8, 0],
  ],
  [
    'a policy for other Pods',
    with40({ ...policy([{ resource: 'eci' }]), spec: { selector: { app: 'api' }, units: [{ resource: 'eci' }] } }),
    [40, 32, 0, 8, 0],
  ],
  [
    'WorkloadSpread with a percentage',
    with40({
      apiVersion: 'apps.kruise.io/v1alpha1',
      kind: 'WorkloadSpread',
      metadata: { name: 'web' },
      spec: {
        targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        subsets: [
          { name: 'ecs', maxReplicas: '25%' },
          { name: 'eci', requiredNodeSelectorTerm: { matchExpressions: [virtual] } },
        ],
      },
    }),
    [40, 10, 30, 0, 0],
  ],
])('%s decides how many Pods go to ECI', (_, blocks, expected) => {
  expect(pods(drillOfShop(blocks), 'nothing lost, least')).toEqual(expected);
});

test('without a virtual node nothing goes to ECI, whatever asks for it', () => {
  const drill = drillOfShop({
    kubernetes_deployment_v1: { web: deployment('web', {}, { labels: { 'alibabacloud.com/eci': 'true' } }) },
  });
  expect(failures(drill, 'nothing lost, least')).toEqual([
    'shop/web: 6 Pods wait as nothing is left that they may run on',
  ]);
});

test('vSwitches that a Pod names go before those of the profile', () => {
  const named = { 'k8s.aliyun.com/eci-vswitch': vswitchIds('data', 'j')[0]! };
  const drill = drillOfShop(on({ labels: { 'alibabacloud.com/eci': 'true' }, annotations: named }));
  expect(workload(drill, 'nothing lost, least').byZone).toEqual({ 'cn-hangzhou-j': 40 });
  expect(pods(drill, 'zone cn-hangzhou-j, least')).toEqual([40, 0, 0, 40, 0]);
});

test('everything in a serverless cluster is on ECI, CoreDNS too', () => {
  const drill = drillOfShop({
    alicloud_cs_managed_kubernetes: { main: { profile: 'Serverless', vswitch_ids: vswitchIds('eci') } },
    alicloud_cs_kubernetes_node_pool: {},
  });
  expect(pods(drill, 'nothing lost, least')).toEqual([6, 0, 6, 0, 0]);
  expect(
    pods(drill, 'nothing lost, least', 'shop/alicloud_cs_managed_kubernetes.main CoreDNS and other components'),
  ).toEqual([2, 0, 2, 0, 0]);
  expect(drill.outcomes.every(({ verdict }) => verdict === 'survives')).toBe(true);
  expect(drill.outcomes.some(({ lost }) => lost === 'nodes')).toBe(false);
});

const scaled = (object: object) => drillOfShop({ ...bare, helm_release: { scale: release(object) } });
const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

test('KEDA and schedules say how many Pods there can be', () => {
  const keda = scaled({
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name: 'web' },
    spec: { scaleTargetRef: { name: 'web' }, minReplicaCount: 2, maxReplicaCount: 30 },
  });
  expect([workload(keda, 'nothing lost, least').wanted, workload(keda, 'nothing lost, most').wanted]).toEqual([2, 30]);

  const jobs = [
    { name: 'up', schedule: '0 0 8 * * *', targetSize: 50 },
    { name: 'down', schedule: '0 0 20 * * *', targetSize: 5 },
  ];
  const cron = (scaleTargetRef: object) => ({
    apiVersion: 'autoscaling.alibabacloud.com/v1beta1',
    kind: 'CronHorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: { scaleTargetRef, jobs },
  });
  expect(workload(scaled(cron(target)), 'nothing lost, most').wanted).toBe(50);
  const both = drillOfShop({
    kubernetes_horizontal_pod_autoscaler_v2: { web: hpa('web', 3, 20) },
    helm_release: {
      scale: release(cron({ apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', name: 'web' })),
    },
  });
  expect([workload(both, 'nothing lost, least').wanted, workload(both, 'nothing lost, most').wanted]).toEqual([3, 50]);
});

test('a pool that scales comes to its most, and does so in the zones that are left', () => {
  const pool = (rest: object): Blocks => ({
    alicloud_cs_kubernetes_node_pool: {
      workers: { cluster_id: CLUSTER, vswitch_ids: vswitchIds('nodes'), instance_types: ['ecs.g7.xlarge'], ...rest },
    },
  });
  const left = (rest: object) => outcome(drillOfShop(pool(rest)), 'zone cn-hangzhou-h, least').nodes;
  const scaling_config = { enable: true, min_size: 3, max_size: 9 };
  expect(left({ multi_az_policy: 'BALANCE', scaling_config })).toEqual({ 'cn-hangzhou-i': 5, 'cn-hangzhou-j': 4 });
  expect(left({ multi_az_policy: 'BALANCE', desired_size: '7' })).toEqual({ 'cn-hangzhou-i': 2, 'cn-hangzhou-j': 2 });
  expect(left({ desired_size: '7' })).toEqual({});
  expect(left({ multi_az_policy: 'COST_OPTIMIZED', desired_size: '7' })).toEqual({});
  const off = { enable: false, min_size: 3, max_size: 9 };
  expect(left({ multi_az_policy: 'BALANCE', scaling_config: off, desired_size: '3' })).toEqual({
    'cn-hangzhou-i': 1,
    'cn-hangzhou-j': 1,
  });
});

test('labels and taints decide on which nodes Pods may run', () => {
  const pools = {
    workers: {
      cluster_id: CLUSTER,
      vswitch_ids: vswitchIds('nodes'),
      instance_types: ['ecs.g7.xlarge'],
      desired_size: '3',
      multi_az_policy: 'BALANCE',
    },
    gpu: {
      cluster_id: CLUSTER,
      vswitch_ids: vswitchIds('nodes', 'i'),
      instance_types: ['ecs.g7.4xlarge'],
      desired_size: '1',
      labels: [{ key: 'disk', value: 'fast' }],
      taints: [{ key: 'only', value: 'batch', effect: 'NoSchedule' }],
    },
  };
  const where = (pod: Readonly<Record<string, unknown>>) =>
    workload(
      drillOfShop({
        alicloud_cs_kubernetes_node_pool: pools,
        kubernetes_deployment_v1: { web: deployment('web', { replicas: '3' }, pod) },
      }),
      'nothing lost, least',
    );
  const tolerates = [{ key: 'only', operator: 'Equal', value: 'batch', effect: 'NoSchedule' }];
  expect(where({}).byZone).toEqual({ 'cn-hangzhou-h': 1, 'cn-hangzhou-i': 1, 'cn-hangzhou-j': 1 });
  expect(where({ node_selector: { disk: 'fast' } })).toMatchObject({ pending: 3, waits: { 'no-place': 3 } });
  expect(where({ node_selector: { disk: 'fast' }, toleration: tolerates }).byZone).toEqual({ 'cn-hangzhou-i': 3 });
  const zone = (operator: string) => ({
    affinity: {
      node_affinity: {
        required_during_scheduling_ignored_during_execution: {
          node_selector_term: [
            { match_expressions: [{ key: 'topology.kubernetes.io/zone', operator, values: ['cn-hangzhou-j'] }] },
          ],
        },
      },
    },
  });
  expect(where(zone('In')).byZone).toEqual({ 'cn-hangzhou-j': 3 });
  expect(where(zone('NotIn')).byZone).toEqual({ 'cn-hangzhou-h': 1, 'cn-hangzhou-i': 2 });
  expect(
    where({
      affinity: {
        pod_anti_affinity: {
          required_during_scheduling_ignored_during_execution: [
            { topology_key: 'kubernetes.io/hostname', label_selector: [{ match_labels: { app: 'web' } }] },
          ],
        },
      },
      toleration: tolerates,
    }),
  ).toMatchObject({ onNodes: 3 });
});

test('Pods on nodes need addresses of Terway, those of Flannel do not', () => {
  const terway = drillOfShop(
    { kubernetes_deployment_v1: { web: deployment('web', { replicas: '20' }) } },
    {},
    { pods: 29 },
  );
  // Four addresses in each zone; four Pods are the cluster’s own.
  expect(pods(terway, 'nothing lost, least')).toEqual([20, 8, 0, 12, 0]);
  expect(workload(terway, 'nothing lost, least').waits).toEqual({ addresses: 12 });
  const flannel = drillOfShop({
    kubernetes_deployment_v1: { web: deployment('web', { replicas: '20' }) },
    alicloud_cs_managed_kubernetes: { main: { vswitch_ids: vswitchIds('nodes'), pod_cidr: '172.20.0.0/16' } },
  });
  expect(pods(flannel, 'nothing lost, least')).toEqual([20, 20, 0, 0, 0]);
});

test('balancers that Services make stand where their annotations say, and take addresses', () => {
  const prefix = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-';
  const maps = ['h', 'i'].map((zone) => `cn-hangzhou-${zone}:${vswitchIds('nodes', zone)[0]}`).join(',');
  const drill = drillOfShop({
    kubernetes_service_v1: {
      front: {
        metadata: { name: 'front', namespace: 'shop', annotations: { [`${prefix}zone-maps`]: maps } },
        spec: { type: 'LoadBalancer', load_balancer_class: 'alibabacloud.com/nlb' },
      },
      old: { metadata: { name: 'old', namespace: 'shop' }, spec: { type: 'LoadBalancer' } },
      inside: { metadata: { name: 'inside', namespace: 'shop' }, spec: { type: 'ClusterIP' } },
    },
  });
  expect(outcome(drill, 'zone cn-hangzhou-h, least').parts.slice(0, 2)).toEqual([
    { part: 'balancer of Service shop/front', state: 'reduced', why: 'serves from cn-hangzhou-i' },
    {
      part: 'balancer of Service shop/old',
      state: 'holds',
      why: 'in a primary and a secondary zone of the cloud’s choosing',
    },
  ]);
  const { fixed } = drill.model.vswitches.find(({ id }) => id.endsWith('nodes_h'))!;
  expect(fixed).toContainEqual({ by: 'balancer of Service shop/front', addresses: 8 });
});

test('what the Terraform does not tell is said, not guessed', () => {
  const drill = drillOfShop({
    alicloud_cs_kubernetes_node_pool: {
      workers: {
        cluster_id: CLUSTER,
        vswitch_ids: ['vsw-imported'],
        instance_types: ['ecs.g7.xlarge'],
        desired_size: '3',
      },
      strange: {
        cluster_id: CLUSTER,
        vswitch_ids: vswitchIds('nodes'),
        instance_types: ['ecs.x99.xlarge'],
        desired_size: '${var.nodes}',
      },
    },
    kubernetes_deployment_v1: { web: deployment('web'), api: deployment('api', { replicas: '${var.replicas}' }) },
  });
  expect(drill.unknown).toEqual([
    'in which zone vSwitch vsw-imported is',
    'how many nodes shop/alicloud_cs_kubernetes_node_pool.strange has',
    'what nodes of shop/alicloud_cs_kubernetes_node_pool.strange have room for: ecs.x99.xlarge',
    'how many Pods shop/api has',
  ]);
  expect(pods(drill, 'nothing lost, least')).toEqual([6, 0, 0, 0, 6]);
  expect(outcome(drill, 'nothing lost, least').verdict).toBe('unknown');
});

test('a program can say what its Terraform does not', () => {
  const blocks: Blocks = {
    alicloud_cs_kubernetes_node_pool: {
      workers: {
        cluster_id: CLUSTER,
        vswitch_ids: ['vsw-aa', 'vsw-bb'],
        instance_types: ['ecs.g7.xlarge'],
        desired_size: '4',
        multi_az_policy: 'BALANCE',
      },
    },
  };
  const vswitches = {
    'vsw-aa': { zone: 'cn-hangzhou-h', cidr: '192.168.0.0/24' },
    'vsw-bb': { zone: 'cn-hangzhou-i', cidr: '192.168.1.0/24' },
  };
  const drill = drillOfShop(blocks, { vswitches });
  expect(drill.unknown).toEqual([]);
  expect(outcome(drill, 'zone cn-hangzhou-h, least').nodes).toEqual({ 'cn-hangzhou-i': 2 });
});

test('a loss that is accepted fails nothing; the reason stays in the answer', () => {
  const blocks: Blocks = {
    alicloud_db_instance: { orders: { zone_id: 'cn-hangzhou-h', vswitch_id: vswitchIds('data', 'h')[0] } },
    kubernetes_deployment_v1: {
      web: deployment(
        'web',
        {},
        { container: [{ name: 'm', env: [{ name: 'A', value: '${alicloud_db_instance.orders.port}' }] }] },
      ),
    },
  };
  const id = 'shop/alicloud_db_instance.orders';
  expect(outcome(drillOfShop(blocks), 'zone cn-hangzhou-h, least').verdict).toBe('fails');
  const drill = drillOfShop(blocks, { accept: { [id]: 'a demo' } });
  const { verdict, parts } = outcome(drill, 'zone cn-hangzhou-h, least');
  expect(verdict).toBe('survives');
  expect(parts).toContainEqual({ part: id, state: 'accepted', why: 'is in cn-hangzhou-h only; accepted: a demo' });
  expect(drill.singlePoints.map(({ what }) => what)).toEqual([id]);
  expect(() => drillOfShop(blocks, { accept: { 'shop/alicloud_db_instance.order': 'a demo' } })).toThrow(
    `accept names "shop/alicloud_db_instance.order", which is not there; did you mean "${id}"?`,
  );
});

test('only the zone that is asked for is lost; one where nothing is, is refused', () => {
  expect(drillOfShop({}, { zone: 'cn-hangzhou-j' }).outcomes.map(({ scenario }) => scenario)).toEqual([
    'zone cn-hangzhou-j, least',
    'zone cn-hangzhou-j, most',
    'zone cn-hangzhou-j, update',
  ]);
  expect(() => drillOfShop({}, { zone: 'cn-hangzhou-z' })).toThrow('nothing is in zone cn-hangzhou-z');
});

test('workloads of several clusters are told apart by their providers', () => {
  const cluster = (zone: string) => ({ vswitch_ids: vswitchIds('nodes', zone), pod_cidr: '172.20.0.0/16' });
  const pool = (name: string, zone: string) => ({
    cluster_id: `\${alicloud_cs_managed_kubernetes.${name}.id}`,
    vswitch_ids: vswitchIds('nodes', zone),
    instance_types: ['ecs.g7.xlarge'],
    desired_size: '3',
  });
  const json = shop({
    alicloud_cs_managed_kubernetes: { east: cluster('h'), west: cluster('i') },
    alicloud_cs_kubernetes_node_pool: { east: pool('east', 'h'), west: pool('west', 'i') },
    kubernetes_deployment_v1: {
      east: { ...deployment('web'), provider: 'kubernetes.east' },
      west: { ...deployment('web'), provider: 'kubernetes.west' },
    },
  });
  const provider = {
    kubernetes: ['east', 'west'].map((alias) => ({
      alias,
      host: `\${alicloud_cs_managed_kubernetes.${alias}.connections.0}`,
    })),
  };
  const drill = runDrill(readModel([writtenStack('shop', { ...json, provider })]));
  expect(drill.model.workloads.map(({ id, cluster: at }) => [id, at])).toEqual([
    ['shop/alicloud_cs_managed_kubernetes.east shop/web', 'shop/alicloud_cs_managed_kubernetes.east'],
    ['shop/alicloud_cs_managed_kubernetes.west shop/web', 'shop/alicloud_cs_managed_kubernetes.west'],
  ]);
  const h = outcome(drill, 'zone cn-hangzhou-h, least').workloads.filter(({ workload: id }) => id.endsWith('shop/web'));
  expect(h.map(({ state }) => state)).toEqual(['down', 'runs']);
});

test('charts of others, and what Terraform multiplies, are named as what was not read', () => {
  const { alicloud_cs_kubernetes_node_pool: pools } = shop().resource!;
  const drill = drillOfShop({
    helm_release: { jenkins: { name: 'jenkins', chart: 'jenkins', repository: 'https://charts.jenkins.io' } },
    alicloud_cs_kubernetes_node_pool: { workers: { ...pools!.workers, count: 2 } },
  });
  expect(drill.unknown).toEqual([
    'what the chart jenkins of shop/helm_release.jenkins runs',
    'how many there are of shop/alicloud_cs_kubernetes_node_pool.workers: one was counted',
  ]);
});

test('types without a version are read as those with one', () => {
  const drill = drillOfShop({
    kubernetes_deployment_v1: {},
    kubernetes_deployment: { web: deployment('web', { replicas: '5' }) },
    kubernetes_config_map: { profile: eciProfile() },
  });
  expect(pods(drill, 'nothing lost, least')).toEqual([5, 5, 0, 0, 0]);
  expect(drill.model.clusters[0]!.eci).toEqual(['h', 'i', 'j'].map((zone) => `shop/alicloud_vswitch.eci_${zone}`));
});

test('an ALB of an AlbConfig stands in the zones of its vSwitches, and keeps eight addresses of each', () => {
  const config = (zones: string) => ({
    apiVersion: 'alibabacloud.com/v1',
    kind: 'AlbConfig',
    metadata: { name: 'public' },
    spec: { config: { zoneMappings: vswitchIds('nodes', zones).map((vSwitchId) => ({ vSwitchId })) } },
  });
  const part = (zones: string) =>
    outcome(drillOfShop({ helm_release: { alb: release(config(zones)) } }), 'zone cn-hangzhou-h, least').parts[0];
  expect(part('hj')).toEqual({
    part: 'balancer of AlbConfig public',
    state: 'reduced',
    why: 'serves from cn-hangzhou-j',
  });
  expect(part('h')).toMatchObject({ state: 'lost' });
});

test('DaemonSets of the program take room of every node that they run on', () => {
  const agent = (pod: Readonly<Record<string, unknown>> = {}) => ({
    kubernetes_deployment_v1: { web: deployment('web', { replicas: '40' }) },
    kubernetes_daemon_set_v1: {
      agent: deployment(
        'agent',
        {},
        {
          container: [{ name: 'agent', resources: { requests: { cpu: '1', memory: '1Gi' } } }],
          ...pod,
        },
      ),
    },
  });
  // Six nodes of 3.32 cores: 36 Pods of half a core, and 24 beside the agent; four are the cluster’s own.
  expect(
    workload(
      drillOfShop({ kubernetes_deployment_v1: { web: deployment('web', { replicas: '40' }) } }),
      'nothing lost, least',
    ).onNodes,
  ).toBe(32);
  expect(workload(drillOfShop(agent()), 'nothing lost, least').onNodes).toBe(20);
  expect(workload(drillOfShop(agent({ node_selector: { disk: 'fast' } })), 'nothing lost, least').onNodes).toBe(32);
  const drawn = (blocks: Blocks) =>
    outcome(drillOfShop({ kubernetes_deployment_v1: {}, ...blocks }), 'nothing lost, least')
      .vswitches.filter(({ vswitch }) => vswitch.includes('pods'))
      .reduce((sum, one) => sum + one.drawn, 0);
  const alone = { kubernetes_daemon_set_v1: agent().kubernetes_daemon_set_v1 };
  const onHost = { kubernetes_daemon_set_v1: agent({ host_network: true }).kubernetes_daemon_set_v1 };
  expect([drawn({}), drawn(alone), drawn(onHost)]).toEqual([34, 40, 34]);
});

test('a resource in a zone of a type that is not read is named', () => {
  const drill = drillOfShop({
    alicloud_elasticsearch_instance: { search: { vswitch_id: vswitchIds('data', 'h')[0] } },
    alicloud_log_project: { logs: { project_name: 'logs' } },
  });
  expect(drill.unknown).toEqual([
    'what becomes of shop/alicloud_elasticsearch_instance.search (alicloud_elasticsearch_instance)',
  ]);
});

test('what is not read does not pass: other types where they stand, modules, charts of others, claims of unknown classes', () => {
  const verdicts = (drill: ReturnType<typeof drillOfShop>) =>
    ['h', 'i', 'j'].map((zone) => outcome(drill, `zone cn-hangzhou-${zone}, least`).verdict);
  expect(verdicts(drillOfShop())).toEqual(['survives', 'survives', 'survives']);
  expect(
    verdicts(drillOfShop({ alicloud_elasticsearch_instance: { search: { vswitch_id: vswitchIds('data', 'h')[0] } } })),
  ).toEqual(['unknown', 'survives', 'survives']);
  expect(verdicts(drillOfShop({ alicloud_instance: { own: { availability_zone: 'cn-hangzhou-i' } } }))).toEqual([
    'survives',
    'unknown',
    'survives',
  ]);
  expect(
    verdicts(
      drillOfShop({ helm_release: { db: { name: 'db', chart: 'mysql', repository: 'https://charts.example.com' } } }),
    ),
  ).toEqual(['unknown', 'unknown', 'unknown']);
  const theirs = {
    kubernetes_deployment_v1: {},
    kubernetes_stateful_set_v1: {
      web: deployment('web', {
        replicas: '2',
        volume_claim_template: [{ metadata: { name: 'data' }, spec: { storage_class_name: 'theirs' } }],
      }),
    },
  };
  expect(verdicts(drillOfShop(theirs))).toEqual(['unknown', 'unknown', 'unknown']);
});

test('a module is not known, until somebody says why that is borne', () => {
  const json = { ...shop(), module: { search: { source: './search' } } };
  const drill = (accept = {}) => runDrill(readModel([writtenStack('shop', json)]), { accept });
  expect(outcome(drill(), 'zone cn-hangzhou-h, least').unknown).toEqual([
    expect.objectContaining({ what: 'shop/module.search' }),
  ]);
  const borne = drill({ 'shop/module.search': 'an index that can be built again' });
  expect(outcome(borne, 'zone cn-hangzhou-h, least').verdict).toBe('survives');
});

test('a Pod that no controller makes anew is lost with any zone that may have it', () => {
  const { spec } = deployment('debug') as { spec: { template: { spec: unknown } } };
  const pod = { metadata: { name: 'debug', namespace: 'shop' }, spec: [spec].flat()[0]!.template };
  const drill = drillOfShop({ kubernetes_pod_v1: { debug: { ...pod, spec: [pod.spec].flat()[0]!.spec } } });
  const [failure] = outcome(drill, 'zone cn-hangzhou-h, least').failures;
  expect(failure).toEqual({ what: 'shop/debug', why: expect.stringContaining('no controller does') });
  expect(drill.singlePoints).toContainEqual(expect.objectContaining({ kind: 'one-replica', what: 'shop/debug' }));
});

test('how many Pods a multiplied Deployment has is not known', () => {
  const drill = drillOfShop({ kubernetes_deployment_v1: { web: { ...deployment('web'), count: 50 } } });
  expect(drill.unknown).toContain('how many Pods shop/web has');
  expect(outcome(drill, 'nothing lost, least').verdict).toBe('unknown');
});
