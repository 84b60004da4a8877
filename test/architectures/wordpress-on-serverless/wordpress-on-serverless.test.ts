import { WordPressEnvironment } from '../../../lib/architectures/wordpress-on-serverless/environment';
import { warningsIn } from '../../../lib/core/warnings';
import { hclOf, resourceOf, resourcesOf, synthesized, type FoundResource } from '../../../lib/testing';
import { Scale } from '../../../lib/workload/scaling/scale';
import { variablesOf } from '../wordpress-on-eci-burst/a-blog';
import { IMAGE, twoSites } from './two-sites';

const { production, test: aTest } = WordPressEnvironment;
type Sites = ReturnType<typeof twoSites>;
const attributesOf = ({ attributes }: FoundResource): Record<string, any> => attributes;

/** Objects of a type in the namespace of an environment. */
const inSpace = (sites: Sites, type: string, namespace: string) =>
  resourcesOf(sites.apps, type)
    .map(attributesOf)
    .filter(({ metadata }) => metadata.namespace === namespace);
const deploymentOf = (sites: Sites, namespace = 'production') =>
  inSpace(sites, 'kubernetes_deployment_v1', namespace)[0]!.spec;
const podOf = (sites: Sites, namespace?: string) => deploymentOf(sites, namespace).template.spec;
const jobOf = (sites: Sites, namespace = 'production') => inSpace(sites, 'kubernetes_job_v1', namespace)[0]!.spec;
const cronOf = (sites: Sites, name: string, namespace = 'production') =>
  inSpace(sites, 'kubernetes_cron_job_v1', namespace).find(({ metadata }) => metadata.name === name)?.spec;

const sites = twoSites();

test('two stacks, named after the architecture, the second after the first', () => {
  expect([sites.cloud.node.path, sites.apps.node.path]).toEqual(['blog-cloud', 'blog-apps']);
  expect(sites.apps.dependencies).toEqual([sites.cloud]);
});

test.each(['cloud', 'apps'] as const)('the Terraform of the %s stack', async (stack) => {
  expect(await hclOf(twoSites()[stack])).toMatchSnapshot();
});

test('the order in which environments are written changes nothing', async () => {
  const environments = { production: production(), test: aTest() };
  const other = twoSites({ environments });
  expect(synthesized(other.cloud)).toEqual(synthesized(sites.cloud));
  expect(synthesized(other.apps)).toEqual(synthesized(sites.apps));
});

describe('an environment is', () => {
  test('a namespace with a quota, a default size and a policy that lets no other namespace in', () => {
    const spaces = resourcesOf(sites.apps, 'kubernetes_namespace_v1').map(attributesOf);
    expect(spaces.map(({ metadata }) => [metadata.name, metadata.labels.environment])).toEqual([
      ['production', 'production'],
      ['test', 'test'],
    ]);
    const quotas = resourcesOf(sites.apps, 'kubernetes_resource_quota_v1').map(attributesOf);
    expect(quotas.map(({ spec }) => [spec.hard.pods, spec.hard['requests.cpu']])).toEqual([
      ['19', '17'],
      ['10', '6'],
    ]);
    expect(resourcesOf(sites.apps, 'kubernetes_limit_range_v1')).toHaveLength(2);
    const policies = resourcesOf(sites.apps, 'kubernetes_network_policy_v1').map(attributesOf);
    const shut = policies.filter(({ metadata }) => metadata.name === 'namespace').map(({ spec }) => spec.ingress);
    expect(shut).toEqual([[{ from: [{ pod_selector: {} }] }], [{ from: [{ pod_selector: {} }] }]]);
    const ofPods = resourcesOf(sites.cloud, 'alicloud_vswitch')
      .map(attributesOf)
      .flatMap(({ vswitch_name: name, cidr_block: range }) => (name.includes('-eci-') ? [range] : []));
    const clients = policies.filter(({ metadata }) => metadata.name !== 'namespace').map(({ spec }) => spec.ingress);
    expect(clients).toEqual(
      ['production', 'test'].map(() => [
        { from: [{ ip_block: { cidr: '0.0.0.0/0', except: ofPods } }], ports: [{ port: '80', protocol: 'TCP' }] },
      ]),
    );
    expect(resourceOf(sites.cloud, 'alicloud_cs_kubernetes_addon', { name: 'poseidon' })).toBeDefined();
  });

  test('a database and accounts of its own in one instance of RDS MySQL Serverless', () => {
    expect(resourceOf(sites.cloud, 'alicloud_db_instance').attributes).toMatchObject({
      category: 'serverless_standard',
      instance_charge_type: 'Serverless',
      serverless_config: { min_capacity: 1, max_capacity: 8, auto_pause: false },
    });
    const names = (type: string, name: string) =>
      resourcesOf(sites.cloud, type).map(({ attributes }) => attributes[name]);
    expect(names('alicloud_db_database', 'data_base_name')).toEqual(['wordpress_production', 'wordpress_test']);
    expect(names('alicloud_rds_account', 'account_name')).toEqual([
      'production_install',
      'production_web',
      'test_install',
      'test_web',
    ]);
    const grants = resourcesOf(sites.cloud, 'alicloud_db_account_privilege').map(attributesOf);
    grants.forEach(({ account_name: account, db_names: [database] }) => {
      expect(account).toContain(`account-${database.replace('wordpress_', '')}_`);
    });
    expect(variablesOf(podOf(sites, 'test'))).toMatchObject({ WORDPRESS_DB_NAME: 'wordpress_test' });
  });

  test('a directory of one file system, in volumes that are made by hand and bound to their claims', () => {
    expect(resourcesOf(sites.cloud, 'alicloud_nas_file_system')).toHaveLength(1);
    const volumes = resourcesOf(sites.apps, 'kubernetes_persistent_volume_v1').map(attributesOf);
    const mountsIn = (space: string) =>
      podOf(sites, space).container[0].volume_mount.find(({ mount_path: path }: any) => path.endsWith('/wp-content'));
    expect(mountsIn('production').sub_path).toBe('production/wp-content');
    expect(mountsIn('test').sub_path).toBe('test/wp-content');
    expect(volumes).toHaveLength(4);
    volumes.forEach(({ spec: [{ access_modes: modes, persistent_volume_reclaim_policy: reclaim }] }) => {
      expect([modes, reclaim]).toEqual([['ReadWriteMany'], 'Retain']);
    });
    const claims = resourcesOf(sites.apps, 'kubernetes_persistent_volume_claim_v1').map(attributesOf);
    claims.forEach(({ spec }) => expect(spec.volume_name).toMatch(/^\$\{kubernetes_persistent_volume_v1\./));
  });

  test('a balancer: of production on the internet, of a test in the VPC', () => {
    const fronts = resourcesOf(sites.cloud, 'alicloud_slb_load_balancer').map(attributesOf);
    expect(fronts.map(({ load_balancer_name: name, address_type: type }) => [name, type])).toEqual([
      ['blog-cloud-sites-production-front', 'internet'],
      ['blog-cloud-sites-test-front', 'intranet'],
    ]);
  });

  test('a store of logs, to which the output of its Pods goes: half a year of production, a month of a test', () => {
    const stores = resourcesOf(sites.cloud, 'alicloud_log_store').map(attributesOf);
    expect(stores.map(({ logstore_name: name, retention_period: days }) => [name, days])).toEqual([
      ['production', 180],
      ['test', 30],
    ]);
    expect(resourcesOf(sites.cloud, 'alicloud_log_store_index')).toHaveLength(2);
    for (const space of ['production', 'test']) {
      const schedule = cronOf(sites, 'schedule', space).job_template.spec.template.spec;
      const load = cronOf(sites, 'load-test', space)?.job_template.spec.template.spec;
      for (const pod of [podOf(sites, space), jobOf(sites, space).template.spec, schedule, ...(load ? [load] : [])]) {
        const told = Object.entries(variablesOf(pod)).filter(([name]) => name.startsWith('aliyun_logs_'));
        expect(told.map(([, value]) => value)).toContain('stdout');
        expect(told.find(([name]) => name.endsWith('_logstore'))![1]).toContain(`sites_${space}_logs`);
      }
    }
    expect(resourceOf(sites.cloud, 'alicloud_cs_kubernetes_addon', { name: 'alibaba-log-controller' })).toBeDefined();
  });

  test('found at an address that the apps stack says', () => {
    const { output } = synthesized(sites.apps) as Record<string, any>;
    for (const name of ['production', 'test']) {
      const { value } = output[`site-url-${name}`];
      expect(value).toMatch(new RegExp(`^http://.*kubernetes_service_v1\\.sites_${name}_web_.*status`));
      expect(variablesOf(podOf(sites, name)).SITE_URL).toBe(value);
      expect(variablesOf(jobOf(sites, name).template.spec).SITE_URL).toBe(value);
    }
  });

  test('its own secrets: keys, salts and an administrator', () => {
    const drawn = resourcesOf(sites.apps, 'random_password').map(({ address }) => address);
    expect(drawn.filter((address) => address.includes('sites_production_'))).toHaveLength(9);
    expect(drawn.filter((address) => address.includes('sites_test_'))).toHaveLength(9);
  });
});

describe('production', () => {
  test('has two to ten Pods at 60 % cpu, each of a size of ECI', () => {
    const [scaler] = inSpace(sites, 'kubernetes_horizontal_pod_autoscaler_v2', 'production');
    expect(scaler!.spec).toMatchObject({
      min_replicas: 2,
      max_replicas: 10,
      metric: [{ resource: { name: 'cpu', target: { average_utilization: 60 } } }],
    });
    expect(deploymentOf(sites).replicas).toBeUndefined();
    expect(podOf(sites).container[0].resources.requests).toEqual({ cpu: '1', memory: '2Gi' });
    expect(resourceOf(sites.cloud, 'alicloud_cs_kubernetes_addon', { name: 'metrics-server' })).toBeDefined();
  });

  test('spreads over zones, and lets one Pod go at a time', () => {
    expect(podOf(sites).topology_spread_constraint).toMatchObject([
      { topology_key: 'topology.kubernetes.io/zone', max_skew: 1, when_unsatisfiable: 'ScheduleAnyway' },
    ]);
    const budgets = inSpace(sites, 'kubernetes_pod_disruption_budget_v1', 'production');
    expect(budgets.map(({ spec }) => spec.max_unavailable)).toEqual(['10%']);
    const { vswitch_ids: placed } = resourceOf(sites.cloud, 'alicloud_cs_managed_kubernetes').attributes;
    expect(placed).toHaveLength(3);
  });

  test('heals itself: a Pod gets visitors while WordPress answers, and is restarted when Apache is gone', () => {
    const [container] = podOf(sites).container;
    expect(container.startup_probe).toMatchObject({ http_get: { path: '/wp-login.php' }, failure_threshold: 60 });
    expect(container.readiness_probe.http_get).toMatchObject({ path: '/wp-login.php', port: '80' });
    expect(container.liveness_probe.tcp_socket).toEqual([{ port: '80' }]);
    expect(podOf(sites)).toMatchObject({ restart_policy: 'Always', termination_grace_period_seconds: 60 });
    expect(podOf(sites).readiness_gate[0].condition_type).toContain('web-balancer');
    expect(deploymentOf(sites).strategy.rolling_update).toEqual({ max_surge: '10%', max_unavailable: '0' });
  });

  test('is visited by search engines, a test is not', () => {
    expect(variablesOf(jobOf(sites).template.spec).SITE_SEARCH_ENGINES).toBe('yes');
    expect(variablesOf(jobOf(sites, 'test').template.spec).SITE_SEARCH_ENGINES).toBe('no');
  });

  test('scales by the clock, over what its load asks for', () => {
    const scale = Scale.onSchedule({
      jobs: [
        { name: 'evening', at: '0 30 18 * * *', replicas: 6 },
        { name: 'night', at: '0 0 1 * * *', replicas: 2 },
      ],
      over: Scale.onCpu({ target: 60, min: 2, max: 12 }),
    });
    const timed = twoSites({ environments: { production: production({ scale }) } });
    const values = resourcesOf(timed.apps, 'helm_release').map((one) => JSON.stringify(one.attributes.values));
    expect(values.some((text) => /CronHorizontalPodAutoscaler.*HorizontalPodAutoscaler/s.test(text))).toBe(true);
    expect(
      resourceOf(timed.cloud, 'alicloud_cs_kubernetes_addon', { name: 'ack-kubernetes-cronhpa-controller' }),
    ).toBeDefined();
  });
});

describe('a test', () => {
  test('is one small Pod, which no budget pins', () => {
    expect(deploymentOf(sites, 'test').replicas).toBe('1');
    expect(podOf(sites, 'test').container[0].resources.requests).toEqual({ cpu: '500m', memory: '1Gi' });
    expect(inSpace(sites, 'kubernetes_pod_disruption_budget_v1', 'test')).toEqual([]);
  });

  test('runs the image that is to come, while production runs the one that is', () => {
    const next = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.9.0';
    const environments = { test: aTest({ image: next }), production: production() };
    const other = twoSites({ environments });
    expect([podOf(other, 'test').container[0].image, podOf(other).container[0].image]).toEqual([next, IMAGE]);
    expect(jobOf(other, 'test').template.spec.container[0].image).toBe(next);
    expect(cronOf(other, 'schedule', 'test').job_template.spec.template.spec.container[0].image).toBe(next);
  });

  test('can sleep at night', () => {
    const jobs = [
      { name: 'morning', at: '0 0 8 * * 1-5', replicas: 1 },
      { name: 'night', at: '0 0 20 * * *', replicas: 0 },
    ];
    const slept = twoSites({ environments: { test: aTest({ scale: Scale.onSchedule({ jobs }) }) } });
    expect(deploymentOf(slept, 'test').replicas).toBeUndefined();
    expect(JSON.stringify(resourceOf(slept.apps, 'helm_release').attributes.values)).toContain('night');
    const asked = (of: typeof sites): string =>
      cronOf(of, 'schedule', 'test').job_template.spec.template.spec.container[0].command[2];
    // A failed Job an hour, all night, would be an alarm about nothing.
    expect(asked(slept)).toMatch(/^if \(!@fsockopen\(.*exit\(0\); \} exit\(file_get_contents\(/);
    expect(asked(sites)).toMatch(/^exit\(file_get_contents\(/);
  });

  test('works by the clock once an hour, since each time is a Pod that starts; production every five minutes', () => {
    expect([cronOf(sites, 'schedule').schedule, cronOf(sites, 'schedule', 'test').schedule]).toEqual([
      '*/5 * * * *',
      '0 * * * *',
    ]);
  });

  test('has a load test, which waits until somebody asks for it; production has none', () => {
    expect(cronOf(sites, 'load-test', 'test')).toMatchObject({ suspend: true });
    expect(cronOf(sites, 'load-test')).toBeUndefined();
  });
});

test('no Pod of any kind asks for a size that ECI would round up', () => {
  expect(warningsIn(sites.node.root).filter(({ text }) => text.includes('[eci-rounded]'))).toEqual([]);
  const jobs = [jobOf(sites), cronOf(sites, 'schedule').job_template.spec];
  expect(jobs.map(({ template }) => template.spec.container[0].resources.requests)).toEqual([
    { cpu: '500m', memory: '1Gi' },
    { cpu: '250m', memory: '512Mi' },
  ]);
});

test('every Pod takes its image from a cache, so that one which takes the place of another is there in seconds', () => {
  const templates = [
    deploymentOf(sites).template,
    jobOf(sites).template,
    cronOf(sites, 'schedule').job_template.spec.template,
  ];
  templates.forEach(({ metadata }) => {
    expect(metadata.annotations).toMatchObject({ 'k8s.aliyun.com/eci-image-cache': 'true' });
  });
});

test('no vSwitch is made for nodes’ Pods, which there are none of', () => {
  const names = resourcesOf(sites.cloud, 'alicloud_vswitch').map(({ attributes }) => String(attributes.vswitch_name));
  expect(new Set(names.map((name) => /network-(\w+)-/.exec(name)![1]))).toEqual(new Set(['nodes', 'eci', 'data']));
});

test('a sandbox can be destroyed as it is', () => {
  const sandbox = twoSites({ protection: 'sandbox' });
  expect(resourceOf(sandbox.cloud, 'alicloud_cs_managed_kubernetes').attributes.deletion_protection).toBe(false);
  expect(resourceOf(sandbox.cloud, 'alicloud_db_instance').attributes.deletion_protection).toBe(false);
  resourcesOf(sandbox.cloud, 'alicloud_slb_load_balancer').forEach(({ attributes }) =>
    expect(attributes.delete_protection).toBe('off'),
  );
});
