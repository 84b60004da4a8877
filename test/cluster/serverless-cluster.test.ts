import { TerraformOutput } from 'cdktf';
import { ClusterLogs } from '../../lib/cluster/cluster-logs';
import { ControlPlane } from '../../lib/cluster/control-plane';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Encryption } from '../../lib/cluster/encryption';
import { ServerlessCluster } from '../../lib/cluster/serverless-cluster';
import { SERVERLESS_CLUSTER_DEFAULTS } from '../../lib/cluster/serverless-cluster-defaults';
import { ServiceDiscovery } from '../../lib/cluster/service-discovery';
import { rolesNeeded } from '../../lib/core/roles';
import { warningsIn } from '../../lib/core/warnings';
import { LogProject } from '../../lib/logs/log-project';
import { Network } from '../../lib/network/network';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { billOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { problemsOf } from '../support/problems';
import { anAdoption, aStack } from './a-cluster';
import { AnExistingNetwork, FLANNEL } from './an-existing-network';
import { aServerlessCluster, type ServerlessSituation } from './other-kinds';

const CLUSTER = 'alicloud_cs_managed_kubernetes';
const attributes = (situation?: ServerlessSituation) =>
  resourceOf(aServerlessCluster(situation).stack, CLUSTER).attributes;
const warnings = (situation?: ServerlessSituation) =>
  warningsIn(aServerlessCluster(situation).stack).map(({ text }) => text);

describe('bill of materials', () => {
  test('a Serverless cluster is itself, a security group and a project for its logs: no node, no virtual node', () => {
    expect(billOf(aServerlessCluster().stack)).toEqual([
      'alicloud_cs_managed_kubernetes x1',
      'alicloud_log_project x1',
      'alicloud_security_group x1',
      'alicloud_security_group_rule x2',
      'random_id x1',
    ]);
  });

  test('the deprecated type of resource is not used', () => {
    expect(resourcesOf(aServerlessCluster().stack, 'alicloud_cs_serverless_kubernetes')).toEqual([]);
    expect(attributes().profile).toBe('Serverless');
  });

  test('what is brought along is not made again', () => {
    const stack = aStack();
    const network = new AnExistingNetwork(stack);
    const { securityGroup } = new ServerlessCluster(stack, 'one', { network, logs: ClusterLogs.off() });
    const project = LogProject.fromAttributes(stack, 'logs', { projectName: 'acme-logs' });
    new ServerlessCluster(stack, 'two', { network, securityGroup, logs: ClusterLogs.on({ project }) });
    expect(billOf(stack)).toEqual([
      'alicloud_cs_managed_kubernetes x2',
      'alicloud_security_group x1',
      'alicloud_security_group_rule x2',
    ]);
  });

  test('the defaults that the documentation names are the ones that are used', () => {
    expect(SERVERLESS_CLUSTER_DEFAULTS).toEqual({
      controlPlane: { tier: 'pro' },
      endpoint: { kind: 'private' },
      logs: { kind: 'on' },
      serviceDiscovery: { kind: 'core-dns' },
      networkPolicies: false,
    });
    expect(Object.isFrozen(SERVERLESS_CLUSTER_DEFAULTS)).toBe(true);
  });

  test('the account needs the roles of Serverless, of ECI and of logs, and none of nodes', () => {
    expect(rolesNeeded(aServerlessCluster().stack).map(({ name }) => name)).toEqual([
      'AliyunCSDefaultRole',
      'AliyunCSKubernetesAuditRole',
      'AliyunCSManagedLogRole',
      'AliyunCSManagedVKRole',
      'AliyunCSServerlessKubernetesRole',
      'eci.aliyuncs.com',
    ]);
    const { stack } = aServerlessCluster({ logs: ClusterLogs.off() });
    expect(rolesNeeded(stack).map(({ name }) => name)).not.toContain('AliyunCSKubernetesAuditRole');
  });
});

describe('the cluster that results', () => {
  test('is Pro, private, undeletable, named after stack and path', () => {
    expect(attributes()).toMatchObject({
      name: 'shop-cluster',
      cluster_spec: 'ack.pro.small',
      slb_internet_enabled: false,
      deletion_protection: true,
      service_cidr: '172.21.0.0/20',
      timeouts: { create: '90m', update: '60m', delete: '60m' },
    });
  });

  test('can be Basic, which has no control plane logs', () => {
    const cluster = attributes({ controlPlane: ControlPlane.basic() });
    expect(cluster.cluster_spec).toBe('ack.standard');
    expect(cluster.audit_log_config.enabled).toBe(true);
    expect(cluster).not.toHaveProperty('control_plane_log_components');
    expect(cluster.enable_rrsa).toBe(true);
  });

  test('places Pods in the vSwitches for ECI, one in each zone', () => {
    expect(attributes().vswitch_ids).toEqual(['vsw-ecih', 'vsw-ecii', 'vsw-ecij']);
    expect(attributes({ zones: ['cn-hangzhou-j', 'cn-hangzhou-h'] }).vswitch_ids).toEqual(['vsw-ecih', 'vsw-ecij']);
  });

  const withVswitches = (...purposes: ('pods' | 'nodes')[]) => {
    const stack = aStack('sandbox');
    const network = Network.fromAttributes(stack, 'network', {
      vpcId: 'vpc-1',
      cidrs: ['10.0.0.0/16'],
      podNetwork: FLANNEL,
      vswitches: purposes.map((purpose, at) => ({
        vswitchId: `vsw-${purpose}`,
        zone: 'cn-hangzhou-h',
        purpose,
        cidr: `10.0.${at * 64}.0/18`,
      })),
    });
    new ServerlessCluster(stack, 'cluster', { network });
    return resourceOf(stack, CLUSTER).attributes.vswitch_ids;
  };

  test('in a network without vSwitches for ECI places them in those for nodes', () => {
    expect(withVswitches('nodes')).toEqual(['vsw-nodes']);
  });

  test('logs what its control plane has, the part that makes Pods of instances too', () => {
    expect(attributes()).toMatchObject({
      audit_log_config: { enabled: true, sls_project_name: expect.stringMatching(/^\$\{alicloud_log_project\./) },
      control_plane_log_components: ['apiserver', 'ccm', 'kcm', 'scheduler', 'vk'],
      control_plane_log_ttl: '30',
    });
    expect(attributes({ logs: ClusterLogs.off() }).audit_log_config).toEqual({ enabled: false });
  });

  test('finds Services by CoreDNS from the first Pod on', () => {
    expect(attributes().addons).toEqual([{ name: 'coredns' }]);
  });

  test('finds Services by a private zone, then without CoreDNS', () => {
    const { stack, cluster } = aServerlessCluster({ serviceDiscovery: ServiceDiscovery.privateZone() });
    expect(resourceOf(stack, CLUSTER).attributes.addons).toEqual([{ name: 'coredns', disabled: true }]);
    expect(cluster.addons).not.toContain('coredns');
    expect(aServerlessCluster().cluster.addons).toContain('coredns');
  });

  test('finds Services by a private zone once the baseline in the cluster says so to ECI', () => {
    const { stack, cluster } = aServerlessCluster({ serviceDiscovery: ServiceDiscovery.privateZone() });
    const apps = new WorkloadStack(stack.node.scope!, 'apps', { cluster, baseline: { eci: { privateZone: true } } });
    expect(resourceOf(apps, 'kubernetes_config_map_v1_data').attributes).toMatchObject({
      metadata: { name: 'eci-profile', namespace: 'kube-system' },
      data: { enablePrivateZone: 'true' },
    });
  });

  test('encrypts Secrets, which needs a role more', () => {
    const { stack } = aServerlessCluster({ encryption: Encryption.withNewKey() });
    const key = resourceOf(stack, 'alicloud_kms_key');
    expect(resourceOf(stack, CLUSTER).attributes).toMatchObject({
      encryption_provider_key: `\${${key.address}.id}`,
      disable_encryption: false,
    });
    expect(rolesNeeded(stack).map(({ name }) => name)).toContain('AliyunCSManagedSecurityRole');
  });

  test('is upgraded by ACK in its window, when it is told to, and then not compared', () => {
    const maintenance = { weekdays: ['Tuesday'], start: '02:00', hours: 3, autoUpgrade: 'patch' } as const;
    const cluster = attributes({ maintenance, version: '1.34.1-aliyun.1' });
    expect(cluster.maintenance_window.weekly_period).toBe('Tuesday');
    expect(cluster.operation_policy).toEqual({ cluster_auto_upgrade: { enabled: true, channel: 'patch' } });
    expect(cluster.lifecycle.ignore_changes).toContain('version');
  });

  test('keeps NetworkPolicies with a component, when it is told to', () => {
    const { stack, cluster } = aServerlessCluster({ networkPolicies: true });
    expect(resourceOf(stack, 'alicloud_cs_kubernetes_addon').attributes.name).toBe('poseidon');
    expect(cluster.networkPolicies).toBe(true);
    expect(aServerlessCluster().cluster.networkPolicies).toBe(false);
  });

  test('lets its service accounts take RAM roles', () => {
    const { stack, cluster } = aServerlessCluster();
    new TerraformOutput(stack, 'issuer', { value: cluster.rrsa.issuer });
    const { address } = resourceOf(stack, CLUSTER);
    expect(synthesized(stack).output).toMatchObject({
      issuer: { value: `\${${address}.rrsa_metadata[0].rrsa_oidc_issuer_url}` },
    });
  });

  test('takes over a cluster that exists, and then says nothing of new ones', () => {
    const { stack } = aServerlessCluster(anAdoption());
    const { address } = resourceOf(stack, CLUSTER);
    expect(synthesized(stack).import).toEqual([{ id: 'c0123', to: address }]);
    expect(warningsIn(stack)).toEqual([]);
  });

  test('a sandbox can be deleted and leaves nothing', () => {
    const { deletion_protection: kept, delete_options: options } = attributes({ protection: 'sandbox' });
    expect(kept).toBe(false);
    expect(new Set(options.map((option: Record<string, string>) => option.delete_mode))).toEqual(new Set(['delete']));
  });
});

describe('traps', () => {
  test('nobody has tested the profile with the provider: exactly these attributes are written', () => {
    expect(Object.keys(attributes({ version: '1.34.1-aliyun.1' }))).toEqual(
      [
        'addons',
        'audit_log_config',
        'cluster_spec',
        'control_plane_log_components',
        'control_plane_log_project',
        'control_plane_log_ttl',
        'delete_options',
        'deletion_protection',
        'depends_on',
        'enable_rrsa',
        'lifecycle',
        'name',
        'new_nat_gateway',
        'profile',
        'security_group_id',
        'service_cidr',
        'skip_set_certificate_authority',
        'slb_internet_enabled',
        'timeouts',
        'version',
        'vswitch_ids',
      ].sort(),
    );
  });

  test('the provider fills in a proxy mode and a node mask, and replaces the cluster for another: they are not compared', () => {
    expect(attributes().lifecycle.ignore_changes).toEqual(
      expect.arrayContaining(['cluster_domain', 'node_cidr_mask', 'pod_cidr', 'proxy_mode']),
    );
  });

  test('a basic group holds about 2000 addresses and every Pod is one: the group is enterprise, on Flannel too', () => {
    const { stack } = aServerlessCluster({ around: { podNetwork: FLANNEL } });
    expect(resourceOf(stack, 'alicloud_security_group').attributes.security_group_type).toBe('enterprise');
    const ranges = resourcesOf(stack, 'alicloud_security_group_rule')
      .map((rule) => rule.attributes)
      .filter(({ type }) => type === 'ingress')
      .map(({ cidr_ip: range }) => range);
    expect(ranges.sort()).toEqual(['10.0.0.0/8', '172.20.0.0/16']);
  });

  test('new_nat_gateway=false is dropped by the provider: the cluster waits for the way out, and misses one aloud', () => {
    expect(attributes().depends_on.slice(0, 2)).toEqual(['alicloud_snat_entry.nodes-h', 'alicloud_snat_entry.nodes-i']);
    expect(warnings({ around: { egress: [] } })[1]).toMatch(/ACK may make a NAT gateway of its own.*Pods whose images/);
  });

  test('Alibaba makes them only for accounts that have had one: a warning names the way for the others', () => {
    expect(warnings()).toEqual([expect.stringMatching(/since 2025-02-17.*ManagedCluster.*\[serverless-closed\]$/)]);
  });
});

test.each<[string, ServerlessSituation, object]>([
  [
    'a provisioned control plane',
    { controlPlane: ControlPlane.provisioned('xlarge') as never },
    { code: 'cluster-kind', value: 'xlarge', fix: 'write controlPlane: ControlPlane.pro()' },
  ],
  ['a Pod range', { podCidr: '172.20.0.0/16' } as never, { code: 'cluster-kind', fix: 'leave podCidr out' }],
  ['a proxy mode', { proxyMode: 'ipvs' } as never, { code: 'cluster-kind', value: 'ipvs' }],
  ['network policies on Basic', { networkPolicies: true, controlPlane: ControlPlane.basic() }, { code: 'tier-basic' }],
  [
    'encryption on Basic',
    { encryption: Encryption.withKey('key-1'), controlPlane: ControlPlane.basic() },
    { code: 'tier-basic', fix: 'write controlPlane: ControlPlane.pro(), or leave encryption out' },
  ],
  [
    'a maintenance window on no day',
    { maintenance: { weekdays: [], start: '02:00', hours: 3 } },
    { code: 'maintenance-invalid', value: [] },
  ],
  ['dual stack', { dualStack: true } as never, { code: 'cluster-kind' }],
  ['masters', { masters: 3 } as never, { code: 'cluster-kind', value: 3 }],
  [
    'a service discovery that is none',
    { serviceDiscovery: 'CoreDNS' as never },
    { code: 'choice-invalid', fix: 'write serviceDiscovery: ServiceDiscovery.coreDns()' },
  ],
  ['a prop that nobody has', { nodes: 3 } as never, { code: 'prop-unknown' }],
  ['one zone in production', { around: { zones: ['cn-hangzhou-h'] } }, { code: 'zone-count' }],
  [
    'a zone without a vSwitch for ECI',
    { zones: ['cn-hangzhou-h', 'cn-hangzhou-z'] },
    { code: 'vswitch-missing', what: expect.stringContaining('for eci in zone "cn-hangzhou-z"') },
  ],
  ['a Service range inside the VPC', { serviceCidr: '10.5.0.0/20' }, { code: 'cidr-overlap' }],
  ['logs kept too long', { logs: ClusterLogs.on({ retentionDays: 3001 }) }, { code: 'number-invalid', value: 3001 }],
  ['a version that is a word', { version: 'latest' }, { code: 'version-invalid' }],
  ['a network of another region', { around: { region: 'cn-beijing' } }, { code: 'network-region' }],
  ['an id that is none to adopt', { ...anAdoption(), adopt: 'shop' }, { code: 'resource-id-invalid' }],
  [
    'a cluster that exists, without its group',
    { adopt: 'c0123' },
    { code: 'value-missing', fix: expect.stringContaining('SecurityGroup.fromAttributes') },
  ],
])('%s: refused', (_, situation, expected) => {
  const problems = problemsOf(() => aServerlessCluster(situation));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ path: 'shop/cluster', ...expected });
});

test('its Services must not meet the Pods of a Flannel cluster in the VPC', () => {
  const stack = aStack();
  const network = new AnExistingNetwork(stack, { podNetwork: FLANNEL });
  new ManagedCluster(stack, 'nodes', { network });
  new ServerlessCluster(stack, 'pods', { network, serviceCidr: '172.20.16.0/20' });
  expect(problemsOf(() => synthesized(stack))).toMatchObject([
    { code: 'cidr-overlap', path: 'shop/pods', value: '172.20.16.0/20' },
  ]);
});

describe('stability', () => {
  test('a new zone adds a vSwitch and leaves the others where they are', () => {
    const zones = ['cn-hangzhou-h', 'cn-hangzhou-i'];
    const before = attributes({ around: { zones } });
    const after = attributes({ around: { zones: [...zones, 'cn-hangzhou-j'] } });
    expect(after.vswitch_ids).toEqual([...before.vswitch_ids, 'vsw-ecij']);
    expect({ ...after, vswitch_ids: 0 }).toEqual({ ...before, vswitch_ids: 0 });
  });

  test('six zones are more than a control plane takes: the first five are taken', () => {
    const zones = [...'bdefgh'].map((letter) => `cn-hangzhou-${letter}`);
    expect(attributes({ around: { zones } }).vswitch_ids).toHaveLength(5);
  });

  test('the same program gives the same bytes', () => {
    const text = () => JSON.stringify(synthesized(aServerlessCluster({ networkPolicies: true }).stack));
    expect(text()).toBe(text());
  });
});
