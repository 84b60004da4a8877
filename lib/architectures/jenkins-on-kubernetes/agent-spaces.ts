import { SecretV1 } from '@cdktf/provider-kubernetes/lib/secret-v1';
import type { Construct } from 'constructs';
import { sha256 } from '../../workload/pod/files';
import type { RbacRule } from '../../workload/access/rbac-rule';
import { Role } from '../../workload/access/role';
import { ServiceAccount } from '../../workload/access/service-account';
import { Namespace } from '../../workload/namespace';
import { agentQuota, releaseQuota } from './capacity';
import type { CloudParts } from './cloud-parts';
import { builderRun } from './configuration/builder-run';
import { LEASE } from './controller-lock';
import type { ResolvedJenkins } from './jenkins-defaults';
import { ACCOUNTS, agentSpace, releaseSpace } from './spaces';

/** Where agents run, and who they are. */
export interface AgentSpaces {
  readonly agents: Namespace;
  readonly release: Namespace;
  /** Who pushes images. */
  readonly builder: ServiceAccount;
  /** Who pulls what is known of weaknesses from the registry, to scan code; absent where that is elsewhere. */
  readonly scanner?: ServiceAccount;
  /** Who changes the test environment. */
  readonly testDeployer: ServiceAccount;
  /** Who changes production. */
  readonly deployer: ServiceAccount;
  /** Who the controller is. */
  readonly controller: ServiceAccount;
  /** Secret with the token by which the controller makes Pods of releases. */
  readonly releaseToken: { readonly name: string; readonly resource: SecretV1 };
}

/** What Jenkins does with Pods: makes them, speaks to their containers, reads what they say, and removes them. */
const PODS: readonly RbacRule[] = Object.freeze([
  { resources: ['pods'], verbs: ['get', 'list', 'watch', 'create', 'delete'] },
  { resources: ['pods/exec'], verbs: ['create', 'get'] },
  { resources: ['pods/log'], verbs: ['get'] },
  { resources: ['events'], verbs: ['get', 'list', 'watch'] },
] as const);

/** The lock of the controller; a creation has no name that could be compared. */
const LOCK_RULES: readonly RbacRule[] = Object.freeze([
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'] },
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], names: [LEASE], verbs: ['get', 'update'] },
] as const);

/**
 * The namespaces of agents. Whoever makes Pods in a namespace can run them as any account of it, and a Jenkinsfile may write any
 * namespace and account into its Pod. So the account that pipelines have Pods made by may make none where releases run: that takes
 * another one's token, which Jenkins keeps for the folder of releases.
 */
export function agentSpaces(
  apps: Construct,
  home: Namespace,
  { place, registry }: CloudParts,
  p: ResolvedJenkins,
): AgentSpaces {
  const agents = new Namespace(apps, 'agents', {
    name: agentSpace(p.namespace),
    quota: agentQuota(p.agents),
    podSecurity: builderRun(p.builder).podSecurity,
  });
  const release = new Namespace(apps, 'release', {
    name: releaseSpace(p.namespace),
    quota: releaseQuota(p.agents),
    // ECI knows no profiles of system calls, without which a Pod is not restricted.
    podSecurity: place.kind === 'nodes' ? 'restricted' : 'baseline',
  });
  const controller = new ServiceAccount(home, 'controller-account', { name: ACCOUNTS.controller, apiToken: true });
  const releaser = new ServiceAccount(home, 'releaser', { name: ACCOUNTS.releaser });
  new Role(home, 'lock', { name: 'lock', rules: LOCK_RULES }).grantTo(controller);
  new Role(agents, 'pods', { name: 'agents', rules: PODS }).grantTo(controller);
  new Role(release, 'pods', { name: 'releases', rules: PODS }).grantTo(releaser);
  new ServiceAccount(agents, ACCOUNTS.plain);
  return {
    agents,
    release,
    controller,
    builder: new ServiceAccount(agents, ACCOUNTS.builder),
    ...(scansFrom(p, registry.privateDomain) ? { scanner: new ServiceAccount(agents, ACCOUNTS.scanner) } : {}),
    testDeployer: new ServiceAccount(agents, ACCOUNTS.testDeployer, { apiToken: true }),
    deployer: new ServiceAccount(release, ACCOUNTS.deployer, { apiToken: true }),
    releaseToken: tokenOf(home, releaser, p.rotation.release),
  };
}

/** Whether Trivy takes its databases from the registry, which lets nobody in without a role. */
function scansFrom({ scan }: ResolvedJenkins, domain: string): boolean {
  return [scan.database, scan.javaDatabase].some((from) => from?.startsWith(`${domain}/`));
}

/** A token that does not end by itself; another rotation is another Secret, and the token of the old one is void. */
function tokenOf(home: Namespace, account: ServiceAccount, rotation: string): AgentSpaces['releaseToken'] {
  const name = `release-token-${sha256({ rotation }).slice(0, 8)}`;
  const resource = new SecretV1(home, 'release-token', {
    metadata: {
      name,
      namespace: home.namespaceName,
      annotations: { 'kubernetes.io/service-account.name': account.resource.metadata.name },
    },
    type: 'kubernetes.io/service-account-token',
    waitForServiceAccountToken: true,
  });
  return { name, resource };
}
