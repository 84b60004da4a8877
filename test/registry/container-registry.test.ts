import { Testing } from 'cdktf';
import { describeFailures, rehearse } from 'alicloud-constructs-rehearsal';
import { DedicatedCluster } from '../../lib/cluster/dedicated-cluster';
import { Login } from '../../lib/cluster/login';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { ContainerRegistry } from '../../lib/registry/container-registry';
import { RegistryBilling, type ContainerRegistryProps } from '../../lib/registry/container-registry-props';
import { RamRole } from '../../lib/security/ram-role';
import { Trust } from '../../lib/security/ram-trust';
import { CloudStack, type CloudStackProps } from '../../lib/stacks/cloud-stack';
import { billOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { aCloud } from '../support/cloud';
import { policyOf } from '../support/policies';
import { problemsOf } from '../support/problems';

const BILLING = RegistryBilling.subscription(1);
const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i'];

function aRegistry(props: Partial<ContainerRegistryProps> = {}, stack: Partial<CloudStackProps> = {}) {
  const cloud = aCloud(stack);
  return { cloud, registry: new ContainerRegistry(cloud, 'registry', { name: 'acme', billing: BILLING, ...props }) };
}

const codesOf = (act: () => unknown) => problemsOf(act).map(({ code }) => code);

test('a registry is bought by the month, renews itself, and scans images', () => {
  const { cloud } = aRegistry();
  expect(resourceOf(cloud, 'alicloud_cr_ee_instance').attributes).toMatchObject({
    instance_name: 'acme',
    instance_type: 'Basic',
    payment_type: 'Subscription',
    period: 1,
    renewal_status: 'AutoRenewal',
    renew_period: 1,
    image_scanner: 'ACR',
  });
  expect(billOf(cloud)).toEqual(['alicloud_cr_ee_instance x1']);
});

test('what was decided when it was bought makes no plan later', () => {
  const { cloud } = aRegistry({ billing: RegistryBilling.subscription(12, { renew: false }) });
  const { attributes } = resourceOf(cloud, 'alicloud_cr_ee_instance');
  expect(attributes).toMatchObject({ renewal_status: 'ManualRenewal', period: 12 });
  expect(attributes).not.toHaveProperty('renew_period');
  expect(attributes.lifecycle.ignore_changes).toEqual(
    expect.arrayContaining(['period', 'renewal_status', 'renew_period', 'payment_type', 'image_scanner']),
  );
});

test('an image’s address is known while synthesising, inside the VPC and outside', () => {
  const { registry } = aRegistry();
  const web = registry.addNamespace('shop').addRepository('web');
  expect(web.image('1.4.2')).toBe('acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/shop/web:1.4.2');
  expect(web.publicImage('1.4.2')).toBe('acme-registry.cn-hangzhou.cr.aliyuncs.com/shop/web:1.4.2');
});

test('repositories are private, their tags stay what they were, and a push makes no new one', () => {
  const { cloud, registry } = aRegistry();
  registry.addNamespace('shop').addRepository('web', { summary: 'The shop' });
  expect(resourceOf(cloud, 'alicloud_cr_ee_namespace').attributes).toMatchObject({
    name: 'shop',
    auto_create: false,
    default_visibility: 'PRIVATE',
  });
  const namespace = resourceOf(cloud, 'alicloud_cr_ee_namespace').address;
  expect(resourceOf(cloud, 'alicloud_cr_ee_repo').attributes).toMatchObject({
    namespace: `\${${namespace}.name}`,
    name: 'web',
    repo_type: 'PRIVATE',
    summary: 'The shop',
    tag_immutability: true,
  });
});

test('a network that is let in gets an endpoint and a record in its own stack, once', () => {
  const app = Testing.app();
  const shared = new CloudStack(app, 'shared', { region: 'cn-hangzhou' });
  const registry = new ContainerRegistry(shared, 'registry', { name: 'acme', billing: BILLING });
  const shop = new CloudStack(app, 'shop', { region: 'cn-hangzhou' });
  const network = new Network(shop, 'network', { zones: ZONES });
  registry.allowFrom(network);
  registry.allowFrom(network);
  expect(resourcesOf(shared, 'alicloud_cr_vpc_endpoint_linked_vpc')).toEqual([]);
  expect(resourceOf(shop, 'alicloud_cr_vpc_endpoint_linked_vpc').attributes).toMatchObject({
    module_name: 'Registry',
    enable_create_dns_record_in_pvzt: true,
    vpc_id: expect.stringContaining('alicloud_vpc.'),
    vswitch_id: expect.stringContaining('alicloud_vswitch.'),
  });
});

test('Pods of a cluster pull without a password, in the namespaces that were named', () => {
  const { cloud, registry } = aRegistry();
  const other = ContainerRegistry.fromAttributes(cloud, 'base', { instanceId: 'cri-0base', name: 'base' });
  const cluster = new ManagedCluster(cloud, 'cluster', { network: new Network(cloud, 'network', { zones: ZONES }) });
  registry.allowPull(cluster, { namespaces: ['shop', 'admin'], also: [other] });
  const { attributes } = resourceOf(cloud, 'alicloud_cs_kubernetes_addon', {
    name: 'managed-aliyun-acr-credential-helper',
  });
  const { address } = resourceOf(cloud, 'alicloud_cr_ee_instance');
  expect(attributes.config).toContain(`${address}.id`);
  expect(attributes.config).toContain('cri-0base');
  expect(attributes.config).toContain('admin,shop');
  expect(resourcesOf(cloud, 'alicloud_cr_vpc_endpoint_linked_vpc')).toHaveLength(2);
});

test('a role that may push to one namespace may do nothing in another', () => {
  const { cloud, registry } = aRegistry();
  const builder = new RamRole(cloud, 'builder', { trust: Trust.service('ecs.aliyuncs.com') });
  registry.addNamespace('shop').grantPush(builder);
  const instance = `\${${resourceOf(cloud, 'alicloud_cr_ee_instance').address}.id}`;
  expect(policyOf(cloud).Statement).toEqual([
    { Effect: 'Allow', Action: ['cr:GetAuthorizationToken'], Resource: ['*'] },
    {
      Effect: 'Allow',
      Action: ['cr:PullRepository', 'cr:PushRepository'],
      Resource: [`acs:cr:*:*:repository/${instance}/shop/*`],
    },
  ]);
});

test('what is pushed is copied to a registry in another region, whose stack is applied before', () => {
  const app = Testing.app();
  const far = new CloudStack(app, 'far', { region: 'cn-beijing' });
  const copy = new ContainerRegistry(far, 'registry', { name: 'acme-north', billing: BILLING }).addNamespace('shop');
  const near = new CloudStack(app, 'near', { region: 'cn-hangzhou' });
  const shop = new ContainerRegistry(near, 'registry', { name: 'acme', billing: BILLING }).addNamespace('shop');
  shop.replicateTo(copy, { tags: '^v' });
  expect(resourceOf(near, 'alicloud_cr_ee_sync_rule').attributes).toMatchObject({
    sync_scope: 'NAMESPACE',
    sync_trigger: 'PASSIVE',
    tag_filter: '^v',
    target_region_id: 'cn-beijing',
    target_namespace_name: 'shop',
    target_instance_id: expect.stringContaining('terraform_remote_state'),
  });
  expect(near.dependencies).toContain(far);
});

test('single repositories are copied by a rule each, which wait for the target of the same stack', () => {
  const { cloud, registry } = aRegistry();
  const copy = new ContainerRegistry(cloud, 'copy', { name: 'acme-copy', billing: BILLING }).addNamespace('shop');
  registry.addNamespace('shop').replicateTo(copy, { repositories: ['web', 'api'] });
  const rules = resourcesOf(cloud, 'alicloud_cr_ee_sync_rule').map(({ attributes }) => attributes);
  expect(rules.map(({ repo_name, target_repo_name, sync_scope }) => [repo_name, target_repo_name, sync_scope])).toEqual(
    [
      ['api', 'api', 'REPO'],
      ['web', 'web', 'REPO'],
    ],
  );
  expect(rules.every(({ depends_on }) => String(depends_on).includes('alicloud_cr_ee_namespace.copy_shop'))).toBe(true);
});

test('images of a namespace are scanned, and old ones thrown away but for those that are named', () => {
  const { cloud, registry } = aRegistry();
  const shop = registry.addNamespace('shop');
  shop.scanImages('^v');
  shop.cleanUp({ keep: 30, every: 'month', keepTags: '^release-' });
  expect(resourceOf(cloud, 'alicloud_cr_scan_rule').attributes).toMatchObject({
    scan_scope: 'NAMESPACE',
    scan_type: 'VUL',
    trigger_type: 'AUTO',
    repo_tag_filter_pattern: '^v',
  });
  expect(resourceOf(cloud, 'alicloud_cr_artifact_lifecycle_rule').attributes).toMatchObject({
    auto: true,
    schedule_time: 'MONTH',
    scope: 'NAMESPACE',
    retention_tag_count: 30,
    tag_regexp: '^release-',
  });
});

test('builders outside come in from their own ranges only', () => {
  const { cloud, registry } = aRegistry();
  registry.openToInternet({ allow: ['203.0.113.7/32'] });
  expect(resourceOf(cloud, 'alicloud_cr_internet_endpoint').attributes.entries).toEqual([
    { entry: '203.0.113.7/32', comment: 'allow' },
  ]);
});

test('a registry, its namespaces and repositories that exist come under management', () => {
  const { cloud, registry } = aRegistry({ adopt: 'cri-0abc' });
  const shop = registry.addNamespace('shop', { adopt: 'cri-0abc:shop' });
  shop.addRepository('web', { adopt: 'cri-0abc:shop:web' });
  expect(synthesized(cloud).import?.map(({ id }) => id)).toEqual(['cri-0abc', 'cri-0abc:shop', 'cri-0abc:shop:web']);
});

test('Terraform creates it all, plans no second change, and takes it down again', async () => {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop', { region: 'cn-hangzhou', protection: 'sandbox' });
  const registry = new ContainerRegistry(cloud, 'registry', { name: 'acme', billing: BILLING });
  const network = new Network(cloud, 'network', { zones: ZONES });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 12 } });
  const shop = registry.addNamespace('shop');
  shop.addRepository('web');
  shop.scanImages();
  shop.cleanUp({ keep: 30 });
  registry.allowPull(cluster, { namespaces: ['shop'] });
  registry.openToInternet({ allow: ['203.0.113.7/32'] });
  shop.grantPush(new RamRole(cloud, 'builder', { trust: Trust.service('ecs.aliyuncs.com') }));
  expect(describeFailures(await rehearse(app))).toBe('');
}, 120_000);

test.each([
  ['no name', { name: undefined }, 'value-missing'],
  ['a name that no address can have', { name: 'Acme_1' }, 'name-invalid'],
  ['no billing', { billing: undefined }, 'value-missing'],
  ['months that are not sold', { billing: RegistryBilling.subscription(10) }, 'choice-invalid'],
  ['an edition that there is not', { edition: 'gold' }, 'choice-invalid'],
  ['a scanner that there is not', { scanner: 'clair' }, 'choice-invalid'],
  ['an id that is none', { adopt: 'acme' }, 'resource-id-invalid'],
  ['a prop that there is not', { vpc: 'vpc-1' }, 'prop-unknown'],
])('a registry with %s is refused', (_, props, code) => {
  expect(codesOf(() => aRegistry(props as never))).toEqual([code]);
});

test('an edition that the international site does not sell is refused there', () => {
  expect(codesOf(() => aRegistry({ edition: 'standard' }, { region: 'ap-southeast-1', site: 'intl' }))).toEqual([
    'registry-edition',
  ]);
});

test.each([['latest'], [''], ['v 1'], ['a'.repeat(129)]])('the tag %j names no image', (tag) => {
  const repository = aRegistry().registry.addNamespace('shop').addRepository('web');
  expect(codesOf(() => repository.image(tag))).toEqual(['image-tag']);
});

test.each([
  [
    'an upper-case repository',
    (registry: ContainerRegistry) => registry.addNamespace('shop').addRepository('Web'),
    'name-invalid',
  ],
  ['a namespace of one letter', (registry: ContainerRegistry) => registry.addNamespace('s'), 'name-invalid'],
  [
    'the whole internet',
    (registry: ContainerRegistry) => registry.openToInternet({ allow: ['0.0.0.0/0'] }),
    'registry-open',
  ],
  ['nobody of the internet', (registry: ContainerRegistry) => registry.openToInternet({ allow: [] }), 'list-empty'],
  [
    'a copy into itself',
    (registry: ContainerRegistry) => {
      const shop = registry.addNamespace('shop');
      shop.replicateTo(registry.addNamespace('copy'));
    },
    'choice-conflict',
  ],
  ['a broken pattern', (registry: ContainerRegistry) => registry.addNamespace('shop').scanImages('('), 'image-tag'],
  [
    'nothing to keep',
    (registry: ContainerRegistry) => registry.addNamespace('shop').cleanUp({ keep: 0 }),
    'number-invalid',
  ],
  ['what is no network', (registry: ContainerRegistry) => registry.allowFrom({} as never), 'type-invalid'],
])('%s is refused', (_, act, code) => {
  expect(codesOf(() => act(aRegistry().registry))).toEqual([code]);
});

test('a network of another region is sent to a registry of that region', () => {
  const app = Testing.app();
  const near = new CloudStack(app, 'near', { region: 'cn-hangzhou' });
  const registry = new ContainerRegistry(near, 'registry', { name: 'acme', billing: BILLING });
  const far = new CloudStack(app, 'far', { region: 'cn-beijing' });
  const network = new Network(far, 'network', { zones: ['cn-beijing-h', 'cn-beijing-i'] });
  const [problem] = problemsOf(() => registry.allowFrom(network));
  expect(problem).toMatchObject({ code: 'registry-region', path: 'near/registry' });
  expect(problem!.fix).toContain('a registry in cn-beijing');
});

test('a dedicated cluster is told where its settings live', () => {
  const { cloud, registry } = aRegistry();
  const network = new Network(cloud, 'network', { zones: [...ZONES, 'cn-hangzhou-j'] });
  const cluster = new DedicatedCluster(cloud, 'cluster', {
    network,
    login: Login.keyPair('ops'),
    masterTypes: ['ecs.g7.xlarge'],
  });
  const [problem] = problemsOf(() => registry.allowPull(cluster, { namespaces: ['shop'] }));
  expect(problem).toMatchObject({ code: 'cluster-kind' });
});
