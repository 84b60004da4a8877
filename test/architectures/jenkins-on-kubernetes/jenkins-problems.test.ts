import { Testing } from 'cdktf';
import { AgentPlace } from '../../../lib/architectures/jenkins-on-kubernetes/configuration/agent-place';
import { ImageBuilder } from '../../../lib/architectures/jenkins-on-kubernetes/configuration/image-builder';
import { JenkinsCredential } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-credential';
import { JenkinsEnvironment } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-environment';
import { JenkinsLogin } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-login';
import { JenkinsOnKubernetes } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-on-kubernetes';
import { JenkinsPlugins } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-plugins';
import type { JenkinsOnKubernetesProps } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-props';
import { BalancerAddress } from '../../../lib/balancer/balancer-address';
import { ServiceBalancer } from '../../../lib/balancer/service-balancer';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { Network } from '../../../lib/network/network';
import { ContainerRegistry } from '../../../lib/registry/container-registry';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { NasFileSystem } from '../../../lib/storage/nas-file-system';
import { problemsOf } from '../../support/problems';
import { aJenkins, BASE, MIRROR, ON_SERVERLESS, SHOP } from './a-jenkins';

const codesOf = (props: object): string[] =>
  problemsOf(() => {
    const app = Testing.app();
    aJenkins(props as Partial<JenkinsOnKubernetesProps>, app);
    app.synth();
  }).map(({ code }) => code);

const SECRET = { secret: 'git', key: 'token' };
const login = (id: string) => JenkinsCredential.login({ id, user: 'jenkins', password: SECRET });
const oidc = JenkinsLogin.oidc({ wellKnownUrl: 'https://idp.example.com/x', clientId: 'ci', clientSecret: SECRET });
const group = (name: string) => ({ kind: 'group' as const, name });
const ldap = JenkinsLogin.ldap({
  server: 'ldap://ldap.example.com',
  root: 'dc=example,dc=com',
  manager: { dn: 'cn=jenkins', password: SECRET },
});
const clear = JenkinsLogin.oidc({ wellKnownUrl: 'http://idp.example.com/x', clientId: 'ci', clientSecret: SECRET });
const options = (...javaOptions: string[]) => ({ controller: { javaOptions } });
const SYSTEM = JenkinsEnvironment.existing('kube-system');
const shop = (more: object) => ({ applications: [{ ...SHOP, ...more }] });

test.each<[string, object, string]>([
  ['no region', { region: undefined }, 'value-missing'],
  ['neither zones nor network nor cluster', { zones: undefined }, 'part-missing'],
  ['one zone in production', { zones: ['cn-hangzhou-h'] }, 'zone-count'],
  ['no image', { image: undefined }, 'value-missing'],
  ['an image of no version', { image: `${MIRROR}/jenkins` }, 'image-untagged'],
  ['an image that moves with every release', { image: `${MIRROR}/jenkins:lts-jdk21` }, 'jenkins-image'],
  ['the Alpine variant', { image: `${MIRROR}/jenkins:2.568.2-alpine-jdk21` }, 'jenkins-image'],
  ['no images of agents', { images: undefined }, 'value-missing'],
  ['an image of agents of no version', { images: { ...BASE.images, kubectl: `${MIRROR}/kubectl` } }, 'image-untagged'],
  ['tests in an image of no version', shop({ test: { ...SHOP.test, image: `${MIRROR}/node` } }), 'image-untagged'],
  ['a directory that is asked in clear', { login: ldap, people: { administrators: [group('x')] } }, 'jenkins-login'],
  ['a provider that is asked in clear', { login: clear, people: { administrators: [group('x')] } }, 'jenkins-login'],
  [
    'an option that shows what builds left as pages',
    options('-Dhudson.model.DirectoryBrowserSupport.CSP='),
    'jenkins-option',
  ],
  ['an environment of the cluster’s own', { environments: { test: SYSTEM } }, 'jenkins-namespace'],
  ['a production of the cluster’s own', { environments: { production: SYSTEM } }, 'jenkins-namespace'],
  ['a workload that Kubernetes knows no name of', shop({ workload: { name: 'Shop_1' } }), 'kubernetes-name'],
  ['a container of such a name', shop({ workload: { container: 'Web' } }), 'kubernetes-name'],
  [
    'two applications of one workload',
    { applications: [SHOP, { ...SHOP, name: 'cart', workload: { name: 'shop' } }] },
    'jenkins-application',
  ],
  ['no registry', { registry: undefined }, 'value-missing'],
  ['a registry by its id', { registry: 'cri-abc123' }, 'type-invalid'],
  ['a function that makes no registry', { registry: () => ({}) }, 'type-invalid'],
  [
    'a registry of another region',
    {
      registry: (cloud: CloudStack) =>
        ContainerRegistry.fromAttributes(cloud, 'registry', {
          instanceId: 'cri-abc123',
          name: 'acme',
          region: 'cn-beijing',
        }),
    },
    'registry-region',
  ],
  ['an address with a path', { url: 'http://ci.example.com/jenkins' }, 'jenkins-url'],
  ['TLS that nothing ends', { url: 'https://ci.example.com' }, 'jenkins-url'],
  ['port 443 of no name', { ports: [443] }, 'jenkins-url'],
  ['port 0', { ports: [0] }, 'number-invalid'],
  ['no port', { ports: [] }, 'list-empty'],
  ['the internet in clear', { address: BalancerAddress.internet({ allow: ['203.0.113.0/24'] }) }, 'jenkins-open'],
  [
    'a balancer on the internet in clear',
    {
      balancer: (_: CloudStack, network: Network) =>
        ServiceBalancer.classic({ network, address: BalancerAddress.internet({ allow: ['203.0.113.0/24'] }) }),
    },
    'jenkins-open',
  ],
  [
    'the whole internet without a reason, even by TLS',
    {
      url: 'https://ci.example.com',
      ports: [443],
      balancer: (_: CloudStack, network: Network) =>
        ServiceBalancer.classic({ network, address: BalancerAddress.internet({ allow: ['0.0.0.0/0'] }) }),
    },
    'balancer-open',
  ],
  ['mail to nobody', { mail: 'ci' }, 'choice-invalid'],
  ['a time zone by its offset', { timezone: '+08:00' }, 'choice-invalid'],
  ['a language of another kind', { locale: 'zh-CN' }, 'choice-invalid'],
  ['a login of another kind', { login: { kind: 'none' } }, 'choice-invalid'],
  [
    'a password of a directory in the program',
    {
      login: JenkinsLogin.ldap({ server: 'ldaps://x', root: 'dc=x', manager: { dn: 'cn=x', password: 'hunter2' } }),
      people: { administrators: [group('x')] },
    },
    'secret-in-text',
  ],
  [
    'a secret of a provider in the program',
    {
      login: JenkinsLogin.oidc({ wellKnownUrl: 'https://x/y', clientId: 'ci', clientSecret: 'hunter2' }),
      people: { administrators: [group('x')] },
    },
    'secret-in-text',
  ],
  [
    'a token of Git in the program',
    {
      credentials: [JenkinsCredential.login({ id: 'git', user: 'x', password: 'ghp_abc' })],
    },
    'secret-in-text',
  ],
  [
    'a Secret in capitals',
    {
      credentials: [JenkinsCredential.text({ id: 'chat', value: { secret: 'Chat', key: 'token' } })],
    },
    'kubernetes-name',
  ],
  [
    'a key with a path',
    {
      credentials: [JenkinsCredential.text({ id: 'chat', value: { secret: 'chat', key: '../token' } })],
    },
    'secret-key',
  ],
  ['two credentials of one id', { credentials: [login('git'), login('git')] }, 'jenkins-credential'],
  ['a credential whose id is a sentence', { credentials: [login('my git')] }, 'jenkins-credential'],
  ['a directory without an administrator', { login: oidc }, 'jenkins-people'],
  ['nobody who approves', { login: oidc, people: { administrators: [group('x')], approvers: [] } }, 'jenkins-people'],
  [
    'everybody as an administrator',
    { login: oidc, people: { administrators: [group('authenticated')] } },
    'jenkins-people',
  ],
  ['people of a Jenkins without a directory', { people: { developers: [group('shop')] } }, 'jenkins-people'],
  [
    'an approver with a comma',
    {
      login: oidc,
      people: { administrators: [group('x')], approvers: [group('a,b')] },
    },
    'jenkins-people',
  ],
  [
    'people of a third kind',
    { login: oidc, people: { administrators: [{ kind: 'team', name: 'x' }] } },
    'choice-invalid',
  ],
  ['one group twice', { login: oidc, people: { administrators: [group('x'), group('x')] } }, 'list-duplicate'],
  ['an administrator with a blank', { login: JenkinsLogin.local({ user: 'the admin' }) }, 'jenkins-people'],
  [
    'plugins without a version',
    { controller: { plugins: JenkinsPlugins.ofImage({ also: ['slack'] }) } },
    'jenkins-plugin',
  ],
  ['a wizard after all', { controller: { javaOptions: ['-Djenkins.install.runSetupWizard=true'] } }, 'jenkins-option'],
  ['an option with a command', { controller: { javaOptions: ['-Dx=$(id)'] } }, 'jenkins-option'],
  ['an agent as an option', { controller: { javaOptions: ['hudson.agent'] } }, 'jenkins-option'],
  ['a controller of no size', { controller: { requests: { cpu: 'two', memory: '4Gi' } } }, 'quantity-invalid'],
  ['agents without end', { agents: { cap: 1000 } }, 'number-invalid'],
  ['agents for a minute', { agents: { deadlineMinutes: 1 } }, 'number-invalid'],
  ['a workspace without a size', { agents: { workspace: 'large' } }, 'quantity-invalid'],
  ['agents of no size', { agents: { sizes: { build: { vcpu: 0, memoryGib: 8 } } } }, 'number-invalid'],
  [
    'agents of a size that ECI does not sell',
    { agents: { sizes: { build: { vcpu: 7, memoryGib: 13 } } } },
    'eci-option',
  ],
  [
    'spot below 2 vCPU',
    {
      agents: { place: AgentPlace.eci({ spot: true }), sizes: { test: { vcpu: 1, memoryGib: 2 } } },
    },
    'eci-option',
  ],
  ['agents of a Serverless cluster on a managed one', { agents: { place: AgentPlace.serverless() } }, 'jenkins-agents'],
  [
    'agents on nodes of a Serverless cluster',
    { ...ON_SERVERLESS, agents: { place: AgentPlace.nodes() } },
    'jenkins-agents',
  ],
  ['a place of another kind', { agents: { place: { kind: 'docker' } } }, 'choice-invalid'],
  ['BuildKit on ECI', { builder: ImageBuilder.buildkit(`${MIRROR}/buildkit:v0.32.2-rootless`) }, 'jenkins-builder'],
  [
    'Kaniko that nobody maintains',
    { builder: ImageBuilder.kaniko('gcr.io/kaniko-project/executor:v1.24.0') },
    'jenkins-builder',
  ],
  [
    'a builder that does nothing',
    { builder: ImageBuilder.custom({ image: `${MIRROR}/x:1`, script: [] }) },
    'jenkins-builder',
  ],
  ['a builder of another kind', { builder: { kind: 'docker' } }, 'choice-invalid'],
  ['a scan that stops at nothing', { scan: { failOn: [] } }, 'list-empty'],
  ['a severity of another kind', { scan: { failOn: ['BAD'] } }, 'choice-invalid'],
  ['an approval that waits for ever', { approvalHours: 10_000 }, 'number-invalid'],
  ['an application in capitals', shop({ name: 'Shop' }), 'jenkins-application'],
  ['two applications of one name', { applications: [SHOP, SHOP] }, 'jenkins-application'],
  ['code by plain HTTP', shop({ git: { url: 'http://code.example.com/shop.git' } }), 'jenkins-application'],
  [
    'a password in the address of the code',
    shop({ git: { url: 'https://me:pw@code.example.com/x.git' } }),
    'jenkins-application',
  ],
  [
    'code by SSH of a server that nobody knows',
    shop({ git: { url: 'git@code.example.com:x.git' } }),
    'jenkins-application',
  ],
  ['a key of no server', { gitHostKeys: ['ssh-ed25519 AAAA'] }, 'jenkins-application'],
  ['a credential that there is not', shop({ git: { ...SHOP.git, credential: 'git' } }), 'jenkins-credential'],
  ['a pipeline outside of the code', shop({ jenkinsfile: '../Jenkinsfile' }), 'jenkins-application'],
  ['tests that test nothing', shop({ test: { ...SHOP.test, commands: [] } }), 'list-empty'],
  ['tests as nobody that there is', shop({ test: { ...SHOP.test, user: -1 } }), 'number-invalid'],
  ['a workload of another kind', shop({ workload: { kind: 'daemonset' } }), 'choice-invalid'],
  ['a look at an address that is none', shop({ smoke: { test: 'shop' } }), 'jenkins-application'],
  ['a look that runs a command', shop({ smoke: { test: 'http://shop:8080/$(id)' } }), 'jenkins-application'],
  ['a roll-out of a day', shop({ rolloutSeconds: 86_400 }), 'number-invalid'],
  ['an application without tests', { applications: [{ name: 'x', git: SHOP.git }] }, 'value-missing'],
  [
    'test and production in one namespace',
    {
      environments: {
        test: JenkinsEnvironment.made({ name: 'shop' }),
        production: JenkinsEnvironment.made({ name: 'shop' }),
      },
    },
    'jenkins-namespace',
  ],
  [
    'production where agents run',
    { environments: { production: JenkinsEnvironment.existing('jenkins-agents') } },
    'jenkins-namespace',
  ],
  [
    'test where the controller runs',
    { environments: { test: JenkinsEnvironment.existing('jenkins') } },
    'jenkins-namespace',
  ],
  ['an environment of another kind', { environments: { test: { kind: 'cluster' } } }, 'choice-invalid'],
  ['a namespace in capitals', { namespace: 'Jenkins' }, 'kubernetes-name'],
  ['a namespace of the registry in capitals', { registryNamespace: 'CI' }, 'name-invalid'],
  ['a rotation by number', { rotation: { administrator: 2 } }, 'type-invalid'],
  ['a backup that is kept for a century', { backup: { retentionDays: 36_500 } }, 'number-invalid'],
  ['a function that makes no cluster', { cluster: () => ({}) }, 'type-invalid'],
  ['files that are a path', { files: '/mnt' }, 'type-invalid'],
  ['nodes without a size', { nodes: { instanceTypes: ['ecs.g8i.xlarge'] } }, 'value-missing'],
  ['protection that is none', { protection: 'none' }, 'choice-invalid'],
])('refuses %s', (_title, props, code) => {
  expect(codesOf(props)).toContain(code);
});

test.each<[string, string]>([
  ['replicas', 'one controller runs at a time'],
  ['numExecutors', 'agents: { cap'],
  ['plugins', 'JenkinsPlugins.ofImage'],
  ['adminPassword', 'rotation'],
  ['dockerSocket', 'without a Docker socket'],
  ['privileged', 'without privileges'],
  ['certificateId', 'ports: [443]'],
  ['home', 'new NasFileSystem'],
])('answers the prop %s with what to write instead', (prop, instead) => {
  const [problem] = problemsOf(() => aJenkins({ [prop]: 'x' } as never));
  expect(problem).toMatchObject({ code: 'prop-unknown', fix: expect.stringContaining(instead) });
});

describe('refuses beside a part that is given', () => {
  test('zones, a network, nodes and an endpoint beside a cluster, all at once', () => {
    const app = Testing.app();
    const home = new CloudStack(app, 'home', { region: 'cn-hangzhou' });
    const network = new Network(home, 'network', { zones: BASE.zones! });
    const cluster = new ManagedCluster(home, 'cluster', { network });
    const nodes = { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 6 };
    const problems = problemsOf(() => aJenkins({ cluster, network, nodes, endpoint: { kind: 'private' } }, app));
    expect(problems.map(({ value }) => value)).toEqual(['zones', 'zones', 'network', 'nodes', 'endpoint']);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['part-conflict']));
  });

  test('an address beside a balancer, and a backup beside files', () => {
    expect(
      codesOf({
        balancer: (_: CloudStack, network: Network) => ServiceBalancer.classic({ network }),
        address: BalancerAddress.intranet(),
        files: (cloud: CloudStack, network: Network) => new NasFileSystem(cloud, 'share', { network }),
        backup: 'none',
      }),
    ).toEqual(['part-conflict', 'part-conflict']);
  });
});

test('refuses a cluster without nodes, on which the controller would wait for ever', () => {
  const cluster = (cloud: CloudStack, network: Network) => new ManagedCluster(cloud, 'cluster', { network });
  expect(codesOf({ cluster })).toContain('part-missing');
});

test('refuses the home of another Jenkins, over which it would write', () => {
  const app = Testing.app();
  const { files, cluster } = aJenkins({}, app);
  const props = { ...BASE, zones: undefined, cluster, files, registryNamespace: 'second' };
  const [problem] = problemsOf(() => new JenkinsOnKubernetes(app, 'second', props));
  expect(problem).toMatchObject({ code: 'part-conflict', value: '/jenkins/home', path: 'second' });
});

test('refuses to be made in a stack, and a second one of the same name', () => {
  const app = Testing.app();
  const home = new CloudStack(app, 'home', { region: 'cn-hangzhou' });
  expect(problemsOf(() => new JenkinsOnKubernetes(home, 'ci', BASE))[0]!.code).toBe('stack-nested');
  aJenkins({}, app);
  expect(problemsOf(() => aJenkins({}, app))[0]!.code).toBe('id-duplicate');
});

test('says what speaks against nodes of the props that they are planned for', () => {
  const [problem] = problemsOf(() => aJenkins({ controller: { requests: { cpu: '200', memory: '900Gi' } } }));
  expect(problem).toMatchObject({ path: 'ci', fix: expect.stringContaining('nodes: {') });
});

test('refuses to run itself what every build can push, and to deploy with it', () => {
  const problems = problemsOf(() => aJenkins({ registryNamespace: 'mirror' }));
  expect(problems.map(({ what }) => /^\S+/.exec(what)![0])).toEqual([
    'images.agent',
    'images.builder',
    'images.loginHelper',
    'images.scanner',
    'images.kubectl',
    'builder.image',
  ]);
  expect([...new Set(problems.map(({ code }) => code))]).toEqual(['jenkins-image']);
  expect(problemsOf(() => aJenkins({ registryNamespace: 'platform' })).map(({ value }) => value)).toEqual([BASE.image]);
});

test('says no secret that was written into the program', () => {
  const [problem] = problemsOf(() =>
    aJenkins({ credentials: [JenkinsCredential.text({ id: 'chat', value: 'hunter2' })] }),
  );
  expect(JSON.stringify(problem)).not.toContain('hunter2');
});

test('every problem names an edit, and all are said at once', () => {
  const problems = problemsOf(() =>
    aJenkins({ url: 'x', mail: 'x', approvalHours: 0, agents: { cap: 0 }, applications: [{ ...SHOP, name: 'X' }] }),
  );
  expect(problems.length).toBeGreaterThanOrEqual(5);
  problems.forEach(({ fix, path }) => {
    expect(fix).toMatch(/^(write|leave|give|make|add|name)/);
    expect(path).toBe('ci');
  });
});

test('has no pipeline of an application that there is not', () => {
  expect(problemsOf(() => aJenkins().pipelineOf('cart'))[0]).toMatchObject({ fix: 'write one of "shop"' });
});
