import type { Construct } from 'constructs';
import type { INamespace } from '../../core/workload';
import type { RbacRule } from '../../workload/access/rbac-rule';
import { Role } from '../../workload/access/role';
import { Namespace } from '../../workload/namespace';
import type { AgentSpaces } from './agent-spaces';
import { ENVIRONMENT_QUOTA } from './capacity';
import type { JenkinsEnvironmentData } from './jenkins-environment';
import type { ResolvedJenkins } from './jenkins-defaults';
import { smokeOf } from './smoke';

/** The namespaces that pipelines deploy to. */
export interface DeployTargets {
  readonly test: INamespace;
  readonly production: INamespace;
}

/**
 * What a deployment takes: look at workloads and their Pods, and give workloads another image. Neither Secrets nor rights, and nothing
 * is made or removed: what runs in an environment is somebody's program, not a pipeline's.
 */
const DEPLOYING: readonly RbacRule[] = Object.freeze([
  {
    apiGroups: ['apps'],
    resources: ['deployments', 'statefulsets'],
    verbs: ['get', 'list', 'watch', 'patch'],
  },
  { apiGroups: ['apps'], resources: ['controllerrevisions', 'replicasets'], verbs: ['get', 'list', 'watch'] },
  { resources: ['events', 'pods'], verbs: ['get', 'list', 'watch'] },
  { resources: ['pods/log'], verbs: ['get'] },
] as const);

/** The environments, and who may change them. */
export function deployTargets(apps: Construct, spaces: AgentSpaces, p: ResolvedJenkins): DeployTargets {
  const test = namespaceOf(apps, 'test', p.environments.test);
  const production = namespaceOf(apps, 'production', p.environments.production);
  const name = `${p.namespace}-deployer`;
  new Role(test, 'deployer', { name, rules: DEPLOYING }).grantTo(spaces.testDeployer);
  new Role(production, 'deployer', { name, rules: DEPLOYING }).grantTo(spaces.deployer);
  letAsk(test, spaces.agents, p, 'test');
  letAsk(production, spaces.release, p, 'production');
  return { test, production };
}

/** Lets the Pods that deployed ask whether the application answers; who may in an environment that exists is its owner's business. */
function letAsk(target: INamespace, from: Namespace, p: ResolvedJenkins, environment: 'test' | 'production'): void {
  const ports = p.applications.map((one) => portOf(smokeOf(one, target.namespaceName, environment)));
  if (p.environments[environment].kind === 'made') {
    [...new Set(ports)].sort((a, b) => a - b).forEach((port) => target.allowFrom(from, port));
  }
}

/** The port of an address. */
function portOf(address: string): number {
  const [, port] = /^https?:\/\/[^/:]+:(\d+)/.exec(address) ?? [];
  return port === undefined ? (address.startsWith('https:') ? 443 : 80) : Number(port);
}

function namespaceOf(
  apps: Construct,
  id: string,
  environment: JenkinsEnvironmentData & { readonly name: string },
): INamespace & Construct {
  return environment.kind === 'made'
    ? new Namespace(apps, id, { name: environment.name, quota: environment.quota ?? ENVIRONMENT_QUOTA })
    : (Namespace.fromAttributes(apps, id, { name: environment.name }) as INamespace & Construct);
}
