import { resourceOf, resourcesOf, synthesized, type Attributes } from '../../lib/testing';
import { aBlog, variablesOf } from './wordpress-on-eci-burst/a-blog';

/**
 * What the reference walk-through does by hand after its "one click", in its order. Each job is done by resources that
 * Terraform makes; none is left to a person.
 */
const blog = aBlog();
const cloud = synthesized(blog.cloud);
const apps = synthesized(blog.apps);

const one = (stack: typeof cloud, type: string, where: Attributes = {}): Record<string, any> =>
  resourceOf(stack, type, where).attributes;
const deployment = one(apps, 'kubernetes_deployment_v1').spec;
const web = deployment.template.spec;
/** A reference of the apps stack to an attribute of a resource in the cloud stack. */
const ofCloud = (type: string, attribute: string) =>
  new RegExp(
    `^\\$\\{data\\.terraform_remote_state\\..*blog-cloud\\.outputs\\.cross-stack-output-${type}[\\w-]*${attribute}\\}$`,
  );
/** The name under which resources of the cloud stack refer to the one of a type. */
const nameOf = (type: string): string => resourceOf(cloud, type).address;

test('1 a mount target of the file system: made beside it, with a group of permissions', () => {
  const target = one(cloud, 'alicloud_nas_mount_target');
  expect(target.file_system_id).toBe(`\${${nameOf('alicloud_nas_file_system')}.id}`);
  expect(target.access_group_name).toBe(`\${${nameOf('alicloud_nas_access_group')}.access_group_name}`);
});

test('2 its address: a reference in the volumes of the cluster', () => {
  const servers = resourcesOf(apps, 'kubernetes_persistent_volume_v1').map(
    ({ attributes }: Record<string, any>) => attributes.spec[0].persistent_volume_source.csi.volume_attributes.server,
  );
  expect(servers).toHaveLength(2);
  servers.forEach((server) => expect(server).toMatch(ofCloud('alicloud_nas_mount_target', 'mount_target_domain')));
});

test('3 the allow list of the database: the group of nodes, Pods and Pods on ECI, and nobody else', () => {
  const { security_ips: ranges, security_group_ids: groups } = one(cloud, 'alicloud_db_instance');
  const ours = `\${${nameOf('alicloud_security_group')}.id}`;
  // The address that RDS takes for nobody.
  expect([ranges, groups]).toEqual([['127.0.0.1'], [ours]]);
  expect(one(cloud, 'alicloud_cs_managed_kubernetes').security_group_id).toBe(ours);
  expect(resourcesOf(cloud, 'alicloud_db_connection')).toEqual([]);
});

test('3, of the files: the vSwitches of nodes, Pods and ECI, and nobody else', () => {
  const ranges = (['nodes', 'pods', 'eci'] as const).flatMap((purpose) => blog.network.vswitches(purpose));
  const rules = resourcesOf(cloud, 'alicloud_nas_access_rule').map(({ attributes }) => attributes.source_cidr_ip);
  expect([...rules].sort()).toEqual(ranges.map(({ cidr }) => cidr).sort());
});

test('4 accounts of the database: one for the Pods, one for the installation, with passwords that nobody chose', () => {
  const accounts = resourcesOf(cloud, 'alicloud_rds_account').map(({ attributes }) => attributes);
  expect(accounts.map(({ account_name: name }) => name).sort()).toEqual(['wordpress_install', 'wordpress_web']);
  accounts.forEach((account) => expect(account.account_password).toMatch(/^\$\{random_password\.[\w-]+\.result\}$/));
  expect(resourcesOf(cloud, 'alicloud_db_account_privilege')).toHaveLength(2);
});

test('5 the database', () => {
  expect(one(cloud, 'alicloud_db_database')).toMatchObject({ data_base_name: 'wordpress', character_set: 'utf8mb4' });
});

test('6 its private address: a reference in the Pods', () => {
  const { DB_HOST, DB_PORT, WORDPRESS_DB_HOST } = variablesOf(web);
  expect(DB_HOST).toMatch(ofCloud('alicloud_db_instance', 'connection_string'));
  expect(DB_PORT).toMatch(ofCloud('alicloud_db_instance', 'port'));
  expect(WORDPRESS_DB_HOST).toBe('$(DB_HOST):$(DB_PORT)');
});

test('7 the namespace, with a quota', () => {
  expect(one(apps, 'kubernetes_namespace_v1').metadata.name).toBe('wordpress');
  expect(one(apps, 'kubernetes_resource_quota_v1').spec.hard.pods).toBe('136');
});

test('8 the Deployment: its number of Pods is the autoscaler’s, 22 of them on nodes', () => {
  expect(deployment.replicas).toBeUndefined();
  expect(one(apps, 'kubernetes_horizontal_pod_autoscaler_v2').spec.min_replicas).toBe(22);
  expect(web.container[0].image).toBe('registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.8.3');
});

test('9 the shared files in the Pods: a volume, a claim and a mount, and no YAML', () => {
  const mount = web.container[0].volume_mount.find((found: any) => found.mount_path === '/var/www/html/wp-content');
  const volume = web.volume.find(({ name }: any) => name === mount.name);
  expect(volume.persistent_volume_claim.claim_name).toMatch(/^\$\{kubernetes_persistent_volume_claim_v1\./);
});

test('10 the Service of type LoadBalancer', () => {
  const balanced = resourcesOf(apps, 'kubernetes_service_v1').filter(
    ({ attributes }: Record<string, any>) => attributes.spec.type === 'LoadBalancer',
  ) as readonly Record<string, any>[];
  expect(balanced).toHaveLength(1);
  expect(balanced[0]!.attributes.spec.port).toEqual([expect.objectContaining({ port: 80, target_port: '80' })]);
});

test('11 the coordinates of the database: variables that the image reads, user and password from a Secret', () => {
  expect(variablesOf(web)).toMatchObject({
    WORDPRESS_DB_NAME: 'wordpress',
    WORDPRESS_DB_USER: 'secret web-database',
    WORDPRESS_DB_PASSWORD: 'secret web-database',
  });
});

test('12 the way to ECI: a policy that keeps 22 Pods on nodes, and no mark on the namespace, which would send all', () => {
  expect(Object.keys(one(apps, 'kubernetes_namespace_v1').metadata.labels)).not.toContain('alibabacloud.com/eci');
  const policy = JSON.stringify(one(apps, 'helm_release').values);
  expect(policy).toContain('ResourcePolicy');
  expect(policy).toMatch(/ecs.*22.*eci/s);
});

test('13 the virtual node: a component of the cluster that needs no keys, told its vSwitches and its group', () => {
  expect(one(cloud, 'alicloud_cs_kubernetes_addon', { name: 'ack-virtual-node' })).toBeDefined();
  const { data, metadata } = one(apps, 'kubernetes_config_map_v1_data');
  expect(metadata).toEqual({ name: 'eci-profile', namespace: 'kube-system' });
  expect(data.vSwitchIds).toMatch(/alicloud_vswitch/);
  expect(data.securityGroupId).toMatch(ofCloud('alicloud_security_group', 'id'));
  expect(JSON.stringify([cloud, apps])).not.toMatch(/access_?key/i);
});

test('14 the autoscaler: 22 to 100 Pods at 60 % of the cpu that they request', () => {
  expect(one(apps, 'kubernetes_horizontal_pod_autoscaler_v2').spec).toMatchObject({
    min_replicas: 22,
    max_replicas: 100,
    metric: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', average_utilization: 60 } } }],
  });
});

test('15 the form of the installation: a Job, done before the first Pod of the site starts', () => {
  const job = resourceOf(apps, 'kubernetes_job_v1');
  expect(job.attributes.wait_for_completion).toBe(true);
  expect(one(apps, 'kubernetes_deployment_v1').depends_on).toContain(job.address);
  expect(variablesOf((job.attributes.spec as any).template.spec)).toMatchObject({
    SITE_TITLE: 'WordPress',
    SITE_LOCALE: 'en_US',
    SITE_ADMIN_USER: 'owner',
    SITE_ADMIN_PASSWORD: 'secret install-admin',
  });
});
