import { STUCK_ROWS } from '../../../lib/testing/guard/stuck';
import { changeOf } from './stacks';

/** A value at a dotted name, in blocks. */
const nested = (path: string, value: unknown): Record<string, unknown> => {
  const [name, ...rest] = path.split('.') as [string, ...string[]];
  return value === undefined ? {} : { [name]: rest.length > 0 ? nested(rest.join('.'), value) : value };
};

const stuckOf = (type: string, attribute: string, before: unknown, after: unknown, more: object = {}) => {
  const one = (value: unknown): object => ({ [type]: { it: { ...more, ...nested(attribute, value) } } });
  return changeOf(one(before), one(after)).changes.flatMap(({ stuck }) => stuck);
};

const CLUSTER = 'alicloud_cs_managed_kubernetes';

/** type, attribute, a change that is not made, what it comes to, a change that is (where there is one), other attributes. */
const CASES: readonly (readonly [
  string,
  string,
  readonly [unknown, unknown],
  string,
  (readonly [unknown, unknown])?,
  object?,
])[] = [
  [CLUSTER, 'pod_vswitch_ids', [['vsw-a'], ['vsw-a', 'vsw-b']], 'ignored'],
  [CLUSTER, 'new_nat_gateway', [true, false], 'ignored'],
  [CLUSTER, 'slb_internet_enabled', [false, true], 'ignored'],
  [CLUSTER, 'addons', [[{ name: 'terway-eniip' }], [{ name: 'flannel' }]], 'ignored'],
  [CLUSTER, 'is_enterprise_security_group', [true, false], 'ignored'],
  [CLUSTER, 'zone_ids', [['h'], ['i']], 'ignored'],
  [CLUSTER, 'user_ca', ['a.pem', 'b.pem'], 'ignored'],
  [CLUSTER, 'cluster_spec', ['ack.pro.small', 'ack.standard'], 'ignored', ['ack.standard', 'ack.pro.small']],
  [CLUSTER, 'enable_rrsa', [true, false], 'refused', [false, true]],
  [CLUSTER, 'version', ['1.34.1-aliyun.1', '1.33.3-aliyun.1'], 'refused', ['1.33.3-aliyun.1', '1.34.1-aliyun.1']],
  ['alicloud_cs_kubernetes', 'pod_vswitch_ids', [['vsw-a'], ['vsw-b']], 'ignored'],
  ['alicloud_cs_kubernetes_node_pool', 'eflo_node_group', [{ group_id: 'a' }, { group_id: 'b' }], 'ignored'],
  [
    'alicloud_cs_kubernetes_node_pool',
    'scaling_config',
    [{ max_size: 3 }, undefined],
    'ignored',
    [{ max_size: 3 }, { max_size: 4 }],
  ],
  ['alicloud_db_instance', 'engine_version', ['8.0', '5.7'], 'refused', ['5.7', '8.0']],
  ['alicloud_db_instance', 'instance_storage', [200, 100], 'limited', [100, 200]],
  ['alicloud_db_instance', 'instance_storage', [100, 200], 'hidden', undefined, { instance_charge_type: 'Serverless' }],
  ['alicloud_db_instance', 'vswitch_id', ['vsw-a,vsw-b', 'vsw-a,vsw-c'], 'hidden'],
  ['alicloud_db_instance', 'instance_charge_type', ['Prepaid', 'Postpaid'], 'refused', ['Postpaid', 'Prepaid']],
  ['alicloud_db_instance', 'db_is_ignore_case', [true, false], 'ignored'],
  ['alicloud_kvstore_instance', 'tde_status', ['Enabled', 'Disabled'], 'refused', ['Disabled', 'Enabled']],
  ['alicloud_kvstore_instance', 'engine_version', ['7.0', '6.0'], 'refused', ['6.0', '7.0']],
  ['alicloud_nas_file_system', 'capacity', [300, 200], 'refused', [200, 300]],
  ['alicloud_nas_file_system', 'snapshot_id', ['s-a', 's-b'], 'ignored'],
  ['alicloud_nas_mount_target', 'security_group_id', ['sg-a', 'sg-b'], 'ignored'],
  ['alicloud_nas_mount_target', 'dual_stack', [true, false], 'ignored'],
  ['alicloud_ecs_disk', 'size', [100, 40], 'refused', [40, 100]],
  ['alicloud_nat_gateway', 'eip_bind_mode', ['NAT', 'MULTI_BINDED'], 'refused', ['MULTI_BINDED', 'NAT']],
  ['alicloud_nat_gateway', 'network_type', ['internet', 'intranet'], 'ignored'],
  ['alicloud_nat_gateway', 'vswitch_id', ['vsw-a', 'vsw-b'], 'refused'],
  ...['instance_type', 'default_oss_bucket', 'custom_oss_bucket', 'image_scanner'].map(
    (attribute) => ['alicloud_cr_ee_instance', attribute, ['a', 'b'], 'ignored'] as const,
  ),
  ['alicloud_cr_ee_instance', 'namespace_quota', [5, 10], 'ignored'],
  ['alicloud_cr_ee_instance', 'repo_quota', [1000, 2000], 'ignored'],
  ['alicloud_vpc', 'ipv4_ipam_pool_id', ['a', 'b'], 'ignored'],
  ['alicloud_redis_tair_instance', 'src_db_instance_id', ['a', 'b'], 'ignored'],
  ['kubernetes_daemon_set_v1', 'spec.selector.match_labels', [{ app: 'a' }, { app: 'b' }], 'refused'],
  ['kubernetes_job_v1', 'spec.template.metadata.labels', [{ app: 'a' }, { app: 'b' }], 'refused'],
  ['kubernetes_job_v1', 'spec.template.metadata.annotations', [{ note: 'a' }, { note: 'b' }], 'refused'],
  ['kubernetes_job_v1', 'spec.template.spec.volume', [{ name: 'a' }, { name: 'b' }], 'refused'],
  ['kubernetes_job_v1', 'spec.template.spec.topology_spread_constraint', [{ max_skew: 1 }, { max_skew: 2 }], 'refused'],
  ['kubernetes_pod_v1', 'spec.volume', [{ name: 'a' }, { name: 'b' }], 'refused'],
  [
    'kubernetes_stateful_set_v1',
    'spec.volume_claim_template.spec.resources.requests',
    [{ storage: '1Gi' }, { storage: '2Gi' }],
    'refused',
  ],
  ['kubernetes_stateful_set_v1', 'spec.volume_claim_template.metadata.labels', [{ a: 'b' }, { a: 'c' }], 'refused'],
  [
    'kubernetes_stateful_set_v1',
    'spec.volume_claim_template.metadata.annotations',
    [{ a: 'b' }, { a: 'c' }],
    'refused',
  ],
  ['kubernetes_storage_class_v1', 'reclaim_policy', ['Delete', 'Retain'], 'refused'],
  ['kubernetes_ingress_class_v1', 'spec.controller', ['a.io/b', 'a.io/c'], 'refused'],
];

test.each(CASES.map((one) => [one[0], one[1], one] as const))(
  '%s %s: a change that Terraform plans and the cloud does not make',
  (type, attribute, [, , change, kind, made, more]) => {
    expect(stuckOf(type, attribute, ...change, more).map((one) => one.kind)).toEqual([kind]);
    expect(made ? stuckOf(type, attribute, ...made, more) : []).toEqual([]);
  },
);

test('a cluster none of whose vSwitches stays cannot follow them', () => {
  const network = (zone: string): object => ({
    alicloud_vswitch: { a: { zone_id: zone, vpc_id: 'vpc-a', cidr_block: '10.0.0.0/24' } },
    [CLUSTER]: { it: { vswitch_ids: ['${alicloud_vswitch.a.id}'] } },
  });
  const { changes } = changeOf(network('h'), network('i'));
  expect(changes.map(({ type, action, stuck }) => [type, action, stuck.map(({ kind }) => kind)])).toEqual([
    [CLUSTER, 'change', ['limited']],
    ['alicloud_vswitch', 'replace', []],
  ]);
});

test('every row is tried, and says on whose word', () => {
  const tried = new Set([
    ...CASES.map(([type, attribute, , kind]) => `${type} ${attribute} ${kind}`),
    `${CLUSTER} vswitch_ids limited`,
  ]);
  const untried = STUCK_ROWS.filter(
    ({ types, attribute, kind }) =>
      ![...tried].some((one) => {
        const [type, path, outcome] = one.split(' ') as [string, string, string];
        return types.includes(type) && outcome === kind && (path === attribute || path.startsWith(`${attribute}.`));
      }),
  );
  expect(untried).toEqual([]);
  STUCK_ROWS.forEach(({ source, what }) => {
    expect(source).toMatch(/^https:\/\/[\w.-]+\/\S+$/);
    expect(what).toMatch(/^[^.]/);
  });
});

test('a schema that asks for a new object is believed before the table', () => {
  const pool = (id: string): object => ({
    alicloud_cs_kubernetes_node_pool: { it: { cluster_id: id, eflo_node_group: { group_id: id } } },
  });
  const [change] = changeOf(pool('a'), pool('b')).changes;
  expect([change!.action, change!.stuck]).toEqual(['replace', []]);
});
