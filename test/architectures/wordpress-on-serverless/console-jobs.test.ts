import { resourceOf, resourcesOf, synthesized, type Attributes } from '../../../lib/testing';
import { variablesOf } from '../wordpress-on-eci-burst/a-blog';
import { twoSites } from './two-sites';

/**
 * What the course on a Serverless site does by hand, once for each environment: here Terraform does it, in both namespaces.
 */
const sites = twoSites();
const cloud = synthesized(sites.cloud);
const apps = synthesized(sites.apps);
const NAMES = ['production', 'test'] as const;

const one = (stack: typeof cloud, type: string, where: Attributes = {}): Record<string, any> =>
  resourceOf(stack, type, where).attributes;
const inSpace = (type: string, space: string) =>
  resourcesOf(apps, type)
    .map(({ attributes, address }) => ({ ...attributes, address }) as Record<string, any>)
    .filter(({ metadata }) => metadata.namespace === space);
const podOf = (space: string) => inSpace('kubernetes_deployment_v1', space)[0]!.spec.template.spec;
/** A reference of the apps stack to an attribute of a resource in the cloud stack. */
const ofCloud = (type: string, attribute: string) =>
  new RegExp(
    `^\\$\\{data\\.terraform_remote_state\\..*blog-cloud\\.outputs\\.cross-stack-output-${type}[\\w-]*${attribute}\\}$`,
  );

test('the cluster: without nodes, in two zones at least, with CoreDNS', () => {
  expect(one(cloud, 'alicloud_cs_managed_kubernetes')).toMatchObject({
    profile: 'Serverless',
    cluster_spec: 'ack.pro.small',
    addons: [{ name: 'coredns' }],
  });
});

test('the NAT gateway, without which nothing is fetched from outside', () => {
  const entries = resourcesOf(cloud, 'alicloud_snat_entry').map(({ address }) => address);
  expect(one(cloud, 'alicloud_cs_managed_kubernetes').depends_on).toEqual(expect.arrayContaining(entries));
});

test('the database, its accounts, their passwords and their rights, and the allow list', () => {
  const passwords = resourcesOf(cloud, 'alicloud_rds_account').map(({ attributes }) => attributes.account_password);
  passwords.forEach((password) => expect(password).toMatch(/^\$\{random_password\.[\w-]+\.result\}$/));
  const { security_ips: ranges, security_group_ids: groups } = one(cloud, 'alicloud_db_instance');
  // The address that RDS takes for nobody.
  expect([ranges, groups]).toEqual([['127.0.0.1'], [one(cloud, 'alicloud_cs_managed_kubernetes').security_group_id]]);
});

test('the namespaces', () => {
  const names = resourcesOf(apps, 'kubernetes_namespace_v1').map(({ attributes }: Record<string, any>) => attributes);
  expect(names.map(({ metadata }) => metadata.name)).toEqual(NAMES);
});

test.each(NAMES)('the mount of the files in %s: volume, claim and the address of the mount target', (space) => {
  const mount = podOf(space).container[0].volume_mount.find((found: any) => found.mount_path.endsWith('/wp-content'));
  const volume = podOf(space).volume.find(({ name }: any) => name === mount.name);
  expect(volume.persistent_volume_claim.claim_name).toMatch(/^\$\{kubernetes_persistent_volume_claim_v1\./);
  const servers = resourcesOf(apps, 'kubernetes_persistent_volume_v1').map(
    ({ attributes }: Record<string, any>) => attributes.spec[0].persistent_volume_source.csi.volume_attributes.server,
  );
  servers.forEach((server) => expect(server).toMatch(ofCloud('alicloud_nas_mount_target', 'mount_target_domain')));
});

test.each(NAMES)('the coordinates of the database in %s: variables, and a Secret', (space) => {
  const variables = variablesOf(podOf(space));
  expect(variables.DB_HOST).toMatch(ofCloud('alicloud_db_instance', 'connection_string'));
  expect(variables).toMatchObject({
    WORDPRESS_DB_NAME: `wordpress_${space}`,
    WORDPRESS_DB_USER: 'secret web-database',
    WORDPRESS_DB_PASSWORD: 'secret web-database',
  });
});

test.each(NAMES)('the Service of type LoadBalancer in %s, on the balancer of the environment', (space) => {
  const [balanced] = inSpace('kubernetes_service_v1', space).filter(({ spec }) => spec.type === 'LoadBalancer');
  const id = balanced!.metadata.annotations['service.beta.kubernetes.io/alibaba-cloud-loadbalancer-id'];
  expect(id).toMatch(new RegExp(`sites_${space}_front.*id\\}$`));
  expect(balanced!.spec.port).toEqual([expect.objectContaining({ port: 80, target_port: '80' })]);
});

test.each(NAMES)('the form of the installation in %s: a Job, done before the first Pod of the site starts', (space) => {
  const [job] = inSpace('kubernetes_job_v1', space);
  const [deployment] = inSpace('kubernetes_deployment_v1', space);
  expect(job!.wait_for_completion).toBe(true);
  expect(deployment!.depends_on).toContain(job!.address);
});

test('the switches of logs and of Prometheus in the console: components, stores and rules', () => {
  const names = resourcesOf(cloud, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name);
  expect(names).toEqual(expect.arrayContaining(['alibaba-log-controller', 'arms-prometheus', 'metrics-server']));
  expect(resourcesOf(cloud, 'alicloud_log_store')).toHaveLength(2);
  expect(resourcesOf(cloud, 'alicloud_arms_prometheus_alert_rule').length).toBeGreaterThan(5);
});

test('no key of the account is asked for', () => {
  expect(JSON.stringify([cloud, apps])).not.toMatch(/access_?key/i);
});
