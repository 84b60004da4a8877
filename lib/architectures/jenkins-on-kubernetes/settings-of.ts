import type { AgentSpaces } from './agent-spaces';
import type { CloudParts } from './cloud-parts';
import type { ApplicationSettings, GitSettings, JenkinsSettings } from './configuration/settings';
import { PORT, RELEASE_TOKEN } from './controller';
import type { ControllerSecrets } from './controller-secrets';
import type { DeployTargets } from './deploy-targets';
import type { JenkinsApplication, JenkinsGit } from './jenkins-application';
import { APPLICATION_DEFAULTS, type ResolvedJenkins } from './jenkins-defaults';
import { smokeOf } from './smoke';
import { ACCOUNTS } from './spaces';

/** Key of a Secret with a service account's token. */
const TOKEN_KEY = 'token';

/** What the texts are made from. */
export interface SettingsFacts {
  readonly url: string;
  /** Name of the controller in the cluster. */
  readonly hostname: string;
  readonly parts: CloudParts;
  readonly spaces: AgentSpaces;
  readonly targets: DeployTargets;
  readonly secrets: ControllerSecrets;
}

/** What the texts of Jenkins need to know. */
export function settingsOf(p: ResolvedJenkins, facts: SettingsFacts): JenkinsSettings {
  const { url, hostname, parts, spaces, secrets } = facts;
  const { registry } = parts;
  const { place: _, ...agents } = p.agents;
  return {
    url: `${url}/`,
    mail: p.mail,
    timezone: p.timezone,
    locale: p.locale,
    controller: { innerUrl: `http://${hostname}:${PORT}/`, kubernetesUrl: 'https://kubernetes.default' },
    login: secrets.login,
    people: p.people,
    credentials: secrets.credentials,
    agents: {
      ...agents,
      namespace: spaces.agents.namespaceName,
      place: parts.place,
      serviceAccounts: {
        builder: ACCOUNTS.builder,
        plain: ACCOUNTS.plain,
        testDeployer: ACCOUNTS.testDeployer,
        ...(spaces.scanner === undefined ? {} : { scanner: ACCOUNTS.scanner }),
      },
    },
    release: {
      namespace: spaces.release.namespaceName,
      serviceAccount: ACCOUNTS.deployer,
      tokenFile: `${RELEASE_TOKEN}/${TOKEN_KEY}`,
      approvalHours: p.approvalHours,
    },
    registry: { host: registry.privateDomain, region: registry.region, instanceId: registry.instanceId },
    builder: p.builder,
    images: p.images,
    scan: p.scan,
    gitHostKeys: p.gitHostKeys,
    libraries: p.libraries.map(({ name, git }) => ({ name, git: gitOf(git) })),
    applications: p.applications.map((one) => applicationOf(one, facts)),
  };
}

function gitOf({ url, branch = 'main', credential }: JenkinsGit): GitSettings {
  return { url, branch, ...(credential === undefined ? {} : { credential }) };
}

function applicationOf(application: JenkinsApplication, { parts, targets }: SettingsFacts): ApplicationSettings {
  const { name, git, test, workload = {} } = application;
  const given = { ...APPLICATION_DEFAULTS, ...defined(application) };
  const namespaces = { test: targets.test.namespaceName, production: targets.production.namespaceName };
  return {
    name,
    git: gitOf(git),
    branches: given.branches,
    jenkinsfile: given.jenkinsfile,
    dockerfile: given.dockerfile,
    rolloutSeconds: given.rolloutSeconds,
    repository: `${parts.images.namespaceName}/${name}`,
    test,
    workload: {
      kind: workload.kind ?? 'deployment',
      name: workload.name ?? name,
      container: workload.container ?? workload.name ?? name,
    },
    namespaces,
    smoke: {
      test: smokeOf(application, namespaces.test, 'test'),
      production: smokeOf(application, namespaces.production, 'production'),
    },
  };
}

/** Without what was left out, which would erase a default. */
function defined(application: JenkinsApplication): Partial<typeof APPLICATION_DEFAULTS> {
  return Object.fromEntries(
    Object.entries(application).filter(([key, value]) => key in APPLICATION_DEFAULTS && value !== undefined),
  );
}
