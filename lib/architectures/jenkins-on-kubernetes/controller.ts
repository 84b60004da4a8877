import { PriorityClassV1 } from '@cdktf/provider-kubernetes/lib/priority-class-v1';
import type { Construct } from 'constructs';
import type { TolerationData } from '../../core/pod';
import type { Namespace } from '../../workload/namespace';
import { ContainerUser } from '../../workload/pod/container-user';
import type { SidecarProps } from '../../workload/pod/pod-props';
import { Files, type FileSource } from '../../workload/pod/files';
import { Probe } from '../../workload/pod/probe';
import { Shutdown } from '../../workload/pod/shutdown';
import { Scale } from '../../workload/scaling/scale';
import { Spread } from '../../workload/spread';
import { Update } from '../../workload/update';
import { WebService } from '../../workload/web-service';
import { PRIORITY } from './admission-rules';
import type { AgentSpaces } from './agent-spaces';
import type { CloudParts } from './cloud-parts';
import { javaOptions } from './configuration/java-options';
import { lockEnvironment, LOCK_SCRIPT, LOCK_SH } from './controller-lock';
import { HOME, pluginEnvironment, PLUGIN_FOLDER, pluginList, pluginScript } from './controller-plugins';
import type { ControllerSecrets } from './controller-secrets';
import { homeMount } from './home-directory';
import type { ResolvedJenkins } from './jenkins-defaults';

/** Port of Jenkins in its image. */
export const PORT = 8080;

/** User of the official image, who owns the home. */
export const USER = Object.freeze({ uid: 1000, gid: 1000 });

/** Where the controller finds its configuration, and the token of releases. */
export const CONFIGURATION = '/opt/jenkins/configuration';
export const RELEASE_TOKEN = '/opt/jenkins/release';

const PLUGINS_SH = '/opt/jenkins/plugins.sh';
const PLUGINS_TXT = '/opt/jenkins/plugins.txt';

/** What Jenkins unpacks whenever it starts: thousands of small files, which have no business on NAS. */
const CACHE = '/var/cache/jenkins';

/** Where containers before the controller see the files that it has at paths. */
const TEXTS = '/opt/texts';
const textOf = (path: string): string => `${TEXTS}/${path.slice(1).replaceAll('/', '_')}`;

/** Seconds after which a Pod is given up whose node does not answer; Kubernetes waits 300 unless told otherwise. */
const GIVEN_UP = 30;

/** Seconds that Jenkins has to write down what runs. */
const GRACE = 90;

/**
 * The controller: one Pod of a Deployment that ends before another one starts, and that Kubernetes starts elsewhere when its node or
 * zone does not answer; the lock sees to it that the one which may still run there has ended before. It is well when it answers
 * with its page for logging in.
 */
export function controller(
  home: Namespace,
  parts: CloudParts,
  spaces: AgentSpaces,
  secrets: ControllerSecrets,
  p: ResolvedJenkins,
): WebService {
  const { image } = p;
  const web = new WebService(home, 'controller', {
    image,
    port: PORT,
    requests: p.controller.requests,
    command: ['tini', '--', 'bash', LOCK_SH, 'run', '/usr/local/bin/jenkins.sh'],
    env: {
      ...lockEnvironment(p.namespace),
      JAVA_OPTS: [...javaOptions(p), '-XX:MaxRAMPercentage=60.0', ...p.controller.javaOptions].join(' '),
      JENKINS_OPTS: `--webroot=${CACHE}/war --pluginroot=${CACHE}/plugins`,
      CASC_JENKINS_CONFIG: CONFIGURATION,
      // The image opens a port for agents unless it is told otherwise.
      JENKINS_SLAVE_AGENT_PORT: '-1',
    },
    files: filesOf(secrets, spaces, p),
    initContainers: [pluginContainer(p), lockContainer(p)],
    user: ContainerUser.restricted(USER),
    readOnlyRootFilesystem: true,
    kubernetesToken: true,
    scale: Scale.fixed(1),
    update: Update.recreate(),
    progressDeadlineSeconds: 1140,
    spread: Spread.none(),
    priorityClassName: priorityOf(home, p.namespace),
    tolerations: [givenUp('node.kubernetes.io/unreachable'), givenUp('node.kubernetes.io/not-ready')],
    // The first start unpacks plugins and reads every job.
    startup: Probe.http('/login', { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 90 }),
    readiness: Probe.http('/login', { timeoutSeconds: 5 }),
    liveness: Probe.http('/login', { timeoutSeconds: 10, failureThreshold: 12 }),
    shutdown: Shutdown.drain({ drainSeconds: parts.balancer.drainSeconds, graceSeconds: GRACE }),
  });
  spaces.controller.useIn(web);
  // What it mounts is named by text, of which Terraform cannot tell where it comes from.
  web.after(spaces.releaseToken.resource, ...(secrets.secret === undefined ? [] : [secrets.secret.resource]));
  parts.files.mountIn(web, HOME, homeMount(p.namespace, parts.cluster));
  ownDisks(web);
  const [port, ...others] = p.ports;
  web.expose(parts.balancer, {
    port: port!,
    targetPort: PORT,
    also: others.map((one) => ({ port: one, targetPort: PORT })),
  });
  // Agents come to the controller, by WebSocket; nobody comes to them.
  home.allowFrom(spaces.agents, PORT, web);
  home.allowFrom(spaces.release, PORT, web);
  return web;
}

function filesOf(
  secrets: ControllerSecrets,
  { releaseToken }: AgentSpaces,
  p: ResolvedJenkins,
): Record<string, FileSource> {
  return {
    [LOCK_SH]: LOCK_SCRIPT,
    [PLUGINS_SH]: pluginScript(p.controller.plugins),
    [PLUGINS_TXT]: pluginList(p),
    [RELEASE_TOKEN]: Files.secret(releaseToken.name),
    ...secrets.files,
  };
}

/** Sees to the plugins. */
function pluginContainer({ image, controller: { plugins } }: ResolvedJenkins): SidecarProps {
  return {
    name: 'plugins',
    image,
    requests: { cpu: '500m', memory: '1Gi' },
    command: ['bash', textOf(PLUGINS_SH)],
    env: pluginEnvironment(plugins, textOf(PLUGINS_TXT)),
    mounts: [{ volume: 'files', path: TEXTS, readOnly: true }],
  };
}

/** Waits until no other controller runs, without being asked whether it has started. */
function lockContainer({ image, namespace }: ResolvedJenkins): SidecarProps {
  return {
    name: 'lock',
    image,
    requests: { cpu: '100m', memory: '128Mi' },
    // Bash would not hear that it shall end if it were the first of its container.
    command: ['tini', '--', 'bash', textOf(LOCK_SH), 'wait'],
    env: lockEnvironment(namespace),
    mounts: [{ volume: 'files', path: TEXTS, readOnly: true }],
    readOnlyRootFilesystem: true,
  };
}

/** What goes with the Pod. */
function ownDisks(web: WebService): void {
  const disk = (name: string, sizeLimit: string) => ({ name, source: { kind: 'empty' as const, sizeLimit } });
  const plugins = disk('plugins', '2Gi');
  web.pod.addVolume(plugins, { path: PLUGIN_FOLDER });
  web.pod.addVolume(plugins, { path: PLUGIN_FOLDER }, 'plugins');
  web.pod.addVolume(disk('cache', '4Gi'), { path: CACHE });
  web.pod.addVolume(disk('temporary', '4Gi'), { path: '/tmp' });
}

function givenUp(key: string): TolerationData {
  return { key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: GIVEN_UP };
}

/** Before the controller has no room, others make it. */
function priorityOf(home: Construct, namespace: string): string {
  const priority = new PriorityClassV1(home, 'priority', {
    metadata: { name: `${namespace}-controller` },
    description: 'The controller of Jenkins, of which there is one',
    value: PRIORITY,
  });
  return priority.metadata.name;
}
