import type { AgentContainer, AgentPodData, AgentSecurity } from './agent-pod-data';
import { divided, type ContainerResources } from './agent-resources';
import { builderRun, PATH } from './builder-run';
import { LOGIN_MOUNT, loginContainer, loginEnv } from './registry-login';
import type { AgentKind, ApplicationSettings, JenkinsSettings } from './settings';

/** Where the workspace is in every container. */
export const AGENT_HOME = '/home/jenkins/agent';

/** Nobody in particular, without any capability. */
const NOBODY: AgentSecurity = Object.freeze({ user: 1000, capabilities: Object.freeze([]) });

/** Waits for commands; each build has a Pod of its own, which ends it. */
const WAITING = Object.freeze(['sleep', '99d']);

/** The Pod of each kind of agent. Every container of it has the workspace; none of them more rights than it needs. */
export function agentPod(settings: JenkinsSettings, kind: Exclude<AgentKind, 'test'>): AgentPodData {
  switch (kind) {
    case 'build':
      return buildPod(settings);
    case 'scan':
      return scanPod(settings);
    case 'deploy':
      return deployPod(settings, settings.agents.serviceAccounts.testDeployer);
  }
}

/** The Pod that runs the unit tests of an application, in the image that it names. */
export function testPod(settings: JenkinsSettings, { test }: ApplicationSettings): AgentPodData {
  const { connecting, main } = divided(settings.agents.sizes.test, 0);
  const security = { user: test.user ?? NOBODY.user, capabilities: test.user === 0 ? ROOT_OF_TESTS : [] };
  return plain(settings, [
    agent(settings, connecting),
    { ...working('test', test.image, main), env: { HOME: AGENT_HOME }, security },
  ]);
}

/** What installing packages as root within the container takes. */
const ROOT_OF_TESTS = Object.freeze(['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID']);

/** The Pod that deploys, with the service account that may. */
export function deployPod(settings: JenkinsSettings, serviceAccount: string): AgentPodData {
  const { connecting, main } = divided(settings.agents.sizes.deploy, 0);
  const deploy = { ...working('deploy', settings.images.kubectl, main), env: { HOME: AGENT_HOME } };
  return { serviceAccount, token: true, before: [], containers: [agent(settings, connecting), deploy], disks: {} };
}

/** Where the program that logs in is put. */
const LOGIN_DISK = Object.freeze({ 'registry-login': '64Mi' });

/** Builds and pushes an image, and scans what was pushed: both have the role that reaches the registry. */
function buildPod(settings: JenkinsSettings): AgentPodData {
  const { agents, builder, images, registry } = settings;
  const scans = settings.scan.images !== 'registry';
  const { connecting, beside, main } = divided(agents.sizes.build, scans ? 1 : 0);
  const { env, layers, path, security } = builderRun(builder);
  const build: AgentContainer = {
    ...working('build', builder.image, main),
    env: { ...env, ...loginEnv(registry), PATH: `${path}:${LOGIN_MOUNT}` },
    security,
    mounts: { 'registry-login': LOGIN_MOUNT, ...(layers === undefined ? {} : { layers }) },
  };
  return {
    serviceAccount: agents.serviceAccounts.builder,
    token: false,
    before: [loginContainer(registry, images.loginHelper)],
    containers: [agent(settings, connecting), build, ...(scans ? [imageScanner(settings, beside)] : [])],
    disks: { ...LOGIN_DISK, ...(layers === undefined ? {} : { layers: agents.workspace }) },
  };
}

function imageScanner(settings: JenkinsSettings, resources: ContainerResources): AgentContainer {
  return {
    ...scanner(settings, resources),
    env: { ...scannerEnv(settings), ...loginEnv(settings.registry), PATH: `${PATH}:${LOGIN_MOUNT}` },
    mounts: { 'registry-login': LOGIN_MOUNT },
  };
}

/** Scans code; where its databases are in the registry, with the role that pulls them. */
function scanPod(settings: JenkinsSettings): AgentPodData {
  const { agents, images, registry } = settings;
  const { connecting, main } = divided(agents.sizes.scan, 0);
  const account = agents.serviceAccounts.scanner;
  return account === undefined
    ? plain(settings, [agent(settings, connecting), scanner(settings, main)])
    : {
        serviceAccount: account,
        token: false,
        before: [loginContainer(registry, images.loginHelper)],
        containers: [agent(settings, connecting), imageScanner(settings, main)],
        disks: LOGIN_DISK,
      };
}

function plain({ agents }: JenkinsSettings, containers: readonly AgentContainer[]): AgentPodData {
  return { serviceAccount: agents.serviceAccounts.plain, token: false, before: [], containers, disks: {} };
}

function scanner(settings: JenkinsSettings, resources: ContainerResources): AgentContainer {
  return { ...working('scan', settings.images.scanner, resources), env: scannerEnv(settings) };
}

/** Source: https://github.com/aquasecurity/trivy/blob/main/docs/guide/configuration/db.md */
function scannerEnv({ scan: { database, javaDatabase } }: JenkinsSettings): Readonly<Record<string, string>> {
  return {
    HOME: AGENT_HOME,
    TRIVY_CACHE_DIR: `${AGENT_HOME}/.trivy`,
    ...(database === undefined ? {} : { TRIVY_DB_REPOSITORY: database }),
    ...(javaDatabase === undefined ? {} : { TRIVY_JAVA_DB_REPOSITORY: javaDatabase }),
  };
}

/** Connects to Jenkins; under this name the plugin tells it how. */
function agent({ images }: JenkinsSettings, resources: ContainerResources): AgentContainer {
  return { name: 'jnlp', image: images.agent, security: NOBODY, resources };
}

function working(name: string, image: string, resources: ContainerResources): AgentContainer {
  return { name, image, command: WAITING, security: NOBODY, resources };
}
