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
  vswitchIds,
  workload,
} from './a-raw-shop';

const H = 'zone cn-hangzhou-h, least';
const database = (rest: object) => ({
  alicloud_db_instance: { orders: { engine: 'MySQL', vswitch_id: vswitchIds('data', 'h')[0], ...rest } },
  kubernetes_deployment_v1: {
    web: deployment(
      'web',
      {},
      {
        container: [
          {
            name: 'main',
            image: 'shop:1',
            env: [{ name: 'DB', value: '${alicloud_db_instance.orders.connection_string}' }],
          },
        ],
      },
    ),
  },
});

test('a shop over three zones survives the loss of each of them', () => {
  const drill = drillOfShop();
  expect(drill.zones).toEqual(['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j']);
  expect(drill.outcomes.filter(({ lost }) => lost !== 'nodes').map(({ verdict }) => verdict)).toEqual(
    Array.from({ length: 12 }, () => 'survives'),
  );
  expect(outcome(drill, H).nodes).toEqual({ 'cn-hangzhou-i': 2, 'cn-hangzhou-j': 2 });
  expect([drill.singlePoints, drill.unknown]).toEqual([[], []]);
});

test('a database in one zone goes with it, and so does what needs it', () => {
  const drill = drillOfShop(database({ category: 'HighAvailability', zone_id: 'cn-hangzhou-h' }));
  expect(failures(drill, H)).toEqual([
    'shop/alicloud_db_instance.orders: is in cn-hangzhou-h only',
    'shop/web: needs shop/alicloud_db_instance.orders, which is lost',
  ]);
  expect(outcome(drill, 'zone cn-hangzhou-i, least').verdict).toBe('survives');
  expect(drill.singlePoints).toEqual([
    {
      kind: 'one-zone',
      what: 'shop/alicloud_db_instance.orders',
      why: 'is in cn-hangzhou-h only',
      fix: 'give it a standby in another zone',
    },
  ]);
});

test.each([
  ['HighAvailability', ['cn-hangzhou-h', 'cn-hangzhou-i'], 'switches', 'goes over to cn-hangzhou-i'],
  ['HighAvailability', ['cn-hangzhou-i', 'cn-hangzhou-h'], 'reduced', 'is without its standby in cn-hangzhou-h'],
  ['Basic', ['cn-hangzhou-h', 'cn-hangzhou-i'], 'lost', 'is in cn-hangzhou-h only'],
  ['Finance', ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'], 'reduced', '2 of 3 members are left'],
  ['Finance', ['cn-hangzhou-h', 'cn-hangzhou-h', 'cn-hangzhou-j'], 'lost', 'loses its quorum: 1 of 3 members are left'],
  ['HighAvailability', ['cn-hangzhou-h', 'Auto'], 'unknown', 'its zone is not in the Terraform'],
])('RDS %s in %j: %s', (category, [zone_id, zone_id_slave_a, zone_id_slave_b], state, why) => {
  const drill = drillOfShop(
    database({ category, zone_id, zone_id_slave_a, ...(zone_id_slave_b && { zone_id_slave_b }) }),
  );
  const part = outcome(drill, H).parts.find(({ part: id }) => id.endsWith('orders'));
  expect(part).toEqual({ part: 'shop/alicloud_db_instance.orders', state, why });
  const wanted = { switches: 'runs', reduced: 'runs', lost: 'down', unknown: 'unknown' }[state];
  expect(workload(drill, H).state).toBe(wanted);
});

test('two small nodes only: Pods of the lost one wait for room', () => {
  const drill = drillOfShop({
    alicloud_cs_kubernetes_node_pool: {
      workers: {
        cluster_id: '${alicloud_cs_managed_kubernetes.main.id}',
        vswitch_ids: vswitchIds('nodes', 'hi'),
        instance_types: ['ecs.g7.xlarge'],
        desired_size: '2',
        multi_az_policy: 'BALANCE',
      },
    },
  });
  // A node has 3.32 cores for Pods: six of half a core, or four beside four of the cluster’s own on two nodes.
  expect(pods(drill, 'nothing lost, least')).toEqual([6, 6, 0, 0, 0]);
  expect(pods(drill, H)).toEqual([6, 2, 0, 4, 0]);
  expect(failures(drill, H)).toEqual(['shop/web: 4 Pods wait for room on nodes']);
  expect(outcome(drill, 'zone cn-hangzhou-j, least').verdict).toBe('survives');
});

test('without ECI the most of a scale has no room', () => {
  const drill = drillOfShop({ kubernetes_horizontal_pod_autoscaler_v2: { web: hpa('web', 6, 60) } });
  // 36 Pods of six nodes are four of the cluster’s and 32 of the shop’s.
  expect(pods(drill, 'nothing lost, least')).toEqual([6, 6, 0, 0, 0]);
  expect(pods(drill, 'nothing lost, most')).toEqual([60, 32, 0, 28, 0]);
  expect(outcome(drill, 'nothing lost, most').verdict).toBe('fails');
});

const BURST = {
  alicloud_cs_kubernetes_addon: {
    eci: { cluster_id: '${alicloud_cs_managed_kubernetes.main.id}', name: 'ack-virtual-node' },
  },
  kubernetes_config_map_v1_data: { profile: eciProfile() },
  kubernetes_horizontal_pod_autoscaler_v2: { web: hpa('web', 6, 60) },
  helm_release: { burst: release(policy([{ resource: 'ecs', max: 10 }, { resource: 'eci' }])) },
};

test('with ECI it has, as long as its vSwitches have addresses', () => {
  const large = drillOfShop(BURST);
  expect(pods(large, 'nothing lost, most')).toEqual([60, 10, 50, 0, 0]);
  expect(pods(large, 'zone cn-hangzhou-h, most')).toEqual([60, 10, 50, 0, 0]);

  const small = drillOfShop(BURST, {}, { eci: 28 });
  // A /28 has 12 addresses: 36 in three zones, 24 in two.
  expect(pods(small, 'nothing lost, most')).toEqual([60, 10, 36, 14, 0]);
  expect(pods(small, 'zone cn-hangzhou-h, most')).toEqual([60, 10, 24, 26, 0]);
  const { vswitches } = outcome(small, 'nothing lost, most');
  expect(vswitches.find(({ vswitch }) => vswitch.endsWith('eci_h'))).toEqual({
    vswitch: 'shop/alicloud_vswitch.eci_h',
    zone: 'cn-hangzhou-h',
    addresses: 12,
    drawn: 12,
    missing: 14,
    spare: -14,
  });
  expect(failures(small, 'nothing lost, most')).toContain('shop/alicloud_vswitch.eci_h: lacks 14 addresses: it has 12');
});

test('an update at the most needs addresses for what it adds, and for what is still ending', () => {
  const web = deployment(
    'web',
    {
      min_ready_seconds: 30,
      strategy: { type: 'RollingUpdate', rolling_update: { max_surge: '10%', max_unavailable: '0' } },
    },
    { termination_grace_period_seconds: 60 },
  );
  const drill = drillOfShop({ ...BURST, kubernetes_deployment_v1: { web } });
  expect(pods(drill, 'nothing lost, update')).toEqual([66, 10, 56, 0, 0]);
  const drawn = (scenario: string) =>
    outcome(drill, scenario)
      .vswitches.filter(({ vswitch }) => vswitch.includes('eci'))
      .reduce((sum, one) => sum + one.drawn, 0);
  // Two steps of six end within the 60 seconds that a Pod of the third may take.
  expect([drawn('nothing lost, most'), drawn('nothing lost, update')]).toEqual([50, 56 + 12]);
});

test('virtual nodes of one zone, and a node pool of one zone, are single points', () => {
  const drill = drillOfShop({
    ...BURST,
    kubernetes_config_map_v1_data: { profile: eciProfile('h') },
    alicloud_cs_kubernetes_node_pool: {
      workers: {
        cluster_id: '${alicloud_cs_managed_kubernetes.main.id}',
        vswitch_ids: vswitchIds('nodes', 'h'),
        instance_types: ['ecs.g7.xlarge'],
        desired_size: '6',
      },
    },
  });
  expect(drill.singlePoints.map(({ what, why }) => `${what} ${why}`)).toEqual([
    'shop/alicloud_cs_kubernetes_node_pool.workers is in cn-hangzhou-h only',
    'shop/alicloud_cs_managed_kubernetes.main ECI is in cn-hangzhou-h only',
  ]);
  expect(workload(drill, H)).toMatchObject({ wanted: 6, pending: 6, state: 'down', moved: 6 });
  expect(workload(drill, 'zone cn-hangzhou-i, least').state).toBe('runs');
});

test('a budget that keeps every Pod blocks drains; one that lets one go does not', () => {
  const budget = (spec: object) => ({
    kubernetes_pod_disruption_budget_v1: {
      web: {
        metadata: { name: 'web', namespace: 'shop' },
        spec: { selector: { match_labels: { app: 'web' } }, ...spec },
      },
    },
  });
  const kinds = (spec: object) => drillOfShop(budget(spec)).singlePoints.map(({ kind, why }) => [kind, why]);
  const blocked = [['blocking-budget', 'lets none of the 6 Pods of shop/web go, so no node with one is ever drained']];
  expect(kinds({ min_available: '6' })).toEqual(blocked);
  expect(kinds({ min_available: '100%' })).toEqual(blocked);
  expect(kinds({ max_unavailable: '0' })).toEqual(blocked);
  expect(kinds({ min_available: '5' })).toEqual([]);
  expect(kinds({ max_unavailable: '10%' })).toEqual([]);
});

test('one replica is away until it runs elsewhere: a single point, though it survives', () => {
  const drill = drillOfShop({ kubernetes_deployment_v1: { web: deployment('web', { replicas: '1' }) } });
  expect(drill.singlePoints.map(({ kind, what }) => [kind, what])).toEqual([['one-replica', 'shop/web']]);
  expect(workload(drill, H)).toMatchObject({ state: 'runs', onNodes: 1, moved: 1 });
});

const stateful = (replicas: string, className = 'alicloud-disk-essd') => ({
  kubernetes_deployment_v1: {},
  kubernetes_stateful_set_v1: {
    web: {
      ...deployment('web', {
        replicas,
        volume_claim_template: [{ metadata: { name: 'data' }, spec: { storage_class_name: className } }],
      }),
    },
  },
});

test('members with disks of their own cannot leave the lost zone; an odd number keeps a majority', () => {
  const three = drillOfShop(stateful('3'));
  expect(pods(three, H)).toEqual([3, 2, 0, 1, 0]);
  expect(workload(three, H)).toMatchObject({
    state: 'short',
    why: ['1 Pods wait for their disk, which is in the lost zone'],
  });
  expect(three.singlePoints.map(({ kind }) => kind)).toEqual(['zonal-volume']);

  const two = drillOfShop(stateful('2'));
  expect(workload(two, H)).toMatchObject({ state: 'down' });
  expect(workload(two, H).why).toContain('1 of 2 members are no majority');
  expect(two.singlePoints.map(({ kind }) => kind)).toEqual(['even-members', 'zonal-volume']);
});

test('disks that are kept in several zones bind nobody; of a class that nobody knows nothing is said', () => {
  const regional = drillOfShop({
    ...stateful('3', 'regional'),
    kubernetes_storage_class_v1: {
      regional: {
        metadata: { name: 'regional' },
        storage_provisioner: 'diskplugin.csi.alibabacloud.com',
        parameters: { type: 'cloud_regional_disk_auto' },
      },
    },
  });
  expect(pods(regional, H)).toEqual([3, 3, 0, 0, 0]);
  expect(drillOfShop(stateful('3', 'theirs')).unknown).toEqual([
    'what keeps the claim data of shop/web: its storage class is not made here',
  ]);
});

test('a disk that one Deployment shares is in a zone that nobody knows: each loss can take it', () => {
  const drill = drillOfShop({
    kubernetes_deployment_v1: {
      web: deployment(
        'web',
        { replicas: '1' },
        { volume: [{ name: 'data', persistent_volume_claim: { claim_name: 'data' } }] },
      ),
    },
    kubernetes_persistent_volume_claim_v1: {
      data: {
        metadata: { name: 'data', namespace: 'shop' },
        spec: { storage_class_name: 'alicloud-disk-topology-alltype' },
      },
    },
  });
  expect(pods(drill, H)).toEqual([1, 0, 0, 1, 0]);
  expect(pods(drill, 'zone cn-hangzhou-j, least')).toEqual([1, 0, 0, 1, 0]);
});

test('Pods that must not crowd into a zone do not come back while the lost one is registered', () => {
  const constraint = (when: string) => ({
    kubernetes_deployment_v1: {
      web: deployment(
        'web',
        {},
        {
          topology_spread_constraint: [
            {
              max_skew: 1,
              topology_key: 'topology.kubernetes.io/zone',
              when_unsatisfiable: when,
              label_selector: [{ match_labels: { app: 'web' } }],
            },
          ],
        },
      ),
    },
  });
  expect(pods(drillOfShop(constraint('DoNotSchedule')), H)).toEqual([6, 4, 0, 2, 0]);
  expect(pods(drillOfShop(constraint('ScheduleAnyway')), H)).toEqual([6, 6, 0, 0, 0]);
});

test('files of NAS are in one zone, wherever they are mounted', () => {
  const drill = drillOfShop({
    alicloud_nas_file_system: {
      files: { file_system_type: 'standard', storage_type: 'Capacity', zone_id: 'cn-hangzhou-i' },
    },
    alicloud_nas_mount_target: {
      files: { file_system_id: '${alicloud_nas_file_system.files.id}', vswitch_id: vswitchIds('data', 'h')[0] },
    },
    kubernetes_persistent_volume_v1: {
      files: {
        metadata: { name: 'files' },
        spec: {
          persistent_volume_source: {
            csi: {
              driver: 'nasplugin.csi.alibabacloud.com',
              volume_attributes: { server: '${alicloud_nas_mount_target.files.mount_target_domain}' },
            },
          },
        },
      },
    },
    kubernetes_persistent_volume_claim_v1: {
      files: { metadata: { name: 'files', namespace: 'shop' }, spec: { volume_name: 'files', storage_class_name: '' } },
    },
    kubernetes_deployment_v1: {
      web: deployment('web', {}, { volume: [{ name: 'files', persistent_volume_claim: { claim_name: 'files' } }] }),
    },
  });
  expect(workload(drill, 'zone cn-hangzhou-i, least')).toMatchObject({
    state: 'down',
    why: ['needs shop/alicloud_nas_file_system.files, which is lost'],
  });
  expect(workload(drill, H).state).toBe('runs');
});

test('what of the cloud stands in one zone only, and what does not', () => {
  const drill = drillOfShop({
    alicloud_kvstore_instance: {
      lone: { zone_id: 'cn-hangzhou-h', vswitch_id: vswitchIds('data', 'h')[0] },
      pair: { zone_id: 'cn-hangzhou-h', secondary_zone_id: 'cn-hangzhou-i', vswitch_id: vswitchIds('data', 'h')[0] },
    },
    alicloud_nat_gateway: {
      lone: { vswitch_id: vswitchIds('nodes', 'h')[0], availability_mode: 'SingleAZ' },
      pair: { vswitch_id: vswitchIds('nodes', 'h')[0] },
    },
    alicloud_slb_load_balancer: {
      lone: { master_zone_id: 'cn-hangzhou-h', slave_zone_id: 'cn-hangzhou-h' },
      pair: { master_zone_id: 'cn-hangzhou-h', slave_zone_id: 'cn-hangzhou-i' },
      cloud: {},
    },
    alicloud_nlb_load_balancer: {
      front: {
        zone_mappings: ['h', 'i'].map((zone) => ({
          zone_id: `cn-hangzhou-${zone}`,
          vswitch_id: vswitchIds('nodes', zone)[0],
        })),
      },
    },
    alicloud_oss_bucket: { zrs: { redundancy_type: 'ZRS' }, lrs: {} },
  });
  const states = Object.fromEntries(
    outcome(drill, H).parts.map(({ part, state }) => [part.replace('shop/alicloud_', ''), state]),
  );
  expect(states).toEqual({
    'cs_managed_kubernetes.main control plane': 'holds',
    'kvstore_instance.lone': 'lost',
    'kvstore_instance.pair': 'switches',
    'nat_gateway.lone': 'lost',
    'nat_gateway.pair': 'holds',
    'nlb_load_balancer.front': 'reduced',
    'oss_bucket.lrs': 'unknown',
    'oss_bucket.zrs': 'holds',
    'slb_load_balancer.cloud': 'holds',
    'slb_load_balancer.lone': 'lost',
    'slb_load_balancer.pair': 'switches',
  });
});

test('three masters in two zones lose their quorum with one of them', () => {
  const masters = (zones: readonly string[]) => ({
    alicloud_cs_managed_kubernetes: {},
    alicloud_cs_kubernetes: {
      main: { master_vswitch_ids: zones.map((zone) => vswitchIds('nodes', zone)[0]), pod_cidr: '172.20.0.0/16' },
    },
    alicloud_cs_kubernetes_node_pool: {},
    kubernetes_deployment_v1: {},
  });
  const state = (zones: readonly string[]) => outcome(drillOfShop(masters(zones)), H).parts[0];
  expect(state(['h', 'h', 'i'])).toMatchObject({ state: 'lost', why: 'loses its quorum: 1 of 3 members are left' });
  expect(state(['h', 'i', 'j'])).toMatchObject({ state: 'reduced', why: '2 of 3 members are left' });
  expect(drillOfShop(masters(['h', 'h', 'i'])).singlePoints.map(({ kind }) => kind)).toEqual(['weak-quorum']);
});

test('a quota below the most of a scale stops it', () => {
  const drill = drillOfShop({
    ...BURST,
    kubernetes_resource_quota_v1: {
      shop: { metadata: { name: 'q', namespace: 'shop' }, spec: { hard: { pods: '40' } } },
    },
  });
  expect(workload(drill, 'nothing lost, most')).toMatchObject({ pending: 20, waits: { quota: 20 } });
});

test('without nodes ECI still has room, but nobody finds a name', () => {
  const drill = drillOfShop(BURST);
  expect(workload(drill, 'all nodes, least')).toMatchObject({
    onEci: 6,
    state: 'down',
    why: ['finds no names: CoreDNS has nothing to run on'],
  });
});

test('an update that finds no room for what it adds goes slower; one that may take nothing away stands still', () => {
  const rolling = (maxSurge: string, maxUnavailable: string) =>
    drillOfShop({
      kubernetes_deployment_v1: {
        web: deployment('web', {
          replicas: '32',
          strategy: { type: 'RollingUpdate', rolling_update: { max_surge: maxSurge, max_unavailable: maxUnavailable } },
        }),
      },
    });
  // Six nodes hold 36 Pods of half a core, and four are the cluster’s own.
  const slow = rolling('25%', '25%');
  expect(pods(slow, 'nothing lost, update')).toEqual([40, 32, 0, 8, 0]);
  expect(outcome(slow, 'nothing lost, update')).toMatchObject({
    verdict: 'survives',
    slower: [{ what: 'shop/web', why: '8 Pods wait for room on nodes' }],
  });
  const stuck = rolling('1', '0');
  expect(failures(stuck, 'nothing lost, update')).toEqual(['shop/web: 1 Pods wait for room on nodes']);
});
