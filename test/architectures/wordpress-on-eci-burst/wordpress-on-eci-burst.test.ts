import { ServiceBalancer } from '../../../lib/balancer/service-balancer';
import type { INetwork } from '../../../lib/core/network';
import type { CloudStack } from '../../../lib/stacks/cloud-stack';
import { LoadTest } from '../../../lib/architectures/wordpress/load-test-data';
import { hclOf, resourceOf, resourcesOf, synthesized, type FoundResource } from '../../../lib/testing';
import { aBlog, IMAGE, variablesOf } from './a-blog';

const attributesOf = ({ attributes }: FoundResource): Record<string, any> => attributes;
const deploymentOf = (blog: ReturnType<typeof aBlog>) =>
  attributesOf(resourceOf(blog.apps, 'kubernetes_deployment_v1')).spec;
const podOf = (blog: ReturnType<typeof aBlog>) => deploymentOf(blog).template.spec;
const jobOf = (blog: ReturnType<typeof aBlog>) => attributesOf(resourceOf(blog.apps, 'kubernetes_job_v1')).spec;
const cronOf = (blog: ReturnType<typeof aBlog>, name: string) =>
  resourcesOf(blog.apps, 'kubernetes_cron_job_v1')
    .map(attributesOf)
    .find(({ metadata }) => metadata.name === name)?.spec;

test('two stacks, named after the architecture, the second after the first', () => {
  const blog = aBlog();
  expect([blog.cloud.node.path, blog.apps.node.path]).toEqual(['blog-cloud', 'blog-apps']);
  expect(blog.apps.dependencies).toEqual([blog.cloud]);
});

test.each(['cloud', 'apps'] as const)('the Terraform of the %s stack', async (stack) => {
  expect(await hclOf(aBlog()[stack])).toMatchSnapshot();
});

describe('a Pod', () => {
  const pod = podOf(aBlog());
  const [container] = pod.container;

  test('is ready when WordPress answers, and restarted only when Apache is gone', () => {
    expect(container.startup_probe).toMatchObject({ http_get: { path: '/wp-login.php' }, failure_threshold: 60 });
    expect(container.readiness_probe.http_get).toMatchObject({ path: '/wp-login.php', port: '80' });
    expect(container.liveness_probe.tcp_socket).toEqual([{ port: '80' }]);
  });

  test('goes on answering until the balancer has forgotten it, and finishes open requests', () => {
    expect(container.lifecycle.pre_stop[0].exec.command).toEqual(['sleep', '30']);
    expect(pod.termination_grace_period_seconds).toBe(60);
    expect(pod.readiness_gate).toEqual([{ condition_type: 'service.readiness.alibabacloud.com/web-balancer' }]);
    const files = resourcesOf(aBlog().apps, 'kubernetes_config_map_v1').map(attributesOf);
    expect(JSON.stringify(files)).toContain('GracefulShutdownTimeout 25');
  });

  test('has a size of ECI and the image from a cache there', () => {
    expect(container.resources.requests).toEqual({ cpu: '500m', memory: '1Gi' });
    expect(deploymentOf(aBlog()).template.metadata.annotations).toMatchObject({
      'k8s.aliyun.com/eci-image-cache': 'true',
    });
  });

  test('shares the eight keys and salts with all others, from a Secret', () => {
    const salts = Object.entries(variablesOf(pod)).filter(([name]) => /_(KEY|SALT)$/.test(name));
    expect(salts).toHaveLength(8);
    expect(new Set(salts.map(([, from]) => from))).toEqual(new Set(['secret web-salts']));
  });

  test('neither changes its code nor works by the clock on its own', () => {
    expect(variablesOf(pod).WORDPRESS_CONFIG_EXTRA).toContain("define('DISALLOW_FILE_MODS', true)");
    expect(variablesOf(pod).WORDPRESS_CONFIG_EXTRA).toContain("define('DISABLE_WP_CRON', true)");
    const schedule = cronOf(aBlog(), 'schedule');
    expect(schedule).toMatchObject({ schedule: '*/5 * * * *', suspend: false, concurrency_policy: 'Forbid' });
  });
});

test('an update adds a tenth of the Pods and takes none away', () => {
  expect(deploymentOf(aBlog()).strategy.rolling_update).toEqual({ max_surge: '10%', max_unavailable: '0' });
});

test('known peaks move the limits of the autoscaler', () => {
  const blog = aBlog({ scale: { peaks: [{ name: 'sale', at: '0 45 19 * * 5', replicas: 80 }] } });
  const values = resourcesOf(blog.apps, 'helm_release').map((one) => JSON.stringify(one.attributes.values));
  expect(values.some((text) => /CronHorizontalPodAutoscaler.*HorizontalPodAutoscaler/s.test(text))).toBe(true);
  expect(
    resourceOf(blog.cloud, 'alicloud_cs_kubernetes_addon', { name: 'ack-kubernetes-cronhpa-controller' }),
  ).toBeDefined();
});

describe('the site', () => {
  test('is in Chinese, with a title and an administrator, and hidden from search engines, when it is told so', () => {
    const blog = aBlog({
      site: {
        title: '我的博客',
        locale: 'zh_CN',
        administrator: { user: 'editor', email: 'editor@example.com' },
        searchEngines: false,
      },
    });
    expect(variablesOf(jobOf(blog).template.spec)).toMatchObject({
      SITE_TITLE: '我的博客',
      SITE_LOCALE: 'zh_CN',
      SITE_ADMIN_USER: 'editor',
      SITE_ADMIN_EMAIL: 'editor@example.com',
      SITE_SEARCH_ENGINES: 'no',
    });
  });

  test('has the title that was written, whatever Kubernetes or Terraform would read in it', () => {
    const { SITE_TITLE } = variablesOf(
      jobOf(aBlog({ site: { title: 'For $$, $(DB_HOST) and ${path.root}' } })).template.spec,
    );
    // Terraform makes `${` of `$${`, and Kubernetes one dollar of two.
    expect(SITE_TITLE).toBe('For $$$$, $$(DB_HOST) and $$${path.root}');
  });

  test('is where its balancer is, and the apps stack says where that is', () => {
    const blog = aBlog();
    const { value } = synthesized(blog.apps).output!['site-url'] as { value: string };
    expect(value).toMatch(/^http:\/\/\$\{kubernetes_service_v1\.\w+-?\w*\.status\[0\]/);
    expect(variablesOf(podOf(blog)).SITE_URL).toBe(value);
    expect(variablesOf(jobOf(blog).template.spec).SITE_URL).toBe(value);
  });

  test('is at its own address, over TLS, when it has one', () => {
    const balancer = (_cloud: CloudStack, network: INetwork) =>
      ServiceBalancer.classic({ network, protocols: { 443: 'https' }, certificateId: '12345678-cn-hangzhou' });
    const blog = aBlog({ site: { url: 'https://blog.example.com' }, ports: [80, 443], balancer });
    expect(synthesized(blog.apps).output!['site-url']).toMatchObject({ value: 'https://blog.example.com' });
    const { spec } = resourcesOf(blog.apps, 'kubernetes_service_v1')
      .map(attributesOf)
      .find((one) => one.spec.type === 'LoadBalancer')!;
    expect(spec.port.map((one: any) => [one.port, one.target_port])).toEqual([
      [80, '80'],
      [443, '80'],
    ]);
  });

  test('takes uploads as large as it is told', () => {
    const files = resourcesOf(aBlog({ site: { uploadMib: 256 } }).apps, 'kubernetes_config_map_v1');
    expect(JSON.stringify(files)).toContain('upload_max_filesize = 256M');
  });

  test('is installed within its own time, again when it fails', () => {
    expect(jobOf(aBlog())).toMatchObject({ active_deadline_seconds: 1200, backoff_limit: 4 });
    expect(resourceOf(aBlog().apps, 'kubernetes_job_v1').attributes.timeouts).toMatchObject({ create: '25m' });
  });
});

describe('another text of rotation draws new secrets and starts the Pods anew:', () => {
  const keepersOf = (blog: ReturnType<typeof aBlog>, stack: 'cloud' | 'apps') =>
    Object.fromEntries(
      resourcesOf(blog[stack], 'random_password').map(({ address, attributes }) => [
        address,
        (attributes as any).keepers.rotation,
      ]),
    );
  const before = aBlog();

  test('salts', () => {
    const after = aBlog({ rotation: { salts: '2' } });
    const drawn = keepersOf(after, 'apps');
    expect(Object.values(drawn).filter((text) => text === '2')).toHaveLength(8);
    expect(deploymentOf(after).template.metadata.annotations).not.toEqual(
      deploymentOf(before).template.metadata.annotations,
    );
    expect(jobOf(after)).toEqual(jobOf(before));
  });

  test('passwords of the database, of the Pods and of the installation', () => {
    const after = aBlog({ rotation: { database: '2' } });
    expect(Object.values(keepersOf(after, 'cloud'))).toEqual(['2', '2']);
    expect(deploymentOf(after).template.metadata.annotations['alicloud-constructs.io/rotation-database']).toBe('2');
    // A Job that ran takes no other annotation: the plan would show it for ever.
    expect(jobOf(after)).toEqual(jobOf(before));
  });

  test('the administrator’s password, which the installation then sets', () => {
    const after = aBlog({ rotation: { administrator: '2' } });
    expect(Object.values(keepersOf(after, 'apps')).filter((text) => text === '2')).toHaveLength(1);
    expect(variablesOf(jobOf(after).template.spec).SITE_ADMIN_ROTATION).toBe('2');
    expect(deploymentOf(after)).toEqual(deploymentOf(before));
  });
});

describe('the load test', () => {
  test('waits, suspended, with the reference’s load: 1000 visitors in ten minutes, on ECI, off the nodes under test', () => {
    const test = cronOf(aBlog(), 'load-test');
    const { template } = test.job_template.spec;
    expect(test.suspend).toBe(true);
    expect(variablesOf(template.spec)).toMatchObject({ USERS: '1000', MINUTES: '10' });
    expect(template.metadata.labels['alibabacloud.com/eci']).toBe('true');
    expect(template.spec.container[0].image).toBe(IMAGE);
  });

  test('runs k6 where there is an image of it', () => {
    const blog = aBlog({
      loadTest: LoadTest.k6({ image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/k6:1.3.0', users: 500 }),
    });
    const { spec } = cronOf(blog, 'load-test').job_template.spec.template;
    expect(spec.container[0]).toMatchObject({ args: ['run', '/opt/load/script.js'] });
    expect(variablesOf(spec).USERS).toBe('500');
  });

  test('is not there with LoadTest.none()', () => {
    expect(cronOf(aBlog({ loadTest: LoadTest.none() }), 'load-test')).toBeUndefined();
  });
});

test('observability brings the components for metrics and logs, and has the Pods’ output collected', () => {
  const addons = (blog: ReturnType<typeof aBlog>) =>
    resourcesOf(blog.cloud, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name);
  const blog = aBlog({ observability: true });
  expect(addons(blog)).toEqual(expect.arrayContaining(['arms-prometheus', 'loongcollector']));
  expect(variablesOf(podOf(blog)).aliyun_logs_wordpress).toBe('stdout');
  expect(addons(aBlog())).not.toContain('arms-prometheus');
  expect(variablesOf(podOf(aBlog()))).not.toHaveProperty('aliyun_logs_wordpress');
});

test('an image from Docker Hub is warned about in a mainland region', () => {
  const blog = aBlog({ image: 'wordpress:6.8.3-php8.3-apache' });
  const said = blog.apps.node.findAll().flatMap(({ node }) => node.metadata.map(({ data }) => String(data)));
  expect(said.filter((text) => text.includes('[image-far]')).length).toBeGreaterThan(0);
});

test('a sandbox can be destroyed as it is', () => {
  const blog = aBlog({ protection: 'sandbox' });
  expect(resourceOf(blog.cloud, 'alicloud_cs_managed_kubernetes').attributes.deletion_protection).toBe(false);
  expect(resourceOf(blog.cloud, 'alicloud_db_instance').attributes.deletion_protection).toBe(false);
  expect(resourceOf(blog.cloud, 'alicloud_slb_load_balancer').attributes.delete_protection).toBe('off');
});
