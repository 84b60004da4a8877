import { Testing } from 'cdktf';
import { WordPressEnvironment } from '../../../lib/architectures/wordpress-on-serverless/environment';
import { WordPressOnServerless } from '../../../lib/architectures/wordpress-on-serverless/wordpress-on-serverless';
import { BalancerAddress } from '../../../lib/balancer/balancer-address';
import { ClassicLoadBalancer } from '../../../lib/balancer/classic-load-balancer';
import { ServiceBalancer } from '../../../lib/balancer/service-balancer';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import { ServiceDiscovery } from '../../../lib/cluster/service-discovery';
import { warningsIn } from '../../../lib/core/warnings';
import { MysqlInstance } from '../../../lib/database/mysql-instance';
import { RedisInstance } from '../../../lib/database/redis-instance';
import { LogProject } from '../../../lib/logs/log-project';
import { Network } from '../../../lib/network/network';
import { SecurityGroup } from '../../../lib/network/security-group';
import { ContainerRegistry } from '../../../lib/registry/container-registry';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { resourceOf, resourcesOf, synthesized, type FoundResource } from '../../../lib/testing';
import { problemsOf } from '../../support/problems';
import { variablesOf } from '../wordpress-on-eci-burst/a-blog';
import { aRegistry } from './everything';
import { IMAGE, twoSites, ZONES } from './two-sites';

const { production, test: aTest } = WordPressEnvironment;
type Sites = ReturnType<typeof twoSites>;
const attributesOf = ({ attributes }: FoundResource): Record<string, any> => attributes;
const podOf = (sites: Sites, space = 'production') =>
  resourcesOf(sites.apps, 'kubernetes_deployment_v1')
    .map(attributesOf)
    .find(({ metadata }) => metadata.namespace === space)!.spec.template.spec;

/** A stack of the same App with a network. */
function aHome() {
  const app = Testing.app();
  const home = new CloudStack(app, 'home', { region: 'cn-hangzhou' });
  return { app, home, network: new Network(home, 'network', { zones: ZONES, perZone: { eci: 400 } }) };
}

describe('the image', () => {
  const pullsOf = (sites: Sites) =>
    warningsIn(sites.node.root).flatMap(({ text }) => (text.includes('[image-pull]') ? [text] : []));

  test('comes from Container Registry of the account by the role of ECI: no Pod names a password', () => {
    const sites = twoSites();
    const objects = synthesized(sites.apps).resource as Record<string, any>;
    const text = JSON.stringify(objects);
    expect(text).not.toContain('image_pull_secrets');
    expect(text).not.toContain('dockerconfigjson');
    expect(pullsOf(sites)).toEqual([]);
  });

  test('of a registry that is older than the sites: its doors are opened to their network, and nothing else is made', () => {
    const app = Testing.app();
    const { registry, repository } = aRegistry(app);
    const sites = twoSites({ registry, image: repository.image('6.8.3') }, app);
    const { instance_id: instance, vpc_id: vpc } = attributesOf(
      resourceOf(sites.cloud, 'alicloud_cr_vpc_endpoint_linked_vpc'),
    );
    expect(instance).toMatch(/terraform_remote_state.*shared/);
    expect(vpc).toMatch(/^\$\{alicloud_vpc\./);
    expect(podOf(sites).container[0].image).toBe('acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/blog/wordpress:6.8.3');
    expect(pullsOf(sites)).toEqual([]);
  });

  test('of a registry that exists', () => {
    const image = 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/blog/wordpress:6.8.3';
    const registry = (cloud: CloudStack) =>
      ContainerRegistry.fromAttributes(cloud, 'registry', { instanceId: 'cri-1234abcd', name: 'acme' });
    const { cloud } = twoSites({ registry, image });
    const link = attributesOf(resourceOf(cloud, 'alicloud_cr_vpc_endpoint_linked_vpc'));
    expect(link.instance_id).toBe('cri-1234abcd');
    expect(pullsOf(twoSites({ image }))).toHaveLength(2);
  });

  test.each([
    ['docker.io/library/wordpress:6.8.3-apache', 2],
    ['registry.example.com/acme/wordpress:6.8.3', 2],
    ['registry.cn-hangzhou.aliyuncs.com/acme/wordpress:6.8.3', 0],
    ['crpi-abc123-vpc.cn-hangzhou.personal.cr.aliyuncs.com/acme/wordpress:6.8.3', 2],
    ['acme-registry.cn-hangzhou.cr.aliyuncs.com/blog/wordpress:6.8.3', 2],
  ])('%s is warned about %d times: what is not in Container Registry must be public', (image, times) => {
    expect(pullsOf(twoSites({ image }))).toHaveLength(times);
  });
});

describe('parts can be others:', () => {
  test('a managed cluster, for accounts that are not sold Serverless ones: its namespaces send all Pods to ECI', () => {
    const { app, home, network } = aHome();
    const cluster = new ManagedCluster(home, 'cluster', { network });
    cluster.addNodePool('system', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 3 });
    const sites = twoSites({ zones: undefined, cluster }, app);
    expect(resourceOf(home, 'alicloud_cs_kubernetes_addon', { name: 'ack-virtual-node' })).toBeDefined();
    expect(resourcesOf(sites.cloud, 'alicloud_cs_managed_kubernetes')).toEqual([]);
    const spaces = resourcesOf(sites.apps, 'kubernetes_namespace_v1').map(attributesOf);
    spaces.forEach(({ metadata }) => expect(metadata.labels['alibabacloud.com/eci']).toBe('true'));
    expect(warningsIn(app).filter(({ text }) => text.includes('[serverless-closed]'))).toEqual([]);
  });

  test('a Serverless cluster that exists', () => {
    const { app, home, network } = aHome();
    const securityGroup = SecurityGroup.fromAttributes(home, 'group', {
      securityGroupId: 'sg-bp1abc',
      type: 'enterprise',
    });
    const cluster = ServerlessCluster.fromAttributes(home, 'cluster', { clusterId: 'c1abc', network, securityGroup });
    twoSites({ zones: undefined, cluster }, app);
    expect(() => app.synth()).not.toThrow();
  });

  test('a Serverless cluster whose names are in a private zone', () => {
    const cluster = (cloud: CloudStack, network: ConstructorParameters<typeof ServerlessCluster>[2]['network']) =>
      new ServerlessCluster(cloud, 'cluster', { network, serviceDiscovery: ServiceDiscovery.privateZone() });
    const { apps } = twoSites({ cluster });
    const { data } = resourceOf(apps, 'kubernetes_config_map_v1_data').attributes;
    expect(data).toEqual({ enablePrivateZone: 'true' });
  });

  test('a network that exists in the program', () => {
    const { app, network } = aHome();
    const sites = twoSites({ zones: undefined, network }, app);
    expect(sites.network).toBe(network);
    expect(resourcesOf(sites.cloud, 'alicloud_vpc')).toEqual([]);
  });

  test('those of an environment, that no other one has: an instance, Redis, a balancer', () => {
    const sites = twoSites({
      environments: {
        test: aTest(),
        production: production({
          database: (cloud, network) =>
            new MysqlInstance(cloud, 'mysql', { network }).addDatabase('wordpress_production'),
          redis: (cloud, network) => new RedisInstance(cloud, 'cache', { network }),
          balancer: (_cloud, network) => ServiceBalancer.network({ network, name: 'front' }),
        }),
      },
    });
    const hosts = ['production', 'test'].map((space) => variablesOf(podOf(sites, space)).DB_HOST);
    expect(hosts[0]).toContain('alicloud_db_instancemysql');
    expect(hosts[1]).toContain('alicloud_db_instancedatabase');
    expect(variablesOf(podOf(sites))).toMatchObject({ REDIS_PASSWORD: 'secret web-cache' });
    expect(variablesOf(podOf(sites, 'test'))).not.toHaveProperty('REDIS_PASSWORD');
    expect(resourcesOf(sites.cloud, 'alicloud_slb_load_balancer')).toHaveLength(1);
  });

  test('no instance is made that nobody uses', () => {
    const own = (cloud: CloudStack, network: Network) =>
      new MysqlInstance(cloud, 'mysql', { network }).addDatabase('wordpress_production');
    const sites = twoSites({ environments: { production: production({ database: own as never }) } });
    expect(resourcesOf(sites.cloud, 'alicloud_db_instance')).toHaveLength(1);
    expect(sites.database).toBeUndefined();
  });

  test('one balancer before two environments, each with a port of its own', () => {
    const { app, home, network } = aHome();
    const balancer = new ClassicLoadBalancer(home, 'front', { network });
    const environments = { test: aTest({ balancer, ports: [8080] }), production: production({ balancer }) };
    const sites = twoSites({ zones: undefined, network, environments }, app);
    expect(() => app.synth()).not.toThrow();
    expect(sites.environments.test!.url).toMatch(/:8080$/);
    expect(sites.environments.production!.url).not.toMatch(/:\d+$/);
  });

  test('those of another architecture: two share everything, each with its namespaces and databases', () => {
    const app = Testing.app();
    const { cluster, database, files, logs } = twoSites({}, app);
    (database as MysqlInstance).addDatabase('shop');
    const site = (own: object) =>
      new WordPressOnServerless(app, 'shop', {
        region: 'cn-hangzhou',
        image: IMAGE,
        cluster,
        database,
        files,
        logs,
        environments: { production: production(own) },
      });
    const shop = site({ namespace: 'shop', databaseName: 'shop' });
    expect(resourcesOf(shop.cloud, 'alicloud_log_store').map(({ attributes }) => attributes.logstore_name)).toEqual([
      'shop',
    ]);
    expect(resourcesOf(shop.cloud, 'alicloud_nas_file_system')).toEqual([]);
    expect(() => app.synth()).not.toThrow();
  });

  test('but not what would overwrite each other, and the error says another name', () => {
    const app = Testing.app();
    const { cluster, database, files } = twoSites({}, app);
    const shared = { region: 'cn-hangzhou', image: IMAGE, cluster, database, files };
    const refused = (id: string, own: object) =>
      problemsOf(
        () => new WordPressOnServerless(app, id, { ...shared, environments: { production: production(own) } }),
      )[0];
    expect(refused('shop', {})).toMatchObject({
      code: 'part-conflict',
      fix: expect.stringContaining('write environments.production.databaseName: "shop_production"'),
    });
    (database as MysqlInstance).addDatabase('shop');
    expect(refused('store', { databaseName: 'shop' })).toMatchObject({
      code: 'part-conflict',
      fix: expect.stringContaining('write environments.production.namespace: "store-production"'),
    });
  });

  test('a project of logs that exists', () => {
    const logs = (cloud: CloudStack) => LogProject.fromAttributes(cloud, 'logs', { projectName: 'acme-logs' });
    const { cloud } = twoSites({ logs });
    const projects = resourcesOf(cloud, 'alicloud_log_store').map(({ attributes }) => attributes.project_name);
    expect(projects).toEqual(['acme-logs', 'acme-logs']);
  });
});

test('an NLB is the default balancer of accounts that are not sold CLBs by use', () => {
  const abroad = {
    region: 'ap-southeast-1',
    zones: ['ap-southeast-1a', 'ap-southeast-1b'],
    image: IMAGE.replace('cn-hangzhou', 'ap-southeast-1'),
  };
  const { cloud } = twoSites(abroad);
  const types = resourcesOf(cloud, 'alicloud_nlb_load_balancer').map(({ attributes }) => attributes.address_type);
  expect(types).toEqual(['Internet', 'Intranet']);
  expect(resourcesOf(cloud, 'alicloud_slb_load_balancer')).toEqual([]);
});

test('a test on the internet takes those who are named', () => {
  const address = BalancerAddress.internet({ allow: ['203.0.113.0/24'] });
  const { cloud } = twoSites({ environments: { test: aTest({ address }) } });
  expect(resourceOf(cloud, 'alicloud_slb_load_balancer').attributes.address_type).toBe('internet');
  expect(resourcesOf(cloud, 'alicloud_slb_acl_entry_attachment').map(({ attributes }) => attributes.entry)).toEqual([
    '203.0.113.0/24',
  ]);
});
