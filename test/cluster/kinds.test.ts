import { DedicatedCluster } from '../../lib/cluster/dedicated-cluster';
import { ControlPlane } from '../../lib/cluster/control-plane';
import type { IDedicatedCluster } from '../../lib/cluster/i-dedicated-cluster';
import type { IManagedCluster } from '../../lib/cluster/i-managed-cluster';
import type { IServerlessCluster } from '../../lib/cluster/i-serverless-cluster';
import { Login } from '../../lib/cluster/login';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { NodePool } from '../../lib/cluster/nodes/node-pool';
import { ServerlessCluster } from '../../lib/cluster/serverless-cluster';
import type { INetwork } from '../../lib/core/network';
import { warningsIn } from '../../lib/core/warnings';
import type { CloudStack } from '../../lib/stacks/cloud-stack';
import { billOf, resourcesOf, synthesized, type Attributes } from '../../lib/testing';
import { problemsOf } from '../support/problems';
import { aStack, TYPES } from './a-cluster';
import { AnExistingNetwork } from './an-existing-network';
import { ID, KINDS, program, type Kind } from './kinds-program';

const CLUSTER_TYPES = ['alicloud_cs_managed_kubernetes', 'alicloud_cs_kubernetes'];
const clusterIn = (cloud: CloudStack) => CLUSTER_TYPES.flatMap((type) => resourcesOf(cloud, type));

/** Keys whose values are not the same in all of the objects. */
function differing(objects: readonly Attributes[]): string[] {
  const keys = [...new Set(objects.flatMap((one) => Object.keys(one)))].sort();
  return keys.filter((key) => new Set(objects.map((one) => JSON.stringify(one[key]))).size > 1);
}

describe('the resource of the cluster, side by side', () => {
  const OWN = ['managed', 'dedicated', 'serverless'] as const;
  const [managed, dedicated, serverless] = OWN.map((kind) => clusterIn(program(kind).cloud)[0]!) as [
    ReturnType<typeof resourcesOf>[number],
    ReturnType<typeof resourcesOf>[number],
    ReturnType<typeof resourcesOf>[number],
  ];
  const vswitches = (purpose: string) =>
    ['h', 'i', 'j'].map(() => expect.stringMatching(new RegExp(`vswitch-${purpose}-cn-hangzhou-`)));
  const project = expect.stringMatching(/^\$\{alicloud_log_project\./);
  const addon = (name: string) => expect.arrayContaining([expect.objectContaining({ name })]);
  const NONE = undefined;

  /** By attribute: managed, dedicated, Serverless, and why they differ. */
  const DIFFERENCES: Readonly<Record<string, readonly [unknown, unknown, unknown, string]>> = {
    profile: [NONE, NONE, 'Serverless', 'one type of resource makes managed and Serverless clusters'],
    cluster_spec: ['ack.pro.small', NONE, 'ack.pro.small', 'nobody sells a control plane that runs on your masters'],
    vswitch_ids: [
      vswitches('nodes'),
      NONE,
      vswitches('eci'),
      'Serverless Pods are on ECI and take its addresses; a dedicated control plane is the masters',
    ],
    master_vswitch_ids: [NONE, vswitches('nodes'), NONE, 'only a dedicated cluster has masters, one in each zone'],
    master_instance_types: [NONE, Array(3).fill('ecs.g7.xlarge'), NONE, 'masters are ECS instances'],
    master_disk_category: [NONE, 'cloud_essd', NONE, 'masters have disks'],
    master_disk_size: [NONE, 120, NONE, 'masters have disks'],
    master_disk_performance_level: [NONE, 'PL1', NONE, 'masters have disks'],
    key_name: [NONE, 'ops', NONE, 'people log in to masters'],
    runtime: [NONE, { name: 'containerd' }, NONE, 'masters run containers; node pools say it for nodes'],
    pod_vswitch_ids: [vswitches('pods'), vswitches('pods'), NONE, 'Terway needs nodes'],
    proxy_mode: ['iptables', 'iptables', NONE, 'kube-proxy needs nodes'],
    ip_stack: ['ipv4', NONE, NONE, 'the provider has it for managed clusters; on Serverless it is unproven'],
    addons: [addon('terway-eniip'), addon('terway-eniip'), [{ name: 'coredns' }], 'the network plug-in needs nodes'],
    enable_rrsa: [true, NONE, true, 'the provider cannot ask it of a dedicated cluster'],
    audit_log_config: [
      { enabled: true, sls_project_name: project },
      NONE,
      expect.objectContaining({ enabled: true }),
      'the provider cannot ask it of a dedicated cluster',
    ],
    control_plane_log_project: [project, NONE, project, 'ACK does not run a dedicated control plane'],
    control_plane_log_ttl: ['30', NONE, '30', 'ACK does not run a dedicated control plane'],
    control_plane_log_components: [
      expect.arrayContaining(['controlplane-events']),
      NONE,
      expect.arrayContaining(['vk']),
      'on Serverless the part that makes Pods of instances logs too',
    ],
    lifecycle: [
      { ignore_changes: expect.arrayContaining(['proxy_mode', 'zone_ids']) },
      { ignore_changes: expect.arrayContaining(['master_vswitch_ids', 'security_group_id', 'service_cidr']) },
      { ignore_changes: expect.arrayContaining(['node_cidr_mask', 'pod_cidr', 'proxy_mode']) },
      'ACK makes no dedicated cluster again, so that nothing may replace one; Serverless reads back what it never had',
    ],
  };

  test('differs in what is explained, and in nothing else', () => {
    const objects = [managed, dedicated, serverless].map(({ attributes }) => attributes);
    expect(differing(objects)).toEqual(Object.keys(DIFFERENCES).sort());
  });

  test.each(Object.entries(DIFFERENCES))('%s', (key, [inManaged, inDedicated, inServerless]) => {
    expect(managed.attributes[key]).toEqual(inManaged);
    expect(dedicated.attributes[key]).toEqual(inDedicated);
    expect(serverless.attributes[key]).toEqual(inServerless);
  });

  test('has the same address but for its type, so that one line of the program stays one line', () => {
    const names = [managed, dedicated, serverless].map(({ address }) => address.split('.')[1]);
    expect(new Set(names).size).toBe(1);
  });
});

describe('everything else in the stack of the cluster', () => {
  const bills = Object.fromEntries(
    KINDS.map((kind) => {
      const network = ['alicloud_vpc', 'alicloud_vswitch', 'alicloud_nat', 'alicloud_eip', 'alicloud_snat'];
      return [kind, billOf(program(kind).cloud).filter((line) => !network.some((type) => line.startsWith(type)))];
    }),
  );

  test('is a group and, where ACK runs the control plane, a project for its logs; an imported cluster adds nothing', () => {
    const group = ['alicloud_security_group x1', 'alicloud_security_group_rule x2'];
    expect(bills).toEqual({
      managed: ['alicloud_cs_managed_kubernetes x1', 'alicloud_log_project x1', ...group, 'random_id x1'],
      dedicated: ['alicloud_cs_kubernetes x1', ...group],
      serverless: ['alicloud_cs_managed_kubernetes x1', 'alicloud_log_project x1', ...group, 'random_id x1'],
      imported: [],
    });
  });

  test('the networks are the same network', () => {
    const networks = KINDS.map((kind) => {
      const {
        alicloud_vpc: vpc,
        alicloud_vswitch: vswitch,
        alicloud_snat_entry: snat,
      } = synthesized(program(kind).cloud).resource!;
      return JSON.stringify({ vpc, vswitch, snat });
    });
    expect(new Set(networks).size).toBe(1);
  });

  test('warns of what Alibaba no longer makes, and of nothing else', () => {
    const codes = KINDS.map((kind) =>
      warningsIn(program(kind).cloud).map(({ text }) => /\[([\w-]+)\]$/.exec(text)![1]),
    );
    expect(codes).toEqual([[], ['dedicated-closed'], ['serverless-closed'], []]);
  });
});

describe('the workload, side by side', () => {
  const objects = (kind: Kind) => {
    const { resource = {} } = synthesized(program(kind).apps);
    return Object.fromEntries(
      Object.entries(resource).flatMap(([type, byName]) =>
        Object.entries(byName).map(([name, attributes]) => [`${type}.${name.replace(/_\w{8}$/, '')}`, attributes]),
      ),
    );
  };
  const [managed, dedicated, serverless, imported] = KINDS.map(objects) as [
    Attributes,
    Attributes,
    Attributes,
    Attributes,
  ];

  test('is the same on managed, dedicated and imported clusters, byte for byte', () => {
    expect(JSON.stringify(dedicated)).toBe(JSON.stringify(managed));
    expect(JSON.stringify(imported)).toBe(JSON.stringify(managed));
  });

  /** By object: what Serverless has otherwise, and why. */
  const ON_ECI = {
    'kubernetes_deployment_v1.shop_web': 'each Pod is a machine of its own, so that there are no hosts to keep apart',
    'kubernetes_network_policy_v1.shop_isolation': 'ECI would ignore it without networkPolicies: true',
    'kubernetes_pod_disruption_budget_v1.shop_web_budget': 'there is no policy to wait for',
    'kubernetes_service_v1.shop_web_service': 'there is no policy to wait for',
  };

  test('differs on Serverless in what is explained', () => {
    expect(differing([managed, serverless])).toEqual(Object.keys(ON_ECI));
    expect(serverless).not.toHaveProperty(['kubernetes_network_policy_v1.shop_isolation']);
    const spec = ({ 'kubernetes_deployment_v1.shop_web': web }: Attributes) => web.spec.template.spec;
    expect(differing([spec(managed), spec(serverless)])).toEqual(['affinity']);
    for (const waiting of Object.keys(ON_ECI).slice(2)) {
      expect(differing([managed[waiting], serverless[waiting]])).toEqual(['depends_on']);
    }
  });

  test('is asked of the cluster that the line names', () => {
    const ids = KINDS.map((kind) => {
      const credentials = synthesized(program(kind).apps).data!['alicloud_cs_cluster_credential']!;
      return Object.values(credentials)[0]!.cluster_id;
    });
    const crossing = expect.stringMatching(/^\$\{data\.terraform_remote_state\..*shop-cloud/);
    expect(ids).toEqual([crossing, crossing, crossing, ID]);
  });
});

describe('what a kind cannot do is refused by its type', () => {
  /** Never called: the compiler reads it. */
  const refused = (
    m: IManagedCluster,
    d: IDedicatedCluster,
    s: IServerlessCluster,
    scope: CloudStack,
    network: INetwork,
  ) => [
    // @ts-expect-error: no nodes
    () => s.addNodePool('workers', { instanceTypes: TYPES, size: 3 }),
    // @ts-expect-error: it is one
    () => s.addVirtualNode(),
    // @ts-expect-error: no way without access keys
    () => d.addVirtualNode(),
    // @ts-expect-error: capacity set aside is Pro's
    () => ControlPlane.basic('xlarge'),
    // @ts-expect-error: a Basic control plane has no size
    (): { tier: 'basic' } => ControlPlane.provisioned('xlarge'),
    // @ts-expect-error: Serverless has no provisioned control plane
    () => new ServerlessCluster(scope, 's', { network, controlPlane: ControlPlane.provisioned('xlarge') }),
    // @ts-expect-error: Serverless has no Pod range
    () => new ServerlessCluster(scope, 's', { network, podCidr: '172.20.0.0/16' }),
    // @ts-expect-error: four masters
    () => new DedicatedCluster(scope, 'd', { network, masters: 4, masterTypes: TYPES, login: Login.keyPair('ops') }),
    () =>
      new DedicatedCluster(scope, 'd', {
        network,
        masterTypes: TYPES,
        login: Login.keyPair('ops'),
        // @ts-expect-error: masters have no control plane to buy
        controlPlane: ControlPlane.pro(),
      }),
    // @ts-expect-error: the class says the kind
    () => ManagedCluster.fromAttributes(scope, 'm', { network, clusterId: ID, kind: 'serverless' }),
    // @ts-expect-error: a managed cluster is no Serverless one
    (): IServerlessCluster => m,
  ];

  test('and, where there are no types, by an error that says why', () => {
    void refused;
    const stack = aStack();
    const network = new AnExistingNetwork(stack);
    const serverless: any = new ServerlessCluster(stack, 'serverless', { network });
    const dedicated: any = new DedicatedCluster(stack, 'dedicated', {
      network,
      masterTypes: ['ecs.g7.xlarge'],
      login: Login.keyPair('ops'),
    });
    const pool = { instanceTypes: TYPES, size: 3 };
    const codes = [
      () => serverless.addNodePool('workers', pool),
      () => serverless.addVirtualNode(),
      () => dedicated.addVirtualNode(),
      () => new NodePool(stack, 'workers', { cluster: serverless, ...pool }),
      () => (ServerlessCluster.fromAttributes(stack, 'a', { clusterId: ID, network }) as any).addNodePool('w', pool),
      () => (ServerlessCluster.fromAttributes(stack, 'b', { clusterId: ID, network }) as any).addVirtualNode(),
      () => (DedicatedCluster.fromAttributes(stack, 'c', { clusterId: ID, network }) as any).addVirtualNode(),
    ].map((act) => problemsOf(act)[0]!.code);
    expect(new Set(codes)).toEqual(new Set(['cluster-kind']));
  });
});
