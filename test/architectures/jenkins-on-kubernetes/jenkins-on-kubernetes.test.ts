import { Testing } from 'cdktf';
import { parse } from 'yaml';
import { AgentPlace } from '../../../lib/architectures/jenkins-on-kubernetes/configuration/agent-place';
import { JenkinsPlugins } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-plugins';
import { PLUGINS } from '../../../lib/architectures/jenkins-on-kubernetes/configuration/plugins';
import { hclOf, resourceOf, resourcesOf, synthesized, type FoundResource } from '../../../lib/testing';
import { aJenkins, MIRROR, ON_SERVERLESS, SHOP } from './a-jenkins';
import { everything } from './everything';

type Jenkins = ReturnType<typeof aJenkins>;
const attributesOf = ({ attributes }: FoundResource): Record<string, any> => attributes;
const named = (stack: Jenkins['apps'], type: string, name: string) =>
  resourcesOf(stack, type)
    .map(attributesOf)
    .find(({ metadata }) => metadata.name === name)!;
const deploymentOf = (jenkins: Jenkins) => named(jenkins.apps, 'kubernetes_deployment_v1', 'controller').spec;
const podOf = (jenkins: Jenkins) => deploymentOf(jenkins).template.spec;
const environmentOf = (container: any): Record<string, string> =>
  Object.fromEntries(
    container.env.map(({ name, value, value_from: from }: any) => [
      name,
      value ?? from.field_ref[0]?.field_path ?? from.field_ref.field_path,
    ]),
  );
const configOf = (jenkins: Jenkins): any => parse(jenkins.configuration);
const addons = (jenkins: Jenkins): string[] =>
  resourcesOf(jenkins.cloud, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name as string);

test('two stacks, named after the architecture, the second after the first', () => {
  const jenkins = aJenkins();
  expect([jenkins.cloud.node.path, jenkins.apps.node.path]).toEqual(['ci-cloud', 'ci-apps']);
  expect(jenkins.apps.dependencies).toEqual([jenkins.cloud]);
});

test.each(['cloud', 'apps'] as const)('the Terraform of the %s stack', async (stack) => {
  expect(await hclOf(aJenkins()[stack])).toMatchSnapshot();
});

describe('the controller', () => {
  const jenkins = aJenkins();
  const pod = podOf(jenkins);
  const [controller] = pod.container;

  test('is one Pod, which ends before another one begins', () => {
    expect(deploymentOf(jenkins)).toMatchObject({ replicas: '1', strategy: { type: 'Recreate' } });
  });

  test('is started elsewhere after half a minute of a node that does not answer', () => {
    expect(pod.toleration).toEqual(
      ['node.kubernetes.io/unreachable', 'node.kubernetes.io/not-ready'].map((key) => ({
        key,
        operator: 'Exists',
        effect: 'NoExecute',
        toleration_seconds: '30',
      })),
    );
    expect(pod.priority_class_name).toContain('kubernetes_priority_class_v1');
    expect(resourceOf(jenkins.apps, 'kubernetes_priority_class_v1').attributes.value).toBe(1_000_000);
  });

  test('waits for its lock before it starts, runs under it, and is known to it by its Pod', () => {
    expect(pod.init_container.map(({ name }: any) => name)).toEqual(['plugins', 'lock']);
    // Through tini: who waits ends when it is told to, and not when Kubernetes loses its patience.
    expect(pod.init_container[1].command).toEqual(['tini', '--', 'bash', '/opt/texts/opt_jenkins_lock.sh', 'wait']);
    expect(controller.command).toEqual([
      'tini',
      '--',
      'bash',
      '/opt/jenkins/lock.sh',
      'run',
      '/usr/local/bin/jenkins.sh',
    ]);
    const lock = { LOCK_NAME: 'controller', LOCK_NAMESPACE: 'jenkins', LOCK_HOLDER: 'metadata.uid' };
    expect(environmentOf(controller)).toMatchObject(lock);
    expect(environmentOf(pod.init_container[1])).toMatchObject(lock);
  });

  test('has its home on NAS, in a directory that was given to it, and plugins and caches on disks of its own', () => {
    const paths = Object.fromEntries(controller.volume_mount.map((one: any) => [one.mount_path, one]));
    expect(paths['/var/jenkins_home']).toMatchObject({ sub_path: 'jenkins/home' });
    const volumes = Object.fromEntries(pod.volume.map((one: any) => [one.name, one]));
    ['/var/jenkins_home/plugins', '/var/cache/jenkins', '/tmp'].forEach((path) =>
      expect(volumes[paths[path].name].empty_dir).toBeDefined(),
    );
    expect(environmentOf(controller).JENKINS_OPTS).toBe(
      '--webroot=/var/cache/jenkins/war --pluginroot=/var/cache/jenkins/plugins',
    );
    const job = attributesOf(resourceOf(jenkins.apps, 'kubernetes_job_v1')).spec.template.spec;
    expect(job.container[0].command[2]).toContain('chown 1000:1000 /home-of-jenkins');
    expect(job.container[0].volume_mount).toEqual([expect.objectContaining({ sub_path: 'jenkins/home' })]);
  });

  test('is not before its home is there, and knows its lock by no right but that to one Lease', () => {
    const { depends_on: before } = attributesOf(resourceOf(jenkins.apps, 'kubernetes_deployment_v1'));
    expect(before.join(' ')).toContain('kubernetes_job_v1.jenkins_home');
  });

  test('runs without a wizard, with its configuration from a file, and nobody writes to its image', () => {
    expect(environmentOf(controller).JAVA_OPTS).toContain('-Djenkins.install.runSetupWizard=false');
    expect(environmentOf(controller)).toMatchObject({
      CASC_JENKINS_CONFIG: '/opt/jenkins/configuration',
      JENKINS_SLAVE_AGENT_PORT: '-1',
    });
    expect(controller.security_context).toMatchObject({
      read_only_root_filesystem: true,
      run_as_user: '1000',
      run_as_non_root: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(pod.security_context.fs_group).toBeUndefined();
  });

  test('starts anew when its configuration changes, and when a secret is drawn again', () => {
    const annotations = (one: Jenkins) => deploymentOf(one).template.metadata.annotations;
    expect(annotations(jenkins)['checksum/configuration']).toMatch(/^\$\{sha256\(kubernetes_config_map_v1/);
    expect(annotations(aJenkins({ rotation: { administrator: '2' } }))).not.toEqual(annotations(jenkins));
    expect(podOf(aJenkins({ rotation: { release: '2' } })).volume).not.toEqual(pod.volume);
  });

  test('is well when it answers with its page for logging in, and has a quarter of an hour to start', () => {
    expect(controller.startup_probe).toMatchObject({
      http_get: { path: '/login' },
      failure_threshold: 90,
      period_seconds: 10,
    });
    expect(controller.liveness_probe).toMatchObject({ http_get: { path: '/login' }, failure_threshold: 12 });
    expect(pod.termination_grace_period_seconds).toBe(105);
  });
});

describe('who gets in', () => {
  test('those of the VPC, by a balancer without an address on the internet', () => {
    expect(resourceOf(aJenkins().cloud, 'alicloud_slb_load_balancer').attributes.address_type).toBe('intranet');
    expect(
      resourcesOf(aJenkins().cloud, 'alicloud_eip_association').map(({ attributes }) => attributes.instance_type),
    ).toEqual(['Nat', 'Nat']);
  });

  test('agents, from the two namespaces where they are, on the port of Jenkins', () => {
    const policies = resourcesOf(aJenkins().apps, 'kubernetes_network_policy_v1').map(attributesOf);
    const into = policies
      .filter(({ metadata }) => metadata.namespace === 'jenkins')
      .flatMap(({ spec }) => spec.ingress);
    const spaces = into
      .flatMap(({ from }: any) =>
        from.map((one: any) => one.namespace_selector?.match_labels['kubernetes.io/metadata.name']),
      )
      .filter(Boolean);
    expect(spaces.sort()).toEqual(['jenkins-agents', 'jenkins-release']);
  });

  test('nobody, but an administrator whose password was drawn at random', () => {
    const jenkins = aJenkins();
    const { password, id } = configOf(jenkins).jenkins.securityRealm.local.users[0];
    expect([id, password]).toEqual(['admin', '${trim:${readFile:/opt/jenkins/secrets/secrets/administrator}}']);
    expect(configOf(jenkins).jenkins.securityRealm.local.allowsSignup).toBe(false);
    const secret = named(jenkins.apps, 'kubernetes_secret_v1', 'secrets');
    expect(secret.data.administrator).toMatch(/^\$\{sensitive\(random_password\..*\.result\)\}$/);
  });
});

describe('the configuration', () => {
  test('has the address of the balancer, which Terraform alone knows, and that of the controller in the cluster', () => {
    const { url } = configOf(aJenkins()).unclassified.location;
    expect(url).toMatch(/^http:\/\/.*TfToken.*\/$/);
    const clouds = configOf(aJenkins()).jenkins.clouds.map(({ kubernetes }: any) => kubernetes);
    expect(clouds.map(({ jenkinsUrl }: any) => jenkinsUrl)).toEqual(
      Array(2).fill('http://controller.jenkins.svc.cluster.local:8080/'),
    );
    const map = named(aJenkins().apps, 'kubernetes_config_map_v1', 'configuration');
    expect(parse(map.data['jenkins.yaml']).unclassified.location.url).toMatch(
      /^http:\/\/\$\{kubernetes_service_v1\..*\}\/$/,
    );
    // What Jenkins reads by itself is text for Terraform.
    expect(map.data['jenkins.yaml']).toContain('$${trim:$${readFile:');
  });

  test('is the output of the stack, with the port where it is not 80', () => {
    expect((synthesized(aJenkins().apps).output!['jenkins-url'] as any).value).toMatch(/^http:\/\//);
    expect(aJenkins({ ports: [8080] }).url).toMatch(/:8080$/);
  });

  test('names images, namespaces and accounts that are there', () => {
    const jenkins = aJenkins();
    const text = jenkins.configuration + jenkins.pipelineOf('shop');
    expect(text).toContain('acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/ci/shop');
    const accounts = resourcesOf(jenkins.apps, 'kubernetes_service_account_v1').map(
      ({ attributes }: any) => attributes.metadata.name,
    );
    const named = [...new Set([...text.matchAll(/serviceAccountName: (\S+)/g)].map(([, name]) => name!))].sort();
    expect(accounts).toEqual(expect.arrayContaining(named));
    expect(named).toEqual(['builder', 'deployer', 'plain', 'test-deployer']);
  });

  test('has the names that were given, everywhere', () => {
    const app = Testing.app();
    everything(app);
    const jenkins = app.node.findChild('ci') as Jenkins;
    const config = configOf(jenkins);
    expect(config.unclassified.location.url).toBe('https://ci.example.com/');
    expect(config.jenkins.clouds[0].kubernetes.containerCapStr).toBe('40');
    expect(jenkins.pipelineOf('cart')).toContain('cart.staging:9090/healthz');
    expect(config.jenkins.securityRealm).toHaveProperty('oic');
    expect(JSON.stringify(config.credentials)).toContain('/opt/jenkins/secrets/git-ssh/id_ed25519');
  });
});

describe('plugins', () => {
  test('are pinned, those beyond the list too', () => {
    const jenkins = aJenkins({
      controller: { plugins: JenkinsPlugins.ofImage({ also: ['slack:795.v4b_9705b_e6d47'] }) },
    });
    const lines = jenkins.plugins.trim().split('\n');
    expect(lines).toHaveLength(PLUGINS.length + 1);
    lines.forEach((line) => expect(line).toMatch(/^[a-z0-9-]+:\S+$/));
    const files = named(jenkins.apps, 'kubernetes_config_map_v1', 'controller-files');
    expect(files.data['opt_jenkins_plugins.txt']).toBe(jenkins.plugins);
  });

  test('come from the update site that was named, when they are to be downloaded', () => {
    const plugins = JenkinsPlugins.download({ updateCenter: 'https://mirror.example.com/jenkins' });
    const [first] = podOf(aJenkins({ controller: { plugins } })).init_container;
    expect(environmentOf(first)).toMatchObject({
      JENKINS_UC: 'https://mirror.example.com/jenkins',
      PLUGIN_FOLDER: '/var/jenkins_home/plugins',
    });
  });
});

describe('images', () => {
  test('are pushed by a role to the namespace that was made for them, once under a tag', () => {
    const { cloud } = aJenkins();
    const statements = resourcesOf(cloud, 'alicloud_ram_policy').flatMap(
      ({ attributes }) => JSON.parse(attributes.policy_document as string).Statement as any[],
    );
    const pushed = statements.filter(({ Action }) => Action.includes('cr:PushRepository'));
    expect(pushed.flatMap(({ Resource }) => Resource)).toEqual(['acs:cr:*:*:repository/cri-abc123/ci/*']);
    expect(resourceOf(cloud, 'alicloud_ram_role').attributes.assume_role_policy_document).toContain(
      'system:serviceaccount:jenkins-agents:builder',
    );
    expect(resourceOf(cloud, 'alicloud_cr_ee_repo').attributes).toMatchObject({
      name: 'shop',
      tag_immutability: true,
      repo_type: 'PRIVATE',
    });
    expect(resourcesOf(cloud, 'alicloud_cr_scan_rule')).toHaveLength(1);
  });

  test('are made from others of the registry, which the same role pulls', () => {
    const statements = resourcesOf(aJenkins().cloud, 'alicloud_ram_policy').flatMap(
      ({ attributes }) => JSON.parse(attributes.policy_document as string).Statement as any[],
    );
    expect(statements).toContainEqual({
      Effect: 'Allow',
      Action: ['cr:PullRepository'],
      Resource: ['acs:cr:*:*:repository/cri-abc123/*'],
    });
  });

  test.each([
    ['elsewhere', undefined, 'plain', []],
    ['on another registry', 'registry.example.com/trivy-db:2', 'plain', []],
    ['in the registry', `${MIRROR}/trivy-db:2`, 'scanner', ['registry-login']],
  ])('code is scanned with a database %s, by an account that can have it', (_where, database, account, before) => {
    const jenkins = aJenkins({ scan: { database } });
    const scan = parse(
      configOf(jenkins).jenkins.clouds[0].kubernetes.templates.find(({ name }: any) => name === 'scan').yaml,
    );
    expect(scan.spec.serviceAccountName).toBe(account);
    expect((scan.spec.initContainers ?? []).map(({ name }: any) => name)).toEqual(before);
    const roles = resourcesOf(jenkins.cloud, 'alicloud_ram_role').map(({ attributes }) =>
      String(attributes.assume_role_policy_document),
    );
    expect(roles.some((role) => role.includes('jenkins-agents:scanner'))).toBe(account === 'scanner');
    const pushing = resourcesOf(jenkins.cloud, 'alicloud_ram_policy').filter(({ attributes }) =>
      String(attributes.policy_document).includes('cr:PushRepository'),
    );
    expect(pushing).toHaveLength(1);
  });

  test('are pulled by nodes without a password, and by ECI anyway', () => {
    expect(addons(aJenkins())).toContain('managed-aliyun-acr-credential-helper');
    expect(addons(aJenkins(ON_SERVERLESS)).join(' ')).not.toContain('acr-credential-helper');
    expect(resourcesOf(aJenkins(ON_SERVERLESS).cloud, 'alicloud_cr_vpc_endpoint_linked_vpc')).toHaveLength(1);
  });
});

describe('agents', () => {
  test('are on ECI by a virtual node, which the cluster gets for them', () => {
    expect(addons(aJenkins())).toContain('ack-virtual-node');
    expect(aJenkins().configuration).toContain('alibabacloud.com/eci: "true"');
  });

  test('are on nodes when they are to be, and no virtual node is made', () => {
    const jenkins = aJenkins({ agents: { place: AgentPlace.nodes(), cap: 4 } });
    expect(addons(jenkins)).not.toContain('ack-virtual-node');
    expect(jenkins.configuration).not.toContain('alibabacloud.com/eci');
    const pool = (one: Jenkins) =>
      Number(resourceOf(one.cloud, 'alicloud_cs_kubernetes_node_pool').attributes.desired_size);
    const vcpu = (one: Jenkins) =>
      String((resourceOf(one.cloud, 'alicloud_cs_kubernetes_node_pool').attributes.instance_types as string[])[0]);
    expect([pool(jenkins), vcpu(jenkins)]).not.toEqual([pool(aJenkins()), vcpu(aJenkins())]);
  });

  test('say nothing of ECI on a Serverless cluster but how they are paid and how large they are', () => {
    const { configuration } = aJenkins({ ...ON_SERVERLESS, agents: { place: AgentPlace.eci({ spot: true }) } });
    expect(configuration).not.toContain('alibabacloud.com/eci:');
    expect(configuration).toContain('k8s.aliyun.com/eci-spot-strategy');
  });

  test('have a quota of their own, which holds those that are just ending', () => {
    const quotas = resourcesOf(aJenkins().apps, 'kubernetes_resource_quota_v1').map(attributesOf);
    const hard = quotas.map(({ spec }) => spec.hard.pods);
    expect(hard.sort()).toEqual(['100', '100', '20', '4', '4'].sort());
  });
});

test('an application is built in Jenkins and has a repository; without one nothing is', () => {
  const { configuration, cloud } = aJenkins({ applications: [] });
  expect(configuration).not.toContain('multibranchPipelineJob');
  expect(resourcesOf(cloud, 'alicloud_cr_ee_repo')).toEqual([]);
  expect(aJenkins({ applications: [SHOP] }).configuration).toContain("multibranchPipelineJob('builds/shop')");
});

test('files are backed up in production, and not in a sandbox', () => {
  const backups = (props: object) => resourcesOf(aJenkins(props).cloud, 'alicloud_hbr_policy').length;
  expect([backups({}), backups({ protection: 'sandbox' }), backups({ backup: 'none' })]).toEqual([1, 0, 0]);
});
