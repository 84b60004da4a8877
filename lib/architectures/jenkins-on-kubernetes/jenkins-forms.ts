import {
  any,
  choiceOf,
  construct,
  flag,
  listOf,
  needed,
  object,
  text,
  word,
  type Form,
  type Forms,
} from '../../core/forms';
import { NETWORK_FORM } from '../../core/seam-forms';
import type { NasBackup } from '../../storage/nas-backup';
import type { Requests } from '../../workload/pod/pod-props';
import { part, SITE_PART_FORMS } from '../parts/part';
import type { AgentSize } from './configuration/agent-size';
import type { AgentKind, LibrarySettings, Principal, ScanSettings } from './configuration/settings';
import type { JenkinsApplication, JenkinsGit } from './jenkins-application';
import { CREDENTIAL_FORM } from './jenkins-credential';
import type { JenkinsImagesData } from './jenkins-images';
import { LOGIN_FORM } from './jenkins-login';
import type { JenkinsAgents, JenkinsController, JenkinsOnKubernetesProps, JenkinsRotation } from './jenkins-props';

/** The forms of parts that exist; the same hold for what a function makes. */
export const PART_FORMS = Object.freeze({
  network: NETWORK_FORM,
  cluster: construct(['clusterId', 'kind', 'network', 'requireAddon', 'addAddon'], 'new ManagedCluster(...)'),
  registry: construct(
    ['instanceId', 'registryName', 'privateDomain', 'allowFrom', 'node'],
    '(cloud) => ContainerRegistry.fromAttributes(cloud, "registry", { instanceId: "cri-...", name: "acme" })',
  ),
  files: SITE_PART_FORMS.files,
  balancer: SITE_PART_FORMS.balancer,
});

const image = (name: string): Form => needed(word, `"acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/mirror/${name}"`);

const GIT = object<JenkinsGit>({
  url: needed(word, '"https://code.example.com/acme/shop.git"'),
  branch: word,
  credential: word,
});

const APPLICATION = object<JenkinsApplication>({
  name: needed(word, '"shop"'),
  git: needed(GIT, '{ url: "https://code.example.com/acme/shop.git" }'),
  branches: word,
  jenkinsfile: word,
  dockerfile: word,
  test: needed(
    object<JenkinsApplication['test']>({
      image: image('node:22.20.0'),
      commands: needed(listOf(word), '["npm ci", "npm test"]'),
      reports: word,
      user: any,
    }),
    '{ image, commands: ["npm ci", "npm test"] }',
  ),
  workload: object<NonNullable<JenkinsApplication['workload']>>({ kind: any, name: word, container: word }),
  smoke: object<NonNullable<JenkinsApplication['smoke']>>({ test: word, production: word }),
  rolloutSeconds: any,
});

const SIZE = object<AgentSize>({ vcpu: needed(any, '2'), memoryGib: needed(any, '4') });

const ON_ECI = { spot: flag, imageCache: flag };

const PRINCIPALS = listOf(object<Principal>({ kind: any, name: needed(word, '"release-managers"') }));

const ENVIRONMENT = choiceOf(
  { made: { name: word, quota: any }, existing: { name: needed(word, '"shop-production"') } },
  'JenkinsEnvironment.made(), JenkinsEnvironment.existing("shop-production")',
);

const BACKUP: Form = (prop, value) =>
  value === 'none' ? [] : object<NasBackup>({ retentionDays: any, hour: any })(prop, value);

export const JENKINS_FORMS: Forms<JenkinsOnKubernetesProps> = {
  region: needed(any, '"cn-hangzhou"'),
  zones: listOf(any),
  image: needed(word, '"acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/platform/jenkins:2.568.2"'),
  images: needed(
    object<JenkinsImagesData>({
      agent: image('inbound-agent:3385.vf1123fb_515da_-1'),
      builder: image('kaniko:v1.28.3-debug'),
      loginHelper: image('acr-login:0.4.0'),
      scanner: image('trivy:0.74.0'),
      kubectl: image('kubectl:1.34.1'),
    }),
    'JenkinsImages.in("acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/mirror")',
  ),
  registry: needed(
    part(PART_FORMS.registry),
    '(cloud) => ContainerRegistry.fromAttributes(cloud, "registry", { instanceId: "cri-...", name: "acme" })',
  ),
  registryNamespace: word,
  applications: listOf(APPLICATION),
  url: text,
  mail: word,
  timezone: word,
  locale: word,
  login: LOGIN_FORM,
  people: object<NonNullable<JenkinsOnKubernetesProps['people']>>({
    administrators: PRINCIPALS,
    developers: PRINCIPALS,
    approvers: PRINCIPALS,
  }),
  credentials: listOf(CREDENTIAL_FORM),
  gitHostKeys: listOf(word),
  libraries: listOf(
    object<LibrarySettings>({
      name: needed(word, '"steps"'),
      git: needed(GIT, '{ url: "https://code.example.com/acme/steps.git", branch: "main" }'),
    }),
  ),
  controller: object<JenkinsController>({
    requests: object<Requests>({ cpu: needed(any, '"2"'), memory: needed(any, '"4Gi"'), ephemeralStorage: any }),
    plugins: choiceOf(
      { image: { also: listOf(word) }, download: { also: listOf(word), updateCenter: word } },
      'JenkinsPlugins.ofImage(), JenkinsPlugins.download()',
    ),
    javaOptions: listOf(word),
  }),
  agents: object<JenkinsAgents>({
    place: choiceOf(
      { nodes: { labels: any, tolerations: any }, eci: ON_ECI, serverless: ON_ECI },
      'AgentPlace.eci(), AgentPlace.nodes(), AgentPlace.serverless()',
    ),
    cap: any,
    startSeconds: any,
    deadlineMinutes: any,
    workspace: any,
    sizes: object<Record<AgentKind, AgentSize>>({ build: SIZE, scan: SIZE, test: SIZE, deploy: SIZE }),
  }),
  builder: choiceOf(
    {
      kaniko: { image: image('kaniko:v1.28.3-debug') },
      buildkit: { image: image('buildkit:v0.32.2-rootless') },
      buildah: { image: image('stable:v1.44.0') },
      custom: { image: image('builder:1.0.0'), script: needed(listOf(any), '["build --push"]'), user: any },
    },
    'ImageBuilder.kaniko(image), ImageBuilder.buildkit(image), ImageBuilder.buildah(image), ImageBuilder.custom({...})',
  ),
  scan: object<ScanSettings>({
    failOn: listOf(any),
    onlyMended: flag,
    images: any,
    database: word,
    javaDatabase: word,
  }),
  approvalHours: any,
  environments: object<NonNullable<JenkinsOnKubernetesProps['environments']>>({
    test: ENVIRONMENT,
    production: ENVIRONMENT,
  }),
  rotation: object<JenkinsRotation>({ administrator: word, release: word }),
  network: part(PART_FORMS.network),
  cluster: part(PART_FORMS.cluster),
  nodes: object<NonNullable<JenkinsOnKubernetesProps['nodes']>>({
    instanceTypes: needed(any, "['ecs.g8i.xlarge', 'ecs.g7.xlarge']"),
    size: needed(any, '3'),
  }),
  endpoint: any,
  files: part(PART_FORMS.files),
  backup: BACKUP,
  balancer: part(PART_FORMS.balancer),
  address: any,
  ports: listOf(any),
  namespace: word,
  account: any,
  protection: any,
  practices: any,
  tags: any,
  state: any,
};

const IN_IMAGE =
  'put them into the image, and name those beyond the list: JenkinsPlugins.ofImage({ also: ["slack:795.v4b_9705b_e6d47"] })';
const ONE = 'leave it out: one controller runs at a time, and another one takes its place when it is lost';

/** What to write instead of props that people look for. */
export const JENKINS_ELSEWHERE: Readonly<Record<string, string>> = Object.freeze({
  replicas: ONE,
  scale: ONE,
  plugins: IN_IMAGE,
  installPlugins: IN_IMAGE,
  executors: 'leave it out: builds run in agents; write agents: { cap: 20 }',
  numExecutors: 'leave it out: builds run in agents; write agents: { cap: 20 }',
  password: 'leave it out: it is drawn at random, and again for another text in rotation: { administrator: "2" }',
  adminPassword: 'leave it out: it is drawn at random, and again for another text in rotation: { administrator: "2" }',
  admin: 'write login: JenkinsLogin.local({ user: "admin" })',
  git: 'write applications: [{ name: "shop", git: { url }, test: { image, commands } }]',
  pipelines: 'write applications: [{ name: "shop", git: { url }, test: { image, commands } }]',
  spot: 'write agents: { place: AgentPlace.eci({ spot: true }) }',
  privileged: 'leave it out: images are built without privileges, by builder',
  dockerSocket: 'leave it out: images are built without a Docker socket, by builder',
  certificate: 'write balancer: a ClassicLoadBalancer with certificateId, ports: [443] and url',
  certificateId: 'write balancer: a ClassicLoadBalancer with certificateId, ports: [443] and url',
  host: 'write url: "https://ci.example.com"',
  domain: 'write url: "https://ci.example.com"',
  home: 'write files: (cloud, network) => new NasFileSystem(cloud, "home", { network })',
  nas: 'write files: (cloud, network) => new NasFileSystem(cloud, "home", { network })',
  storage: 'write files: (cloud, network) => new NasFileSystem(cloud, "home", { network })',
  vpc: 'write network: Network.fromAttributes(...), or zones for a new one',
});
