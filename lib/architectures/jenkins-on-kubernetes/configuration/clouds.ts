import type { AgentPodData } from './agent-pod-data';
import { agentManifest } from './agent-manifest';
import { agentPod, deployPod, testPod } from './agent-pods';
import { textFile, type Configuration } from './jcasc-values';
import { PLACES, RELEASES_AT_ONCE, RELEASE_CREDENTIAL, testTemplate } from './names';
import type { AgentKind, AgentsSettings, JenkinsSettings } from './settings';
import { yamlText } from './yaml-text';

/** What the controller itself trusts the API server by. */
const CLUSTER_CA = '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt';

/**
 * The places where Pods of agents come from. Each is for the folder of its name alone, and its Pods are made anew for every
 * build and deleted after it. Releases have a namespace and an identity of their own: a Jenkinsfile may name any namespace for
 * its Pod, and the controller's service account, with which those of builds are made, can make none there. The garbage collection
 * of the plugin is left out: it takes the right to change Pods, and a Pod that nobody knows any more ends at its deadline.
 *
 * Source: https://github.com/jenkinsci/kubernetes-plugin/blob/master/README.md, .../KubernetesCloud.java, .../PodTemplate.java,
 * .../pipeline/PodTemplateStepExecution.java; https://github.com/jenkinsci/helm-charts/blob/jenkins-5.9.53/charts/jenkins/templates/_helpers.tpl
 */
export function clouds(settings: JenkinsSettings): readonly Configuration[] {
  const { agents, release, applications } = settings;
  const template = (name: string, kind: AgentKind, pod: AgentPodData) => podTemplate(name, kind, pod, agents);
  const builds = [
    template('build', 'build', agentPod(settings, 'build')),
    template('deploy', 'deploy', agentPod(settings, 'deploy')),
    template('scan', 'scan', agentPod(settings, 'scan')),
    ...applications.map((one) => template(testTemplate(one), 'test', testPod(settings, one))),
  ];
  const releases = [template('deploy', 'deploy', deployPod(settings, release.serviceAccount))];
  return [
    cloud(settings, {
      name: PLACES.builds,
      namespace: agents.namespace,
      containerCapStr: String(agents.cap),
      templates: templatesOf(PLACES.builds, builds),
    }),
    cloud(settings, {
      name: PLACES.releases,
      namespace: release.namespace,
      containerCapStr: String(RELEASES_AT_ONCE),
      credentialsId: RELEASE_CREDENTIAL,
      serverCertificate: textFile(CLUSTER_CA),
      templates: templatesOf(PLACES.releases, releases),
    }),
  ];
}

function cloud({ controller }: JenkinsSettings, own: Readonly<Record<string, Configuration>>): Configuration {
  return {
    kubernetes: {
      serverUrl: controller.kubernetesUrl,
      jenkinsUrl: controller.innerUrl,
      webSocket: true,
      usageRestricted: true,
      skipTlsVerify: false,
      addMasterProxyEnvVars: false,
      podRetention: 'never',
      connectTimeout: 10,
      readTimeout: 30,
      maxRequestsPerHostStr: '64',
      ...own,
    },
  };
}

type Template = Readonly<Record<string, Configuration>>;

/** Ids say which template a running Pod came from, and stay the same when the configuration is read again. */
function templatesOf(place: string, templates: readonly Template[]): readonly Configuration[] {
  return templates.map((one) => ({ id: `${place}-${String(one['name'])}`, ...one }));
}

/** Without a label: a template is asked for by its name in the place that has it, and never found by a job that may not. */
function podTemplate(name: string, kind: AgentKind, pod: AgentPodData, agents: AgentsSettings): Template {
  return {
    name,
    nodeUsageMode: 'EXCLUSIVE',
    idleMinutes: 0,
    podRetention: 'never',
    showRawYaml: false,
    slaveConnectTimeout: agents.startSeconds,
    workspaceVolume: { emptyDir: { memory: false, sizeLimit: agents.workspace } },
    yamlMergeStrategy: 'override',
    yaml: yamlText(agentManifest(pod, kind, agents)),
  };
}
