import { TerraformOutput } from 'cdktf';
import { ClusterLogs } from '../../lib/cluster/cluster-logs';
import { ControlPlane } from '../../lib/cluster/control-plane';
import { Encryption } from '../../lib/cluster/encryption';
import { MANAGED_CLUSTER_DEFAULTS } from '../../lib/cluster/managed-cluster-defaults';
import { warningsIn } from '../../lib/core/warnings';
import { LogProject } from '../../lib/logs/log-project';
import { KmsKey } from '../../lib/security/kms-key';
import type { CloudStack } from '../../lib/stacks/cloud-stack';
import { billOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { problemsOf } from '../support/problems';
import { aCluster, anAdoption, aPool, aStack, type Situation } from './a-cluster';
import { AnExistingNetwork, FLANNEL } from './an-existing-network';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';

const CLUSTER = 'alicloud_cs_managed_kubernetes';
const attributes = (situation?: Situation) => resourceOf(aCluster(situation).stack, CLUSTER).attributes;
const warnings = (situation?: Situation) => warningsIn(aCluster(situation).stack).map(({ text }) => text);

const rulesIn = (stack: CloudStack) =>
  resourcesOf(stack, 'alicloud_security_group_rule')
    .map((rule) => rule.attributes)
    .filter(({ type }) => type === 'ingress');

describe('bill of materials', () => {
  test('a cluster is itself, a security group that lets the VPC in, and a project for its logs', () => {
    expect(billOf(aCluster().stack)).toEqual([
      'alicloud_cs_managed_kubernetes x1',
      'alicloud_log_project x1',
      'alicloud_security_group x1',
      'alicloud_security_group_rule x2',
      'random_id x1',
    ]);
  });

  test('what is brought along is not made again', () => {
    const stack = aStack();
    const network = new AnExistingNetwork(stack);
    const { securityGroup } = new ManagedCluster(stack, 'one', { network, logs: ClusterLogs.off() });
    const project = LogProject.fromAttributes(stack, 'logs', { projectName: 'acme-logs' });
    new ManagedCluster(stack, 'two', { network, securityGroup, logs: ClusterLogs.on({ project }) });
    expect(billOf(stack)).toEqual([
      'alicloud_cs_managed_kubernetes x2',
      'alicloud_security_group x1',
      'alicloud_security_group_rule x2',
    ]);
  });

  test('the defaults that the documentation names are the ones that are used', () => {
    expect(MANAGED_CLUSTER_DEFAULTS).toEqual({
      controlPlane: { tier: 'pro' },
      endpoint: { kind: 'private' },
      logs: { kind: 'on' },
      dualStack: false,
    });
    expect(Object.isFrozen(MANAGED_CLUSTER_DEFAULTS)).toBe(true);
  });
});

describe('the cluster that results', () => {
  test('is Pro, named after stack and path, in the node vSwitches of its zones', () => {
    expect(attributes()).toMatchObject({
      name: 'shop-cluster',
      cluster_spec: 'ack.pro.small',
      vswitch_ids: ['vsw-nodesh', 'vsw-nodesi', 'vsw-nodesj'],
      service_cidr: '172.21.0.0/20',
      ip_stack: 'ipv4',
      timeouts: { create: '90m', update: '60m', delete: '60m' },
    });
  });

  test('has Terway with network policies, its switches as text in compact sorted JSON', () => {
    expect(attributes().addons[0]).toEqual({
      name: 'terway-eniip',
      config: '{"ENITrunking":"true","IPVlan":"false","NetworkPolicy":"true"}',
    });
    expect(attributes({ networkPolicies: false }).addons[0].config).toContain('"NetworkPolicy":"false"');
  });

  test('with Terway gives Pods the Pod vSwitches and no range of their own', () => {
    const cluster = attributes();
    expect(cluster.pod_vswitch_ids).toEqual(['vsw-podsh', 'vsw-podsi', 'vsw-podsj']);
    expect(cluster).not.toHaveProperty('pod_cidr');
    expect(cluster).not.toHaveProperty('node_cidr_mask');
  });

  test('with Flannel gives Pods a range of their own and no vSwitches', () => {
    const cluster = attributes({ around: { podNetwork: FLANNEL } });
    expect(cluster).toMatchObject({ pod_cidr: '172.20.0.0/16', node_cidr_mask: 24, addons: [{ name: 'flannel' }, {}] });
    expect(cluster).not.toHaveProperty('pod_vswitch_ids');
  });

  test.each([
    [ControlPlane.basic(), 'ack.standard'],
    [ControlPlane.pro(), 'ack.pro.small'],
    [ControlPlane.provisioned('4xlarge'), 'ack.pro.4xlarge'],
  ])('buys the control plane %j as %s', (controlPlane, spec) => {
    expect(attributes({ controlPlane }).cluster_spec).toBe(spec);
  });

  test.each([
    ['ipvs', '1.34.1-aliyun.1'],
    ['iptables', '1.34.1-aliyun.1'],
    ['nftables', '1.35.2-aliyun.1'],
  ] as const)('forwards the traffic of Services by %s on %s', (proxyMode, version) => {
    expect(attributes({ proxyMode, version }).proxy_mode).toBe(proxyMode);
  });

  test('keeps audit and control plane logs in a project of the stack, 30 days', () => {
    const { stack } = aCluster();
    const project = `\${${resourceOf(stack, 'alicloud_log_project').address}.project_name}`;
    expect(resourceOf(stack, CLUSTER).attributes).toMatchObject({
      audit_log_config: { enabled: true, sls_project_name: project },
      control_plane_log_project: project,
      control_plane_log_ttl: '30',
      control_plane_log_components: ['apiserver', 'ccm', 'controlplane-events', 'kcm', 'scheduler'],
    });
  });

  test('on Basic keeps the audit log only', () => {
    const cluster = attributes({ controlPlane: ControlPlane.basic() });
    expect(cluster.audit_log_config.enabled).toBe(true);
    expect(cluster).not.toHaveProperty('control_plane_log_components');
  });

  test.each([ControlPlane.pro(), ControlPlane.basic()])(
    'lets its service accounts take RAM roles: %j',
    (controlPlane) => {
      const { stack, cluster } = aCluster({ controlPlane });
      expect(resourceOf(stack, CLUSTER).attributes.enable_rrsa).toBe(true);
      new TerraformOutput(stack, 'issuer', { value: cluster.rrsa.issuer });
      new TerraformOutput(stack, 'provider', { value: cluster.rrsa.providerArn });
      const { address } = resourceOf(stack, CLUSTER);
      expect(synthesized(stack).output).toMatchObject({
        issuer: { value: `\${${address}.rrsa_metadata[0].rrsa_oidc_issuer_url}` },
        provider: { value: `\${${address}.rrsa_metadata[0].ram_oidc_provider_arn}` },
      });
    },
  );

  test('has IPv6 too when both the network and the cluster say so', () => {
    expect(attributes({ around: { ipv6: true } }).ip_stack).toBe('ipv4');
    expect(attributes({ around: { ipv6: true }, dualStack: true }).ip_stack).toBe('dual');
  });

  test('takes over a cluster that exists', () => {
    const { stack } = aCluster(anAdoption());
    const { address } = resourceOf(stack, CLUSTER);
    expect(synthesized(stack).import).toEqual([{ id: 'c0123', to: address }]);
  });

  test('needs nobody’s hand for nftables on 1.35', () => {
    expect(attributes({ version: '1.35.2-aliyun.1', proxyMode: 'nftables' }).proxy_mode).toBe('nftables');
  });
});

describe('protection', () => {
  const modes = (situation: Situation) =>
    Object.fromEntries(
      attributes(situation).delete_options.map((option: Record<string, string>) => [
        option['resource_type'],
        option['delete_mode'],
      ]),
    );

  test('production cannot be deleted and keeps its logs', () => {
    expect(attributes().deletion_protection).toBe(true);
    expect(modes({})).toMatchObject({ SLS_Data: 'retain', SLS_ControlPlane: 'retain' });
  });

  test('sandbox can be deleted and leaves nothing', () => {
    expect(attributes({ protection: 'sandbox' }).deletion_protection).toBe(false);
    expect(new Set(Object.values(modes({ protection: 'sandbox' })))).toEqual(new Set(['delete']));
  });

  test('nothing anywhere has prevent_destroy, so that one prop tears everything down', () => {
    const { stack } = aPool({}, { encryption: Encryption.withNewKey() });
    expect(JSON.stringify(synthesized(stack))).not.toContain('prevent_destroy');
  });
});

describe('traps', () => {
  test('removed and deprecated attributes are still in the schema: exactly these are written', () => {
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
        'ip_stack',
        'lifecycle',
        'name',
        'new_nat_gateway',
        'pod_vswitch_ids',
        'proxy_mode',
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

  test('new_nat_gateway=false is dropped by the provider: the cluster waits for the network’s way out', () => {
    const cluster = attributes();
    expect(cluster.new_nat_gateway).toBe(false);
    expect(cluster.depends_on.slice(0, 2)).toEqual(['alicloud_snat_entry.nodes-h', 'alicloud_snat_entry.nodes-i']);
  });

  test('an enterprise group isolates its members: its rules are destroyed after the cluster, not while it drains', () => {
    const waitedFor = attributes().depends_on.filter((one: string) => one.includes('security_group_rule'));
    expect(waitedFor).toEqual([expect.stringContaining('out-everything'), expect.stringContaining('in-all')]);
  });

  test('new_nat_gateway=false is dropped by the provider: a network without a way out earns a warning', () => {
    const [warning] = warnings({ around: { egress: [] } });
    expect(warning).toMatch(/shows no way out: ACK may make a NAT gateway of its own.*\[egress-missing\]/);
    expect(warnings()).toEqual([]);
  });

  test('new_nat_gateway=false is dropped by the provider: a way out that is made after the cluster is refused', () => {
    const { stack, network } = aCluster();
    network.egress.push({ fqn: 'alicloud_snat_entry.late' });
    expect(problemsOf(() => synthesized(stack))).toMatchObject([
      {
        code: 'egress-late',
        path: 'shop/cluster',
        fix: 'create the NatGateway before the cluster in the program',
      },
    ]);
  });

  test('is_enterprise_security_group=false is dropped by the provider: the group is always passed by id', () => {
    const { stack } = aCluster({ around: { podNetwork: FLANNEL } });
    const group = resourceOf(stack, 'alicloud_security_group');
    expect(group.attributes.security_group_type).toBe('normal');
    const cluster = resourceOf(stack, CLUSTER).attributes;
    expect(cluster.security_group_id).toBe(`\${${group.address}.id}`);
    expect(cluster).not.toHaveProperty('is_enterprise_security_group');
  });

  test('a normal security group holds about 2000 addresses: with Terway the group is an enterprise one', () => {
    const { stack } = aCluster();
    expect(resourceOf(stack, 'alicloud_security_group').attributes.security_group_type).toBe('enterprise');
  });

  test('an enterprise group isolates its members: the VPC is let in, and the internet is not', () => {
    const rules = rulesIn(aCluster().stack);
    expect(rules.map((rule) => [rule.type, rule.cidr_ip, rule.nic_type])).toEqual([
      ['ingress', '10.0.0.0/8', 'intranet'],
    ]);
  });

  test('Flannel Pods come from a range outside the VPC, which the group lets in too', () => {
    const { stack } = aCluster({ around: { podNetwork: FLANNEL } });
    const ranges = rulesIn(stack).map((rule) => rule.cidr_ip);
    expect(ranges.sort()).toEqual(['10.0.0.0/8', '172.20.0.0/16']);
  });

  test('slb_internet_enabled is true by default in the provider: the API server is private', () => {
    expect(attributes().slb_internet_enabled).toBe(false);
  });

  test('client keys land in the state unless skip_set_certificate_authority is true', () => {
    expect(attributes().skip_set_certificate_authority).toBe(true);
  });

  test('the API’s own service_cidr lies in 172.16.0.0/12: it is always written', () => {
    expect(attributes().service_cidr).toBe('172.21.0.0/20');
    expect(attributes({ serviceCidr: '192.168.0.0/20' }).service_cidr).toBe('192.168.0.0/20');
  });

  test('an empty cluster_spec means Basic: it is always written', () => {
    expect(attributes({ controlPlane: ControlPlane.basic() }).cluster_spec).toBe('ack.standard');
  });

  test('name_prefix Terraform-Creation names clusters nobody named: the name is always written', () => {
    expect(attributes().name).toBe('shop-cluster');
    expect(attributes()).not.toHaveProperty('name_prefix');
  });

  test('empty operation_policy, audit_log_config and auto_mode blocks crash the provider: none is ever empty', () => {
    const window = { weekdays: ['Monday'], start: '02:00', hours: 3 } as const;
    const quiet = attributes({ maintenance: window, logs: ClusterLogs.off() });
    expect(quiet).not.toHaveProperty('operation_policy');
    expect(quiet).not.toHaveProperty('auto_mode');
    expect(quiet.audit_log_config).toEqual({ enabled: false });
    const off = attributes({ maintenance: { ...window, autoUpgrade: 'none' } });
    expect(off.operation_policy).toEqual({ cluster_auto_upgrade: { enabled: false } });
  });

  test('while encryption counts as disabled a change of the key is hidden: both are written together', () => {
    expect(attributes({ encryption: Encryption.withKey('key-1') })).toMatchObject({
      encryption_provider_key: 'key-1',
      disable_encryption: false,
    });
    expect(attributes()).not.toHaveProperty('disable_encryption');
  });

  test('a key that is made for the cluster is the one that it is given', () => {
    const { stack } = aCluster({ encryption: Encryption.withNewKey() });
    const key = resourceOf(stack, 'alicloud_kms_key');
    expect(resourceOf(stack, CLUSTER).attributes.encryption_provider_key).toBe(`\${${key.address}.id}`);
  });

  test('a KmsKey of the user’s own can be named by its id', () => {
    const stack = aStack();
    const { keyId } = new KmsKey(stack, 'key');
    const network = new AnExistingNetwork(stack);
    new ManagedCluster(stack, 'cluster', { network, encryption: Encryption.withKey(keyId) });
    const key = resourceOf(stack, 'alicloud_kms_key');
    expect(resourceOf(stack, CLUSTER).attributes.encryption_provider_key).toBe(`\${${key.address}.id}`);
  });

  test('control_plane_log_components is compared in order: it is sorted and not compared', () => {
    const { control_plane_log_components: components, lifecycle } = attributes();
    expect(components).toEqual([...components].sort());
    expect(lifecycle.ignore_changes).toContain('control_plane_log_components');
  });

  test('a log project named as text is destroyed before the cluster: it is named by reference', () => {
    expect(attributes().control_plane_log_project).toMatch(/^\$\{alicloud_log_project\./);
  });

  test('what is read at creation only would differ for ever: it is not compared', () => {
    expect(attributes().lifecycle.ignore_changes).toEqual([
      'addons',
      'control_plane_log_components',
      'name_prefix',
      'new_nat_gateway',
      'proxy_mode',
      'slb_internet_enabled',
      'user_ca',
      'zone_ids',
    ]);
  });

  test('an ALB that ACK keeps blocks the VPC: balancers and private zones go with the cluster, in production too', () => {
    expect(attributes().delete_options.slice(0, 3)).toEqual([
      { resource_type: 'SLB', delete_mode: 'delete' },
      { resource_type: 'ALB', delete_mode: 'delete' },
      { resource_type: 'PrivateZone', delete_mode: 'delete' },
    ]);
  });

  test('the nginx controller opens a public balancer by itself: it is switched off at first boot', () => {
    expect(attributes().addons[1]).toEqual({ name: 'nginx-ingress-controller', disabled: true });
  });

  test('the addons block is never updated: it holds the network plug-in and what is switched off, nothing else', () => {
    expect(attributes().addons).toHaveLength(2);
  });

  test('maintenance_time needs milliseconds', () => {
    const maintenance = { weekdays: ['Thursday', 'Monday'], start: '02:30', hours: 3 } as const;
    expect(attributes({ maintenance }).maintenance_window).toEqual({
      enable: true,
      maintenance_time: '2025-07-07T02:30:00.000+08:00',
      duration: '3h',
      weekly_period: 'Monday,Thursday',
    });
  });

  test('with automatic upgrades ACK raises the version: Terraform does not compare it', () => {
    const maintenance = { weekdays: ['Monday'], start: '02:00', hours: 3, autoUpgrade: 'stable' } as const;
    const cluster = attributes({ maintenance, version: '1.34.1-aliyun.1' });
    expect(cluster.operation_policy).toEqual({ cluster_auto_upgrade: { enabled: true, channel: 'stable' } });
    expect(cluster.lifecycle.ignore_changes).toContain('version');
    expect(attributes({ version: '1.34.1-aliyun.1' }).lifecycle.ignore_changes).not.toContain('version');
  });

  test('ACK reads back a full version: a minor alone is not compared, and a warning says so', () => {
    const cluster = attributes({ version: '1.34' });
    expect(cluster.version).toBe('1.34');
    expect(cluster.lifecycle.ignore_changes).toContain('version');
    expect(warnings({ version: '1.34' })[0]).toMatch(
      /write the full version, such as "1.34.1-aliyun.1".*\[version-minor\]/,
    );
  });

  test('ipvs is deprecated from 1.35 on: the default follows the version', () => {
    const mode = (version?: string) => attributes({ version }).proxy_mode;
    expect([mode('1.34.1-aliyun.1'), mode('1.35.2-aliyun.1'), mode()]).toEqual(['ipvs', 'iptables', 'iptables']);
    expect(warnings({ version: '1.35.2-aliyun.1', proxyMode: 'ipvs' })[0]).toContain('[proxy-mode-deprecated]');
  });

  test('proxy_mode replaces the cluster: an upgrade past 1.35 must not change the default of a living one', () => {
    expect(attributes({ version: '1.34.1-aliyun.1' }).lifecycle.ignore_changes).toContain('proxy_mode');
    expect(attributes({ proxyMode: 'iptables' }).lifecycle.ignore_changes).not.toContain('proxy_mode');
  });

  test('vswitch_ids restart the control plane: they are sorted by zone, whatever the order of the prop', () => {
    const zones = ['cn-hangzhou-j', 'cn-hangzhou-h'];
    expect(attributes({ zones }).vswitch_ids).toEqual(['vsw-nodesh', 'vsw-nodesj']);
  });

  test('a control plane takes five vSwitches at most: the first five zones are taken', () => {
    const zones = ['b', 'd', 'e', 'f', 'g', 'h'].map((letter) => `cn-hangzhou-${letter}`);
    expect(attributes({ around: { zones } }).vswitch_ids).toHaveLength(5);
  });
});

describe('stability', () => {
  test('a new zone adds a vSwitch and leaves the others where they are', () => {
    const zones = ['cn-hangzhou-h', 'cn-hangzhou-i'];
    const before = attributes({ around: { zones } });
    const after = attributes({ around: { zones: [...zones, 'cn-hangzhou-j'] } });
    expect(after.vswitch_ids).toEqual([...before.vswitch_ids, 'vsw-nodesj']);
    expect({ ...after, vswitch_ids: 0, pod_vswitch_ids: 0 }).toEqual({ ...before, vswitch_ids: 0, pod_vswitch_ids: 0 });
  });

  test('a new node pool changes nothing of the cluster and of the other pools', () => {
    const one = aPool({ size: 3 });
    const two = aPool({ size: 3 });
    two.cluster.addNodePool('batch', { instanceTypes: ['ecs.c7.xlarge', 'ecs.c8i.xlarge'], size: 2 });
    const before = synthesized(one.stack).resource!;
    const after = synthesized(two.stack).resource!;
    expect(after[CLUSTER]).toEqual(before[CLUSTER]);
    expect(after['alicloud_cs_kubernetes_node_pool']).toMatchObject(before['alicloud_cs_kubernetes_node_pool']!);
  });

  test('the same program gives the same bytes', () => {
    const text = () => JSON.stringify(synthesized(aPool().stack));
    expect(text()).toBe(text());
  });
});
