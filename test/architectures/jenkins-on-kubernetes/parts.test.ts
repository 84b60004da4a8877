import { Testing } from 'cdktf';
import { AgentPlace } from '../../../lib/architectures/jenkins-on-kubernetes/configuration/agent-place';
import { JenkinsEnvironment } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-environment';
import { JenkinsOnKubernetes } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-on-kubernetes';
import { ClassicLoadBalancer } from '../../../lib/balancer/classic-load-balancer';
import { ServiceBalancer } from '../../../lib/balancer/service-balancer';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import { Network } from '../../../lib/network/network';
import { SecurityGroup } from '../../../lib/network/security-group';
import { ContainerRegistry } from '../../../lib/registry/container-registry';
import { RegistryBilling } from '../../../lib/registry/container-registry-props';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { NasFileSystem } from '../../../lib/storage/nas-file-system';
import { kubernetesObjectsOf, resourceOf, resourcesOf } from '../../../lib/testing';
import { aJenkins, BASE, ZONES } from './a-jenkins';

const home = () => {
  const app = Testing.app();
  const stack = new CloudStack(app, 'home', { region: 'cn-hangzhou' });
  const network = new Network(stack, 'network', { zones: ZONES, perZone: { eci: 200 } });
  return { app, stack, network };
};
const addons = (stack: CloudStack): unknown[] =>
  resourcesOf(stack, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name);

describe('parts can be others:', () => {
  test('a network that exists in the program', () => {
    const { app, network } = home();
    const jenkins = aJenkins({ zones: undefined, network }, app);
    expect(jenkins.network).toBe(network);
    expect(resourcesOf(jenkins.cloud, 'alicloud_vpc')).toEqual([]);
    expect(resourceOf(jenkins.cloud, 'alicloud_cs_managed_kubernetes')).toBeDefined();
  });

  test('a managed cluster that exists in the program: it keeps its nodes and its pulls, and gets a virtual node', () => {
    const { app, stack, network } = home();
    const cluster = new ManagedCluster(stack, 'cluster', { network });
    cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 3 });
    const jenkins = aJenkins({ zones: undefined, cluster }, app);
    expect(resourcesOf(jenkins.cloud, 'alicloud_cs_managed_kubernetes')).toEqual([]);
    expect(addons(stack)).toEqual(expect.arrayContaining(['ack-virtual-node', 'ack-pod-identity-webhook', 'poseidon']));
    expect(addons(stack).join(' ')).not.toContain('acr-credential-helper');
    expect(resourcesOf(stack, 'alicloud_cr_vpc_endpoint_linked_vpc')).toHaveLength(1);
    // The role that pushes is beside the cluster, whose accounts it trusts.
    expect(resourcesOf(stack, 'alicloud_ram_role')).toHaveLength(1);
  });

  test('the same with agents on its nodes: no virtual node', () => {
    const { app, stack, network } = home();
    const cluster = new ManagedCluster(stack, 'cluster', { network });
    cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 6 });
    aJenkins({ zones: undefined, cluster, agents: { place: AgentPlace.nodes({ labels: { pool: 'ci' } }) } }, app);
    expect(addons(stack)).not.toContain('ack-virtual-node');
  });

  test('a cluster that exists in the account: its nodes are its own business', () => {
    const { app, stack, network } = home();
    const securityGroup = SecurityGroup.fromAttributes(stack, 'group', {
      securityGroupId: 'sg-bp1abc',
      type: 'enterprise',
    });
    const rrsa = {
      issuer: 'https://oidc.example.com/c1abc',
      providerArn: 'acs:ram::1234567890123456:oidc-provider/ack-rrsa-c1abc',
    };
    const cluster = ManagedCluster.fromAttributes(stack, 'cluster', {
      clusterId: 'c1abc',
      network,
      securityGroup,
      rrsa,
    });
    aJenkins({ zones: undefined, cluster }, app);
    expect(() => app.synth()).not.toThrow();
  });

  test('a Serverless cluster that exists in the program', () => {
    const { app, stack, network } = home();
    const cluster = new ServerlessCluster(stack, 'cluster', { network });
    const jenkins = aJenkins({ zones: undefined, cluster }, app);
    expect(jenkins.configuration).not.toContain('alibabacloud.com/eci:');
    // Nothing enforces policies there, so there is none that says otherwise.
    expect(resourcesOf(jenkins.apps, 'kubernetes_network_policy_v1')).toEqual([]);
  });

  test('those that functions make in the cloud stack and its network', () => {
    const jenkins = aJenkins({
      files: (cloud, network) => new NasFileSystem(cloud, 'share', { network, zone: 'cn-hangzhou-j' }),
      balancer: (cloud, network) => new ClassicLoadBalancer(cloud, 'door', { network, name: 'door' }),
      registry: (cloud) =>
        new ContainerRegistry(cloud, 'registry', { name: 'acme', billing: RegistryBilling.subscription(1) }),
    });
    expect(resourceOf(jenkins.cloud, 'alicloud_nas_file_system').attributes.zone_id).toBe('cn-hangzhou-j');
    expect(resourcesOf(jenkins.cloud, 'alicloud_cr_ee_instance')).toHaveLength(1);
    expect(jenkins.configuration).toContain('acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/ci/shop');
    const services = kubernetesObjectsOf(jenkins.apps).filter(({ kind }) => kind === 'Service');
    expect(services.map(({ metadata }) => metadata.name)).toContain('controller-door');
  });

  test('a balancer that the cluster makes from annotations', () => {
    const jenkins = aJenkins({ balancer: (_cloud, network) => ServiceBalancer.network({ network, name: 'front' }) });
    expect(resourcesOf(jenkins.cloud, 'alicloud_slb_load_balancer')).toEqual([]);
    expect(jenkins.url).toContain('http://');
  });

  test('an NLB is the default balancer of accounts that are not sold CLBs by use', () => {
    const abroad = aJenkins({
      region: 'ap-southeast-1',
      zones: ['ap-southeast-1a', 'ap-southeast-1b'],
      registry: (cloud) =>
        ContainerRegistry.fromAttributes(cloud, 'registry', { instanceId: 'cri-abc123', name: 'acme' }),
    });
    expect(resourceOf(abroad.cloud, 'alicloud_nlb_load_balancer').attributes.address_type).toBe('Intranet');
    expect(resourcesOf(abroad.cloud, 'alicloud_slb_load_balancer')).toEqual([]);
  });

  test('environments that exist: their Pods, quotas and policies are left alone', () => {
    const jenkins = aJenkins({
      environments: { test: JenkinsEnvironment.existing('shop-test'), production: JenkinsEnvironment.existing('shop') },
    });
    const objects = kubernetesObjectsOf(jenkins.apps);
    const there = objects.filter(({ metadata }) => ['shop', 'shop-test'].includes(metadata.namespace ?? ''));
    expect([...new Set(there.map(({ kind }) => kind))].sort()).toEqual(['Role', 'RoleBinding']);
    expect(objects.filter(({ kind }) => kind === 'Namespace')).toHaveLength(3);
  });
});

test('two share a cluster and a file system, each with its namespaces, its home and its rights', () => {
  const app = Testing.app();
  const first = aJenkins({}, app);
  const second = new JenkinsOnKubernetes(app, 'second', {
    ...BASE,
    zones: undefined,
    cluster: first.cluster,
    files: first.files,
    registry: first.registry as never,
    registryNamespace: 'second',
    namespace: 'second',
    environments: { test: JenkinsEnvironment.existing('test'), production: JenkinsEnvironment.existing('production') },
  });
  expect(() => app.synth()).not.toThrow();
  expect(resourcesOf(second.cloud, 'alicloud_nas_file_system')).toEqual([]);
  const roles = kubernetesObjectsOf(second.apps).filter(({ kind }) => kind === 'Role');
  expect(roles.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`).sort()).toEqual([
    'production/second-deployer',
    'second-agents/agents',
    'second-release/releases',
    'second/lock',
    'test/second-deployer',
  ]);
});
