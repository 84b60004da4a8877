import { Testing } from 'cdktf';
import { BalancerAddress } from '../../../lib/balancer/balancer-address';
import { ClassicLoadBalancer } from '../../../lib/balancer/classic-load-balancer';
import { ServiceBalancer } from '../../../lib/balancer/service-balancer';
import { WordPressOnEciBurst } from '../../../lib/architectures/wordpress-on-eci-burst/wordpress-on-eci-burst';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { MysqlInstance } from '../../../lib/database/mysql-instance';
import { RedisInstance } from '../../../lib/database/redis-instance';
import { Network } from '../../../lib/network/network';
import { SecurityGroup } from '../../../lib/network/security-group';
import { warningsIn } from '../../../lib/core/warnings';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { ContainerRegistry } from '../../../lib/registry/container-registry';
import { RegistryBilling } from '../../../lib/registry/container-registry-props';
import { NasFileSystem } from '../../../lib/storage/nas-file-system';
import { resourceOf, resourcesOf, synthesized, type FoundResource } from '../../../lib/testing';
import { aBlog, IMAGE, variablesOf, ZONES } from './a-blog';

const attributesOf = ({ attributes }: FoundResource): Record<string, any> => attributes;
const podOf = (blog: ReturnType<typeof aBlog>) =>
  attributesOf(resourceOf(blog.apps, 'kubernetes_deployment_v1')).spec.template.spec;
const jobOf = (blog: ReturnType<typeof aBlog>) => attributesOf(resourceOf(blog.apps, 'kubernetes_job_v1')).spec;

describe('parts can be others:', () => {
  test('a network that exists in the program', () => {
    const app = Testing.app();
    const home = new CloudStack(app, 'home', { region: 'cn-hangzhou' });
    const network = new Network(home, 'network', { zones: ZONES, perZone: { eci: 500 } });
    const blog = aBlog({ zones: undefined, network }, app);
    expect(blog.network).toBe(network);
    expect(resourcesOf(blog.cloud, 'alicloud_vpc')).toEqual([]);
    expect(resourceOf(blog.cloud, 'alicloud_cs_managed_kubernetes')).toBeDefined();
  });

  test('a cluster that exists in the program: it keeps its nodes, its network serves the rest', () => {
    const app = Testing.app();
    const home = new CloudStack(app, 'home', { region: 'cn-hangzhou' });
    const network = new Network(home, 'network', { zones: ZONES, perZone: { eci: 500 } });
    const cluster = new ManagedCluster(home, 'cluster', { network });
    cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 6 });
    const blog = aBlog({ zones: undefined, cluster }, app);
    expect(resourcesOf(blog.cloud, 'alicloud_cs_managed_kubernetes')).toEqual([]);
    expect(resourcesOf(blog.cloud, 'alicloud_cs_kubernetes_node_pool')).toEqual([]);
    expect(resourceOf(home, 'alicloud_cs_kubernetes_addon', { name: 'ack-virtual-node' })).toBeDefined();
    expect(resourceOf(blog.cloud, 'alicloud_db_instance')).toBeDefined();
  });

  test('an image from a registry of the program, which the cluster pulls without a password', () => {
    const app = Testing.app();
    const images = new CloudStack(app, 'images', { region: 'cn-hangzhou' });
    const billing = RegistryBilling.subscription(1);
    const registry = new ContainerRegistry(images, 'registry', { name: 'acme', billing });
    const blog = aBlog({ image: registry.addNamespace('sites').addRepository('wordpress').image('6.8.3') }, app);
    registry.allowPull(blog.cluster, { namespaces: ['wordpress'] });
    const image = 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/sites/wordpress:6.8.3';
    expect(podOf(blog).container[0].image).toBe(image);
    expect(podOf(blog)).not.toHaveProperty('image_pull_secrets');
    const name = 'managed-aliyun-acr-credential-helper';
    const helper = resourceOf(blog.cloud, 'alicloud_cs_kubernetes_addon', { name });
    expect(attributesOf(helper).config).toContain('terraform_remote_state');
    expect(blog.cloud.dependencies).toContain(images);
    expect(warningsIn(blog.cloud.node.root).filter(({ text }) => text.includes('[image-far]'))).toEqual([]);
  });

  test('those of another site: two share cluster, files and instance, each with its database and directory', () => {
    const app = Testing.app();
    const { cluster, files, database } = aBlog({}, app);
    const server = database as MysqlInstance;
    server.addDatabase('second');
    const second = new WordPressOnEciBurst(app, 'second', {
      region: 'cn-hangzhou',
      image: IMAGE,
      cluster,
      files,
      database,
      databaseName: 'second',
      namespace: 'second',
    });
    expect(resourcesOf(second.cloud, 'alicloud_nas_file_system')).toEqual([]);
    expect(variablesOf(podOf(second))).toMatchObject({ WORDPRESS_DB_NAME: 'second' });
    const { data } = resourcesOf(second.apps, 'kubernetes_secret_v1').find(({ address }) =>
      address.includes('site_web_database'),
    )!.attributes;
    expect(data.WORDPRESS_DB_USER).toContain('account-second_web');
    expect(JSON.stringify(podOf(second))).toContain('second/wp-content');
  });

  test('those that functions make in the cloud stack and its network', () => {
    const blog = aBlog({
      database: (cloud, network) =>
        new MysqlInstance(cloud, 'mysql', { network, parameters: { long_query_time: '1' } }).addDatabase('wordpress'),
      files: (cloud, network) => new NasFileSystem(cloud, 'share', { network, zone: 'cn-hangzhou-j' }),
      redis: (cloud, network) => new RedisInstance(cloud, 'cache', { network }),
      balancer: (cloud, network) => new ClassicLoadBalancer(cloud, 'door', { network, name: 'door' }),
    });
    expect(resourceOf(blog.cloud, 'alicloud_db_instance').attributes.parameters).toBeDefined();
    expect(resourceOf(blog.cloud, 'alicloud_nas_file_system').attributes.zone_id).toBe('cn-hangzhou-j');
    expect(resourcesOf(blog.cloud, 'alicloud_kvstore_account')).toHaveLength(1);
    expect(resourceOf(blog.cloud, 'alicloud_slb_load_balancer').attributes.address_type).toBe('intranet');
    expect(variablesOf(podOf(blog))).toMatchObject({
      REDIS_USERNAME: 'secret web-cache',
      REDIS_PASSWORD: 'secret web-cache',
    });
    expect(variablesOf(jobOf(blog).template.spec).SITE_REDIS).toBe('yes');
  });

  test('a balancer that the cluster makes from annotations', () => {
    const blog = aBlog({ balancer: (_cloud, network) => ServiceBalancer.network({ network, name: 'front' }) });
    expect(resourcesOf(blog.cloud, 'alicloud_slb_load_balancer')).toEqual([]);
    const service = resourcesOf(blog.apps, 'kubernetes_service_v1').map(attributesOf);
    expect(service.map(({ spec }) => spec.load_balancer_class)).toContain('alibabacloud.com/nlb');
    expect(blog.url).toContain('http://');
  });

  test('a cluster that exists: its nodes are its own business', () => {
    const app = Testing.app();
    const home = new CloudStack(app, 'home', { region: 'cn-hangzhou' });
    const network = new Network(home, 'network', { zones: ZONES });
    const securityGroup = SecurityGroup.fromAttributes(home, 'group', {
      securityGroupId: 'sg-bp1abc',
      type: 'enterprise',
    });
    const cluster = ManagedCluster.fromAttributes(home, 'cluster', { clusterId: 'c1abc', network, securityGroup });
    aBlog({ zones: undefined, cluster }, app);
    expect(() => app.synth()).not.toThrow();
  });

  test('an NLB is the default balancer of accounts that are not sold CLBs by use', () => {
    const abroad = { region: 'ap-southeast-1', zones: ['ap-southeast-1a', 'ap-southeast-1b'] };
    const blog = aBlog(abroad);
    expect(resourceOf(blog.cloud, 'alicloud_nlb_load_balancer').attributes.address_type).toBe('Internet');
    expect(resourcesOf(blog.cloud, 'alicloud_slb_load_balancer')).toEqual([]);
    const { value } = synthesized(blog.apps).output!['site-url'] as { value: string };
    expect(value).toMatch(/ingress\[0\]\.hostname\}$/);
    expect(resourcesOf(aBlog({ ...abroad, account: 'cn' }).cloud, 'alicloud_slb_load_balancer')).toHaveLength(1);
  });

  test('the site has the port of its address where that is not 80', () => {
    expect(aBlog({ ports: [8080] }).url).toMatch(/^http:\/\/.*:8080$/);
    expect(aBlog({ ports: [8080, 80] }).url).not.toContain(':8080');
  });

  test('the default balancer is reached from where it is told', () => {
    const blog = aBlog({ address: BalancerAddress.intranet() });
    expect(resourceOf(blog.cloud, 'alicloud_slb_load_balancer').attributes.address_type).toBe('intranet');
  });
});
