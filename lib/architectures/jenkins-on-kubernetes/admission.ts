import { Manifest } from '../../workload/charts/manifest';
import type { Namespace } from '../../workload/namespace';
import { LIKE_BEFORE, OWN_PODS, type Validation } from './admission-rules';
import type { DeployTargets } from './deploy-targets';
import type { AgentSpaces } from './agent-spaces';
import { ACCOUNTS } from './spaces';

const API = 'admissionregistration.k8s.io/v1';

/** What a policy judges, and what it says. */
interface PolicyAsk {
  readonly name: string;
  readonly namespaces: readonly string[];
  readonly rule: {
    readonly apiGroups: readonly string[];
    readonly resources: readonly string[];
    readonly operations: readonly string[];
  };
  readonly conditions?: readonly { readonly name: string; readonly expression: string }[];
  readonly validations: readonly Validation[];
}

/**
 * What the API server itself refuses, which roles cannot say. A Jenkinsfile may write the whole Pod of a build: one that mounts
 * the home of the controller, which is a volume like any other to Pod Security, would own Jenkins and with it production. And who
 * may change the image of a workload may change all of it, unless somebody looks at what changed.
 *
 * Two `ValidatingAdmissionPolicy` with their bindings, which Kubernetes has had since 1.30; nothing runs for them.
 */
export function admission(home: Namespace, spaces: AgentSpaces, targets: DeployTargets): Manifest {
  const { agents, release } = spaces;
  const deployers = [
    account(agents.namespaceName, ACCOUNTS.testDeployer),
    account(release.namespaceName, ACCOUNTS.deployer),
  ];
  const policies: readonly PolicyAsk[] = [
    {
      name: `${home.namespaceName}-pods-of-builds`,
      namespaces: [agents.namespaceName, release.namespaceName],
      rule: { apiGroups: [''], resources: ['pods'], operations: ['CREATE'] },
      validations: OWN_PODS,
    },
    {
      name: `${home.namespaceName}-deployments`,
      namespaces: [targets.test.namespaceName, targets.production.namespaceName],
      rule: { apiGroups: ['apps'], resources: ['deployments', 'statefulsets'], operations: ['UPDATE'] },
      conditions: [{ name: 'deployers', expression: `request.userInfo.username in ${JSON.stringify(deployers)}` }],
      validations: LIKE_BEFORE,
    },
  ];
  return new Manifest(home, 'admission', { objects: policies.flatMap((one) => [policy(one), binding(one)]) });
}

function account(namespace: string, name: string): string {
  return `system:serviceaccount:${namespace}:${name}`;
}

function policy({ name, rule, conditions, validations }: PolicyAsk) {
  return {
    apiVersion: API,
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name },
    spec: {
      failurePolicy: 'Fail',
      matchConstraints: { resourceRules: [{ ...rule, apiVersions: ['v1'] }] },
      ...(conditions === undefined ? {} : { matchConditions: conditions }),
      validations: validations.map(({ expression, message }) => ({ expression, message })),
    },
  };
}

function binding({ name, namespaces }: PolicyAsk) {
  const values = [...namespaces].sort();
  return {
    apiVersion: API,
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: { name },
    spec: {
      policyName: name,
      validationActions: ['Deny'],
      matchResources: {
        namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values }] },
      },
    },
  };
}
