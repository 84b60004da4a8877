import { withDefaults, type Resolved } from '../../core/defaults';
import type { Requests } from '../../workload/pod/pod-props';
import type { AgentSize } from './configuration/agent-size';
import { ImageBuilder } from './configuration/image-builder';
import type { AgentKind, LibrarySettings, Principal, ScanSettings } from './configuration/settings';
import { JenkinsEnvironment, type JenkinsEnvironmentData } from './jenkins-environment';
import type { JenkinsApplication } from './jenkins-application';
import type { JenkinsCredentialData } from './jenkins-credential';
import { JenkinsLogin, type JenkinsLoginData } from './jenkins-login';
import { JenkinsPlugins, type JenkinsPluginsData } from './jenkins-plugins';
import type { JenkinsAgents, JenkinsController, JenkinsOnKubernetesProps, JenkinsRotation } from './jenkins-props';

/** The controller when a part of it is left out. */
export const CONTROLLER_DEFAULTS = Object.freeze({
  requests: Object.freeze({ cpu: '2', memory: '4Gi' }) as Requests,
  plugins: JenkinsPlugins.ofImage() as JenkinsPluginsData,
  javaOptions: Object.freeze([]) as readonly string[],
});

/** What the containers of an agent have together. */
export const AGENT_SIZES: Readonly<Record<AgentKind, AgentSize>> = Object.freeze({
  build: Object.freeze({ vcpu: 4, memoryGib: 8 }),
  scan: Object.freeze({ vcpu: 2, memoryGib: 4 }),
  test: Object.freeze({ vcpu: 2, memoryGib: 4 }),
  deploy: Object.freeze({ vcpu: 2, memoryGib: 4 }),
});

/** The agents when a part of them is left out. */
export const AGENTS_DEFAULTS = Object.freeze({
  cap: 10 as number,
  startSeconds: 600 as number,
  deadlineMinutes: 120 as number,
  workspace: '20Gi' as string,
  sizes: AGENT_SIZES as Partial<Readonly<Record<AgentKind, AgentSize>>>,
});

/** The rotations when they are left out. */
export const JENKINS_ROTATION_DEFAULTS = Object.freeze({ administrator: '1' as string, release: '1' as string });

/** What stops a build when nothing is said. */
export const SCAN_DEFAULTS = Object.freeze({
  failOn: Object.freeze(['HIGH', 'CRITICAL']) as ScanSettings['failOn'],
  onlyMended: true as boolean,
});

/** The branches and files of an application when they are left out. */
export const APPLICATION_DEFAULTS = Object.freeze({
  branches: '*' as string,
  jenkinsfile: 'Jenkinsfile' as string,
  dockerfile: 'Dockerfile' as string,
  rolloutSeconds: 600 as number,
});

/** What the architecture has when a prop is left out. */
export const JENKINS_ON_KUBERNETES_DEFAULTS = Object.freeze({
  registryNamespace: 'ci' as string,
  applications: Object.freeze([]) as readonly JenkinsApplication[],
  mail: 'jenkins@example.com' as string,
  timezone: 'Asia/Shanghai' as string,
  locale: 'en' as string,
  login: JenkinsLogin.local() as JenkinsLoginData,
  people: Object.freeze({}) as NonNullable<JenkinsOnKubernetesProps['people']>,
  credentials: Object.freeze([]) as readonly JenkinsCredentialData[],
  gitHostKeys: Object.freeze([]) as readonly string[],
  libraries: Object.freeze([]) as readonly LibrarySettings[],
  controller: Object.freeze({}) as JenkinsController,
  agents: Object.freeze({}) as JenkinsAgents,
  scan: Object.freeze({}) as Partial<ScanSettings>,
  approvalHours: 72 as number,
  environments: Object.freeze({}) as NonNullable<JenkinsOnKubernetesProps['environments']>,
  rotation: Object.freeze({}) as JenkinsRotation,
  ports: Object.freeze([80]) as readonly number[],
  namespace: 'jenkins' as string,
});

/** Props with every default in place. */
export type ResolvedJenkins = ReturnType<typeof resolveJenkins>;

/** Lays the props over the defaults, those of their parts included. */
export function resolveJenkins(props: JenkinsOnKubernetesProps) {
  const p: Readonly<Resolved<JenkinsOnKubernetesProps, typeof JENKINS_ON_KUBERNETES_DEFAULTS>> = withDefaults(
    props,
    JENKINS_ON_KUBERNETES_DEFAULTS,
  );
  const agents = withDefaults(p.agents, AGENTS_DEFAULTS);
  return Object.freeze({
    ...p,
    builder: p.builder ?? ImageBuilder.kaniko(p.images.builder),
    controller: withDefaults(p.controller, CONTROLLER_DEFAULTS),
    agents: { ...agents, sizes: withDefaults(agents.sizes, AGENT_SIZES) },
    rotation: withDefaults(p.rotation, JENKINS_ROTATION_DEFAULTS),
    scan: withDefaults(p.scan, SCAN_DEFAULTS) as ScanSettings,
    people: peopleOf(p.login, p.people),
    environments: Object.freeze({
      test: environmentOf(p.environments.test, 'test'),
      production: environmentOf(p.environments.production, 'production'),
    }),
  });
}

/** Everybody by role; the one account of a Jenkins without a directory has them all. */
function peopleOf(login: JenkinsLoginData, people: NonNullable<JenkinsOnKubernetesProps['people']>) {
  const own: readonly Principal[] = login.kind === 'local' ? [{ kind: 'user', name: login.user }] : [];
  const { administrators = own, developers = [], approvers = administrators } = people;
  return Object.freeze({ administrators, developers, approvers });
}

/** An environment under its name. */
function environmentOf(
  asked: JenkinsEnvironmentData | undefined,
  name: string,
): JenkinsEnvironmentData & { readonly name: string } {
  const environment = asked ?? JenkinsEnvironment.made();
  return Object.freeze({ ...environment, name: environment.name ?? name });
}
