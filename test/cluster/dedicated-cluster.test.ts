import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DedicatedCluster } from '../../lib/cluster/dedicated-cluster';
import { DECIDED_ONCE, DEDICATED_CLUSTER_DEFAULTS } from '../../lib/cluster/dedicated-cluster-defaults';
import { Login } from '../../lib/cluster/login';
import { rolesNeeded } from '../../lib/core/roles';
import { warningsIn } from '../../lib/core/warnings';
import { billOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { problemsOf } from '../support/problems';
import { anAdoption, aStack, TYPES } from './a-cluster';
import { AnExistingNetwork, FLANNEL } from './an-existing-network';
import { aDedicatedCluster, MASTERS, type DedicatedSituation } from './other-kinds';

const CLUSTER = 'alicloud_cs_kubernetes';
const attributes = (situation?: DedicatedSituation) =>
  resourceOf(aDedicatedCluster(situation).stack, CLUSTER).attributes;
const warnings = (situation?: DedicatedSituation) =>
  warningsIn(aDedicatedCluster(situation).stack).map(({ text }) => text);

const adopted = (situation: DedicatedSituation = {}) => ({ ...anAdoption(), ...situation });

describe('bill of materials', () => {
  test('a dedicated cluster is itself and a security group: it has no logs of its own', () => {
    expect(billOf(aDedicatedCluster().stack)).toEqual([
      'alicloud_cs_kubernetes x1',
      'alicloud_security_group x1',
      'alicloud_security_group_rule x2',
    ]);
  });

  test('a group that is brought along is not made again', () => {
    const stack = aStack();
    const network = new AnExistingNetwork(stack);
    const { securityGroup } = new DedicatedCluster(stack, 'one', { network, ...MASTERS });
    new DedicatedCluster(stack, 'two', { network, ...MASTERS, securityGroup });
    expect(billOf(stack)).toContain('alicloud_security_group x1');
  });

  test('the defaults that the documentation names are the ones that are used', () => {
    expect(DEDICATED_CLUSTER_DEFAULTS).toEqual({ masters: 3, endpoint: { kind: 'private' } });
    expect(Object.isFrozen(DEDICATED_CLUSTER_DEFAULTS)).toBe(true);
  });

  test('its components have the roles of its nodes, so that the account needs one role only', () => {
    expect(rolesNeeded(aDedicatedCluster().stack).map(({ name }) => name)).toEqual(['AliyunCSDefaultRole']);
  });
});

describe('the cluster that results', () => {
  test('has three masters of one type, one in each zone', () => {
    expect(attributes()).toMatchObject({
      name: 'shop-cluster',
      master_vswitch_ids: ['vsw-nodesh', 'vsw-nodesi', 'vsw-nodesj'],
      master_instance_types: ['ecs.g7.xlarge', 'ecs.g7.xlarge', 'ecs.g7.xlarge'],
      timeouts: { create: '90m', update: '60m', delete: '60m' },
    });
  });

  test('has five masters spread over three zones', () => {
    const cluster = attributes({ masters: 5 });
    expect(cluster.master_vswitch_ids).toEqual(['vsw-nodesh', 'vsw-nodesi', 'vsw-nodesj', 'vsw-nodesh', 'vsw-nodesi']);
    expect(cluster.master_instance_types).toHaveLength(5);
  });

  test('takes no more zones than masters, the first ones', () => {
    const zones = ['b', 'd', 'e', 'f'].map((letter) => `cn-hangzhou-${letter}`);
    expect(attributes({ around: { zones } }).master_vswitch_ids).toEqual(['vsw-nodesb', 'vsw-nodesd', 'vsw-nodese']);
  });

  test('gives each master the type that was written for it', () => {
    const masterTypes = ['ecs.g7.xlarge', 'ecs.g8i.xlarge', 'ecs.g9i.xlarge'];
    expect(attributes({ masterTypes }).master_instance_types).toEqual(masterTypes);
  });

  test('has the Kubernetes of a managed one: Terway with policies, no nginx controller, private API server', () => {
    expect(attributes()).toMatchObject({
      addons: [
        { name: 'terway-eniip', config: '{"ENITrunking":"true","IPVlan":"false","NetworkPolicy":"true"}' },
        { name: 'nginx-ingress-controller', disabled: true },
      ],
      pod_vswitch_ids: ['vsw-podsh', 'vsw-podsi', 'vsw-podsj'],
      service_cidr: '172.21.0.0/20',
      proxy_mode: 'iptables',
      slb_internet_enabled: false,
      deletion_protection: true,
    });
  });

  test('with Flannel gives Pods a range of their own and no vSwitches', () => {
    const cluster = attributes({ around: { podNetwork: FLANNEL } });
    expect(cluster).toMatchObject({ pod_cidr: '172.20.0.0/16', node_cidr_mask: 24, addons: [{ name: 'flannel' }, {}] });
    expect(cluster).not.toHaveProperty('pod_vswitch_ids');
  });

  test('is logged in to with a key pair, or a password that only KMS can read', () => {
    expect(attributes().key_name).toBe('ops');
    const login = Login.encryptedPassword({ ciphertext: 'NmQyY2ZhMjct', context: { app: 'shop' } });
    const cluster = attributes({ login });
    expect(cluster).toMatchObject({
      kms_encrypted_password: 'NmQyY2ZhMjct',
      kms_encryption_context: { app: 'shop' },
    });
    expect(cluster).not.toHaveProperty('key_name');
    expect(cluster).not.toHaveProperty('password');
  });

  test('a sandbox can be deleted, with all that it logged', () => {
    const { deletion_protection: kept, delete_options: options } = attributes({ protection: 'sandbox' });
    expect(kept).toBe(false);
    expect(new Set(options.map((option: Record<string, string>) => option.delete_mode))).toEqual(new Set(['delete']));
  });

  test('takes node pools, which wait for the way out as it does', () => {
    const { stack, cluster } = aDedicatedCluster();
    const pool = cluster.addNodePool('workers', { instanceTypes: TYPES, size: 3 });
    const { attributes: made } = resourceOf(stack, 'alicloud_cs_kubernetes_node_pool');
    expect(made.cluster_id).toBe(`\${${resourceOf(stack, CLUSTER).address}.id}`);
    expect(cluster.capacity).toEqual([pool.resource]);
  });
});

describe('traps', () => {
  test('removed and deprecated attributes are still in the schema: exactly these are written', () => {
    expect(Object.keys(attributes({ version: '1.34.1-aliyun.1' }))).toEqual(
      [
        'addons',
        'delete_options',
        'deletion_protection',
        'depends_on',
        'key_name',
        'lifecycle',
        'master_disk_category',
        'master_disk_performance_level',
        'master_disk_size',
        'master_instance_types',
        'master_vswitch_ids',
        'name',
        'new_nat_gateway',
        'pod_vswitch_ids',
        'proxy_mode',
        'runtime',
        'security_group_id',
        'service_cidr',
        'skip_set_certificate_authority',
        'slb_internet_enabled',
        'timeouts',
        'version',
      ].sort(),
    );
  });

  test('the provider’s runtime is a Docker that died with 1.24: containerd is written', () => {
    expect(attributes().runtime).toEqual({ name: 'containerd' });
  });

  test('the provider’s disk of 40 GiB is full of images in a month: ESSD PL1 of 120 GiB is written', () => {
    expect(attributes()).toMatchObject({
      master_disk_category: 'cloud_essd',
      master_disk_size: 120,
      master_disk_performance_level: 'PL1',
    });
    expect(attributes({ masterDisk: { category: 'cloud_ssd' } })).not.toHaveProperty('master_disk_performance_level');
  });

  test('ACK deletes a dedicated cluster and makes no new one: nothing that would replace it is compared', () => {
    const file = join(__dirname, '../../packages/rehearsal/schemas/alicloud-constraints-1.289.0.json.gz');
    const { resources } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));
    const replacing = Object.entries<{ forceNew?: boolean }>(resources[CLUSTER].attributes)
      .filter(([path, { forceNew }]) => forceNew && !path.includes('.'))
      .map(([path]) => path)
      // Removed from the provider, so that nothing can set it.
      .filter((path) => path !== 'node_port_range');
    expect(replacing.length).toBeGreaterThan(20);
    expect(attributes().lifecycle.ignore_changes).toEqual(expect.arrayContaining(replacing));
    expect([...DECIDED_ONCE]).toEqual([...DECIDED_ONCE].sort());
  });

  test('a minor alone is not compared, a full version is', () => {
    expect(attributes({ version: '1.34' }).lifecycle.ignore_changes).toContain('version');
    expect(attributes({ version: '1.34.1-aliyun.1' }).lifecycle.ignore_changes).not.toContain('version');
  });

  test('client keys land in the state unless skip_set_certificate_authority is true', () => {
    expect(attributes().skip_set_certificate_authority).toBe(true);
  });

  test('it waits for the way out and for the rules of its group', () => {
    expect(attributes().depends_on).toEqual([
      'alicloud_snat_entry.nodes-h',
      'alicloud_snat_entry.nodes-i',
      expect.stringContaining('out-everything'),
      expect.stringContaining('in-all'),
    ]);
  });
});

describe('warnings', () => {
  test('every synth says that Alibaba creates no new ones, and what to use instead', () => {
    expect(warnings()).toEqual([
      expect.stringMatching(
        /since 2024-08-21.*ManagedCluster with controlPlane: ControlPlane\.pro\(\).*\[dedicated-closed\]/,
      ),
    ]);
    expect(warnings(adopted())).toHaveLength(1);
    const { stack } = aDedicatedCluster();
    synthesized(stack);
    expect(warningsIn(stack)).toHaveLength(1);
  });

  test('two zones lose the majority of the masters with one of them', () => {
    const zones = ['cn-hangzhou-h', 'cn-hangzhou-i'];
    expect(warnings({ zones })[1]).toMatch(/^without zone "cn-hangzhou-h" .* 3 masters.*\[master-quorum\]$/);
    expect(warnings(adopted({ zones }))).toHaveLength(1);
  });

  test('a network without a way out is named, and no NAT gateway of ACK’s: here the provider sends false', () => {
    const [, warning] = warnings({ around: { egress: [] } });
    expect(warning).toMatch(/shows no way out: nodes that cannot pull images.*\[egress-missing\]$/);
  });
});

test('a cluster that exists is taken over, whatever was decided when it was made', () => {
  const { stack } = aDedicatedCluster(adopted());
  const { address } = resourceOf(stack, CLUSTER);
  expect(synthesized(stack).import).toEqual([{ id: 'c0123', to: address }]);
  expect(billOf(stack)).toEqual([`${CLUSTER} x1`]);
});

test.each<[string, DedicatedSituation, object]>([
  ['four masters', { masters: 4 as never }, { code: 'choice-invalid', value: 4, fix: 'write one of 3, 5' }],
  ['masters of no type', { masterTypes: [] }, { code: 'master-types', value: [] }],
  [
    'two types for three masters',
    { masterTypes: TYPES },
    { code: 'master-types', fix: 'write masterTypes: ["ecs.g7.xlarge"], or 3 of them' },
  ],
  [
    'a master of 2 vCPU',
    { masterTypes: ['ecs.g7.large'] },
    { code: 'instance-type-small', value: 'ecs.g7.large', fix: 'write "ecs.g7.xlarge" or larger' },
  ],
  ['a type that is none', { masterTypes: ['big'] }, { code: 'instance-type-invalid', value: 'big' }],
  [
    'Arm beside x86',
    { masterTypes: ['ecs.g7.xlarge', 'ecs.g7.xlarge', 'ecs.g8y.xlarge'] },
    { code: 'instance-type-mixed' },
  ],
  ['a disk of 20 GiB', { masterDisk: { sizeGib: 20 } }, { code: 'number-invalid', value: 20 }],
  ['a disk of 600 GiB', { masterDisk: { sizeGib: 600 } }, { code: 'number-invalid', value: 600 }],
  [
    'a level that needs a larger disk',
    { masterDisk: { performanceLevel: 'PL2' } },
    { code: 'disk-invalid', value: 120, fix: 'write sizeGib: 461, or a lower level' },
  ],
  [
    'a level of a disk that has none',
    { masterDisk: { category: 'cloud_ssd', performanceLevel: 'PL1' } },
    { code: 'disk-invalid', value: 'PL1' },
  ],
  [
    'more zones than masters',
    {
      around: { zones: [...'bdef'].map((z) => `cn-hangzhou-${z}`) },
      zones: [...'bdef'].map((z) => `cn-hangzhou-${z}`),
    },
    { code: 'zone-count', fix: 'name at most 3 zones' },
  ],
  ['one zone in production', { around: { zones: ['cn-hangzhou-h'] } }, { code: 'zone-count' }],
  ['a Pod range with Terway', { podCidr: '172.20.0.0/16' }, { code: 'pod-range-terway' }],
  [
    'network policies on Flannel',
    { around: { podNetwork: FLANNEL }, networkPolicies: true },
    { code: 'network-policy-flannel' },
  ],
  ['a Service range inside the VPC', { serviceCidr: '10.5.0.0/20' }, { code: 'cidr-overlap' }],
  ['nftables before 1.35', { version: '1.34.1-aliyun.1', proxyMode: 'nftables' }, { code: 'proxy-mode-version' }],
  [
    'a cluster that exists, without its group',
    { adopt: 'c0123' },
    { code: 'value-missing', fix: expect.stringContaining('SecurityGroup.fromAttributes') },
  ],
  ['logs', { logs: { kind: 'off' } } as never, { code: 'cluster-kind', fix: 'leave logs out' }],
  ['a control plane', { controlPlane: { tier: 'pro' } } as never, { code: 'cluster-kind' }],
])('%s: refused', (_, situation, expected) => {
  const problems = problemsOf(() => aDedicatedCluster(situation));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ path: 'shop/cluster', ...expected });
});

test('a password in clear is no way to log in', () => {
  const login = { kind: 'password', password: 'Secret123' } as never;
  const [problem] = problemsOf(() => aDedicatedCluster({ login }));
  expect(problem).toMatchObject({ code: 'choice-invalid', fix: 'write login: Login.keyPair("ops")' });
});

test('a new zone of the network moves no master and changes nothing that is compared', () => {
  const zones = ['cn-hangzhou-h', 'cn-hangzhou-i'];
  const before = attributes({ around: { zones } });
  const after = attributes({ around: { zones: [...zones, 'cn-hangzhou-j'] } });
  const compared = (cluster: typeof before) =>
    Object.fromEntries(Object.entries(cluster).filter(([key]) => !cluster.lifecycle.ignore_changes.includes(key)));
  expect(compared(after)).toEqual(compared(before));
});

test('two dedicated clusters of one VPC must not share a Pod range', () => {
  const stack = aStack();
  const network = new AnExistingNetwork(stack, { podNetwork: FLANNEL });
  new DedicatedCluster(stack, 'one', { network, ...MASTERS });
  new DedicatedCluster(stack, 'two', { network, ...MASTERS });
  expect(problemsOf(() => synthesized(stack))).toMatchObject([{ code: 'cidr-overlap', path: 'shop/two' }]);
  expect(resourcesOf(aDedicatedCluster().stack, 'alicloud_slb_acl')).toEqual([]);
});
