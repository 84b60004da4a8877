import { TerraformOutput } from 'cdktf';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { Billing } from '../../../lib/cluster/nodes/billing';
import { DeploymentSet } from '../../../lib/cluster/nodes/deployment-set';
import { NodePool } from '../../../lib/cluster/nodes/node-pool';
import { NODE_POOL_DEFAULTS } from '../../../lib/cluster/nodes/node-pool-defaults';
import type { NodePoolProps } from '../../../lib/cluster/nodes/node-pool-props';
import { warningsIn } from '../../../lib/core/warnings';
import { billOf, resourceOf, resourcesOf, synthesized } from '../../../lib/testing';
import { aPool, aStack, TYPES, type Situation } from '../a-cluster';
import { AnExistingNetwork, FLANNEL } from '../an-existing-network';

const POOL = 'alicloud_cs_kubernetes_node_pool';
type Props = Partial<Omit<NodePoolProps, 'cluster'>>;
const attributes = (props?: Props, situation?: Situation) => resourceOf(aPool(props, situation).stack, POOL).attributes;

describe('bill of materials', () => {
  test('a fixed pool is one resource', () => {
    const bill = billOf(aPool({ size: 3 }).stack);
    expect(bill).toContain(`${POOL} x1`);
    expect(bill).not.toContain('alicloud_cs_autoscaling_config x1');
  });

  test('a pool may be named like anything that the cluster makes for itself', () => {
    const { stack, cluster } = aPool({ size: 3 });
    for (const id of ['nodes', 'logs', 'key', 'endpoint', 'autoscaler']) {
      cluster.addNodePool(id, { instanceTypes: TYPES, size: 1 });
    }
    expect(billOf(stack)).toContain(`${POOL} x6`);
  });

  test('pools with limits switch the cluster’s autoscaler on, once', () => {
    const { stack, cluster } = aPool();
    cluster.addNodePool('batch', { instanceTypes: TYPES, size: { min: 0, max: 5 } });
    expect(billOf(stack)).toEqual(expect.arrayContaining([`${POOL} x2`, 'alicloud_cs_autoscaling_config x1']));
  });

  test('a deployment set is made when asked for, and an existing one is named', () => {
    const { stack } = aPool({ deploymentSet: DeploymentSet.create() });
    const set = resourceOf(stack, 'alicloud_ecs_deployment_set');
    expect(set.attributes).toMatchObject({
      deployment_set_name: 'shop-cluster-workers-hosts',
      strategy: 'Availability',
    });
    expect(resourceOf(stack, POOL).attributes.deployment_set_id).toBe(`\${${set.address}.id}`);
    expect(attributes({ deploymentSet: DeploymentSet.withId('ds-1') }).deployment_set_id).toBe('ds-1');
  });

  test('the defaults that the documentation names are the ones that are used', () => {
    expect(NODE_POOL_DEFAULTS).toMatchObject({
      billing: { kind: 'pay-as-you-go' },
      allowSmallNodes: false,
      loginAsNonRoot: false,
      management: { autoRepair: true, autoUpgrade: false, autoVulFix: false, maxUnavailable: 1 },
    });
  });
});

describe('the nodes that result', () => {
  test('are spread over every zone of the network, paid by the second, on encrypted disks', () => {
    expect(attributes()).toMatchObject({
      node_pool_name: 'shop-cluster-workers',
      vswitch_ids: ['vsw-nodesh', 'vsw-nodesi', 'vsw-nodesj'],
      instance_types: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'],
      instance_charge_type: 'PostPaid',
      spot_strategy: 'NoSpot',
      image_type: 'AliyunLinux3ContainerOptimized',
      system_disk_encrypted: true,
      runtime_name: 'containerd',
      install_cloud_monitor: true,
      timeouts: { create: '90m', update: '60m', delete: '60m' },
    });
  });

  test('answer metadata requests with a token only', () => {
    expect(attributes().instance_metadata_options).toEqual({ http_tokens: 'required' });
  });

  test('have no public address, no password and no login unless a key pair is named', () => {
    const pool = attributes();
    for (const key of ['key_name', 'password', 'internet_max_bandwidth_out', 'login_as_non_root']) {
      expect(pool).not.toHaveProperty(key);
    }
    expect(attributes({ keyName: 'ops', loginAsNonRoot: true })).toMatchObject({
      key_name: 'ops',
      login_as_non_root: true,
    });
  });

  test('can be kept to some zones', () => {
    expect(attributes({ zones: ['cn-hangzhou-j', 'cn-hangzhou-h'] }).vswitch_ids).toEqual(['vsw-nodesh', 'vsw-nodesj']);
  });

  test('carry labels and taints as sorted lists', () => {
    const pool = attributes({
      labels: { tier: 'web', 'acme.com/team': 'shop' },
      taints: [{ key: 'dedicated', value: 'ingress', effect: 'NoSchedule' }],
    });
    expect(pool.labels).toEqual([
      { key: 'acme.com/team', value: 'shop' },
      { key: 'tier', value: 'web' },
    ]);
    expect(pool.taints).toEqual([{ key: 'dedicated', value: 'ingress', effect: 'NoSchedule' }]);
  });

  test('have data disks, encrypted', () => {
    expect(attributes({ dataDisks: [{ sizeGib: 200 }] }).data_disks).toEqual([
      { category: 'cloud_essd', size: 200, performance_level: 'PL1', encrypted: 'true' },
    ]);
  });

  test('run a script, which the API wants in base64', () => {
    expect(attributes({ userData: 'echo hello' }).user_data).toBe('ZWNobyBoZWxsbw==');
  });

  test('wait for the way out, because they pull images', () => {
    expect(attributes().depends_on).toEqual(['alicloud_snat_entry.nodes-h', 'alicloud_snat_entry.nodes-i']);
  });

  test('run ContainerOS where it is asked for, on x86 and on Arm', () => {
    expect(attributes({ image: 'ContainerOS' }).image_type).toBe('ContainerOS');
    const instanceTypes = ['ecs.g8y.xlarge', 'ecs.c8y.2xlarge'];
    expect(attributes({ image: 'ContainerOS', instanceTypes }).image_type).toBe('ContainerOS');
  });

  test('of an image of one’s own have its id compared', () => {
    const pool = attributes({ image: { imageId: 'm-1' } });
    expect(pool).toMatchObject({ image_type: 'Custom', image_id: 'm-1' });
    expect(pool.lifecycle.ignore_changes).not.toContain('image_id');
  });
});

describe('GPU pools', () => {
  const gpu = { instanceTypes: ['ecs.gn7i-c8g1.2xlarge', 'ecs.gn6i-c8g1.2xlarge'] };

  test('are scaled by GPU, and labelled so that a Pod has a GPU to itself', () => {
    const pool = attributes(gpu);
    expect(pool.scaling_config.type).toBe('gpu');
    expect(pool.labels).toEqual([{ key: 'ack.node.gpu.schedule', value: 'default' }]);
  });

  test('can be shared by memory', () => {
    const pool = attributes({ ...gpu, shareGpu: true });
    expect(pool.scaling_config.type).toBe('gpushare');
    expect(pool.labels[0].value).toBe('share');
  });
});

describe('Arm pools', () => {
  test('get the Arm image', () => {
    expect(attributes({ instanceTypes: ['ecs.g8y.xlarge', 'ecs.c8y.2xlarge'] }).image_type).toBe('AliyunLinux3Arm64');
  });
});

describe('billing', () => {
  test('spot takes the market price, or limits by type', () => {
    const pool = attributes({ billing: Billing.spot() });
    expect(pool).toMatchObject({ spot_strategy: 'SpotAsPriceGo', scaling_config: { type: 'spot' } });
    const limited = attributes({ billing: Billing.spot({ priceLimits: { 'ecs.g7.xlarge': 0.5 } }) });
    expect(limited).toMatchObject({
      spot_strategy: 'SpotWithPriceLimit',
      spot_price_limit: [{ instance_type: 'ecs.g7.xlarge', price_limit: '0.5' }],
    });
  });

  test('a mix takes the cheapest types, its base and share as text', () => {
    expect(attributes({ billing: Billing.mixed({ onDemandBase: 2, onDemandPercent: 30 }) })).toMatchObject({
      multi_az_policy: 'COST_OPTIMIZED',
      on_demand_base_capacity: '2',
      on_demand_percentage_above_base_capacity: '30',
      spot_instance_pools: 2,
      spot_instance_remedy: true,
      compensate_with_on_demand: true,
    });
  });

  test('a subscription is an explicit choice, with its months', () => {
    expect(attributes()).not.toHaveProperty('period');
    expect(attributes({ size: 3, billing: Billing.subscription({ months: 12, autoRenew: true }) })).toMatchObject({
      instance_charge_type: 'PrePaid',
      period: 12,
      period_unit: 'Month',
      auto_renew: true,
      auto_renew_period: 12,
    });
  });
});

describe('traps', () => {
  test('removed and deprecated attributes are still in the schema: exactly these are written', () => {
    expect(Object.keys(attributes())).toEqual([
      'cluster_id',
      'depends_on',
      'force_delete',
      'image_type',
      'install_cloud_monitor',
      'instance_charge_type',
      'instance_metadata_options',
      'instance_types',
      'lifecycle',
      'management',
      'multi_az_policy',
      'node_pool_name',
      'runtime_name',
      'scaling_config',
      'spot_strategy',
      'system_disk_category',
      'system_disk_encrypted',
      'system_disk_performance_level',
      'system_disk_size',
      'timeouts',
      'vswitch_ids',
    ]);
  });

  test('autoscaler and Terraform fight over the size: a pool with limits has no desired_size and does not compare it', () => {
    const pool = attributes({ size: { min: 3, max: 12 } });
    expect(pool.scaling_config).toEqual({ enable: true, min_size: 3, max_size: 12, type: 'cpu' });
    expect(pool).not.toHaveProperty('desired_size');
    expect(pool.lifecycle.ignore_changes).toContain('desired_size');
  });

  test('desired_size is text, and the fixed pool compares it', () => {
    const pool = attributes({ size: 3 });
    expect(pool.desired_size).toBe('3');
    expect(pool.lifecycle.ignore_changes).not.toContain('desired_size');
  });

  test('scaling_config.enable is true as soon as the block exists, and leaving the block out is not seen: a fixed pool says false', () => {
    expect(attributes({ size: 3 }).scaling_config).toEqual({ enable: false });
  });

  test('node_count and instances shrink pools to nothing: they are never written', () => {
    for (const size of [3, { min: 0, max: 3 }]) {
      expect(attributes({ size })).not.toHaveProperty('node_count');
      expect(attributes({ size })).not.toHaveProperty('instances');
    }
  });

  test('management.enable is true by itself: every switch is said', () => {
    expect(attributes().management).toEqual({
      enable: true,
      auto_repair: true,
      auto_repair_policy: { restart_node: true },
      auto_upgrade: false,
      auto_vul_fix: false,
      max_unavailable: 1,
    });
    expect(attributes({ management: { autoRepair: false } }).management).toMatchObject({
      enable: false,
      auto_repair: false,
    });
  });

  test('deleting a pool sends force, which drains nothing: production refuses, sandbox forces', () => {
    expect(attributes().force_delete).toBe(false);
    expect(attributes({}, { protection: 'sandbox' }).force_delete).toBe(true);
  });

  test('system disks are cloud_efficiency by default: they are cloud_essd PL1 of 120 GiB', () => {
    expect(attributes()).toMatchObject({
      system_disk_category: 'cloud_essd',
      system_disk_performance_level: 'PL1',
      system_disk_size: 120,
    });
  });

  test('performance levels belong to cloud_essd only', () => {
    expect(attributes({ systemDisk: { category: 'cloud_auto' } })).not.toHaveProperty('system_disk_performance_level');
  });

  test('without a policy all nodes may sit in the first zone: they are balanced', () => {
    expect(attributes().multi_az_policy).toBe('BALANCE');
  });

  test('kubelet numbers are text', () => {
    expect(attributes({ kubelet: { maxPods: 64, registryPullQps: 0 } }).kubelet_configuration).toEqual({
      max_pods: '64',
      registry_pull_qps: '0',
    });
  });

  test('empty blocks crash the provider: kubelet settings without a setting make no block', () => {
    expect(attributes({ kubelet: {} })).not.toHaveProperty('kubelet_configuration');
  });

  test('update_nodes, upgrade_policy and rolling_policy are actions, not state: they are never written', () => {
    for (const key of ['update_nodes', 'upgrade_policy', 'rolling_policy', 'rds_instances']) {
      expect(attributes()).not.toHaveProperty(key);
    }
  });

  test('image_id and runtime_version move with ACK’s releases: they are not compared', () => {
    expect(attributes({ size: 3 }).lifecycle.ignore_changes).toEqual(['image_id', 'runtime_version']);
  });

  test('importing a pool by its own id makes the provider crash: the import id names the cluster too', () => {
    expect(NodePool.importId('c0123', 'np4567')).toBe('c0123:np4567');
    const { stack } = aPool({ adopt: NodePool.importId('c0123', 'np4567') });
    expect(synthesized(stack).import).toEqual([{ id: 'c0123:np4567', to: resourceOf(stack, POOL).address }]);
  });

  test('one instance type can be sold out: a warning says so', () => {
    const { stack } = aPool({ instanceTypes: ['ecs.g7.xlarge'] });
    expect(warningsIn(stack)[0]).toMatchObject({ path: 'shop/cluster/workers' });
    expect(warningsIn(stack)[0]!.text).toMatch(/name a second type \[instance-type-few\]/);
  });

  test('ACK upgrades and mends nodes in the maintenance window only: without one a warning says so', () => {
    const maintenance = { weekdays: ['Tuesday'], start: '02:00', hours: 3 } as const;
    const management = { autoUpgrade: true, autoVulFix: true };
    expect(warningsIn(aPool({ management }).stack)[0]!.text).toMatch(/\[maintenance-missing\]/);
    const { stack } = aPool({ management }, { maintenance });
    expect(warningsIn(stack)).toEqual([]);
    expect(resourceOf(stack, POOL).attributes.management).toMatchObject({
      auto_upgrade_policy: { auto_upgrade_kubelet: true },
      auto_vul_fix_policy: { restart_node: true, vul_level: 'asap' },
    });
  });

  test('a Flannel node takes an entry of the route table, 200 by default: a warning above', () => {
    const small = aPool({ size: 200 }, { around: { podNetwork: FLANNEL } });
    expect(warningsIn(small.stack)).toEqual([]);
    const large = aPool({ size: 201 }, { around: { podNetwork: FLANNEL } });
    expect(warningsIn(large.stack)[0]!.text).toMatch(/\[capacity-routes\]/);
  });
});

describe('existing clusters and pools', () => {
  const imported = (protection?: 'sandbox') => {
    const stack = aStack(protection);
    const network = new AnExistingNetwork(stack);
    return { stack, cluster: ManagedCluster.fromAttributes(stack, 'cluster', { clusterId: 'c0123', network }) };
  };

  test('an imported cluster creates nothing', () => {
    expect(billOf(imported().stack)).toEqual([]);
  });

  test('a pool added to an imported cluster is made in the stack that imported it', () => {
    const { stack, cluster } = imported();
    const pool = cluster.addNodePool('workers', { instanceTypes: TYPES, size: 3 });
    expect(billOf(stack)).toEqual([`${POOL} x1`]);
    expect(resourceOf(stack, POOL).attributes.cluster_id).toBe('c0123');
    expect(cluster.capacity).toEqual([pool.resource]);
  });

  test('the autoscaler of an imported cluster belongs to whoever made the cluster', () => {
    const { stack, cluster } = imported();
    cluster.addNodePool('workers', { instanceTypes: TYPES, size: { min: 1, max: 3 } });
    expect(resourcesOf(stack, 'alicloud_cs_autoscaling_config')).toEqual([]);
  });

  test('an imported cluster reads as it was described', () => {
    const stack = aStack();
    const network = new AnExistingNetwork(stack);
    const rrsa = { issuer: 'https://oidc.example', providerArn: 'acs:ram::1:oidc-provider/ack' };
    const cluster = ManagedCluster.fromAttributes(stack, 'cluster', { clusterId: 'c1', network, rrsa });
    expect(cluster).toMatchObject({ clusterId: 'c1', kind: 'managed', rrsa, endpoint: { kind: 'private' } });
  });

  test('an imported pool names its cluster and creates nothing', () => {
    const { stack, cluster } = imported();
    const pool = NodePool.fromAttributes(stack, 'pool', { cluster, nodePoolId: 'np4567' });
    new TerraformOutput(stack, 'pool-id', { value: pool.nodePoolId });
    expect(synthesized(stack).output).toMatchObject({ 'pool-id': { value: 'np4567' } });
    expect(billOf(stack)).toEqual([]);
  });
});
