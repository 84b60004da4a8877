import { choiceOf, flag, listOf, needed, type Form } from '../../core/forms';
import { RBAC_RULE_FORM, type RbacRule, type Verb } from './rbac-rule';

/** What a team may do in its namespaces, as plain data. Create one with {@link May}. */
export type DutyData =
  | { readonly kind: 'view' }
  | ({ readonly kind: 'deploy' } & DeployOptions)
  | { readonly kind: 'admin' }
  | { readonly kind: 'rules'; readonly rules: readonly RbacRule[] };

/** What those who deploy may do beyond it. */
export interface DeployOptions {
  /** Whether they may read and write Secrets. @default false */
  readonly secrets?: boolean;
  /** Whether they may open a shell in containers and forward ports: what the Pods may do, they may then. @default false */
  readonly shell?: boolean;
}

/** What a team may do in its namespaces. Changing it replaces the bindings, for a moment nobody has the rights. */
export const May = Object.freeze({
  /** Look at everything but Secrets and rights: the ClusterRole `view` of Kubernetes. */
  view: (): DutyData => Object.freeze({ kind: 'view' }),
  /**
   * Bring out versions: workloads, Services, routes, scaling, configuration; look at the rest, logs included. Neither
   * Secrets nor shells unless asked for, no quotas, no rights. Who may start Pods can always use, from within them, the Secrets and
   * service accounts of the namespace.
   */
  deploy: (options: DeployOptions = {}): DutyData => Object.freeze({ kind: 'deploy', ...options }),
  /** Everything in the namespaces, Secrets and the rights of others there included: the ClusterRole `admin` of Kubernetes. */
  admin: (): DutyData => Object.freeze({ kind: 'admin' }),
  /** Exactly these rules. */
  rules: (rules: readonly RbacRule[]): DutyData => Object.freeze({ kind: 'rules', rules }),
});

/** The form of a duty. */
export const DUTY_FORM: Form = choiceOf(
  {
    view: {},
    deploy: { secrets: flag, shell: flag },
    admin: {},
    rules: { rules: needed(listOf(RBAC_RULE_FORM), "[{ resources: ['pods'], verbs: ['get'] }]") },
  },
  'May.view(), May.deploy(), May.admin(), May.rules([...])',
);

/** A role that a duty comes to: one that every cluster has, or rules for one of its own. */
export type RoleOfDuty = { readonly builtIn: string } | { readonly rules: readonly RbacRule[] };

const LOOK: readonly Verb[] = Object.freeze(['get', 'list', 'watch']);
const CHANGE: readonly Verb[] = Object.freeze([...LOOK, 'create', 'update', 'patch', 'delete']);

const DEPLOY: readonly RbacRule[] = Object.freeze([
  {
    apiGroups: ['apps'],
    resources: ['daemonsets', 'deployments', 'deployments/scale', 'statefulsets', 'statefulsets/scale'],
    verbs: CHANGE,
  },
  { apiGroups: ['apps'], resources: ['controllerrevisions', 'replicasets'], verbs: LOOK },
  { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs: CHANGE },
  { apiGroups: ['autoscaling'], resources: ['horizontalpodautoscalers'], verbs: CHANGE },
  { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: CHANGE },
  { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs: CHANGE },
  { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: LOOK },
  { apiGroups: [''], resources: ['configmaps', 'persistentvolumeclaims', 'services'], verbs: CHANGE },
  { apiGroups: [''], resources: ['pods'], verbs: [...LOOK, 'delete'] },
  {
    apiGroups: [''],
    resources: ['endpoints', 'events', 'limitranges', 'pods/log', 'resourcequotas', 'serviceaccounts'],
    verbs: LOOK,
  },
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: LOOK },
]);

/** The role that a duty comes to. */
export function roleOfDuty(duty: DutyData): RoleOfDuty {
  if (duty.kind === 'rules') {
    return { rules: duty.rules };
  }
  if (duty.kind !== 'deploy') {
    return { builtIn: duty.kind };
  }
  return {
    rules: [
      ...DEPLOY,
      ...(duty.secrets ? [{ apiGroups: [''], resources: ['secrets'], verbs: CHANGE }] : []),
      ...(duty.shell ? [{ apiGroups: [''], resources: ['pods/exec', 'pods/portforward'], verbs: SHELL }] : []),
    ],
  };
}

/** A shell is opened by a GET over a web socket, and by a POST before. */
const SHELL: readonly Verb[] = Object.freeze(['create', 'get']);
