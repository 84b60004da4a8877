import { ServiceAccountV1 } from '@cdktf/provider-kubernetes/lib/service-account-v1';
import { TerraformStack } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { adopt, adoptedName } from '../../core/adopt';
import type { ICluster } from '../../core/cluster';
import { withDefaults } from '../../core/defaults';
import { reject } from '../../core/errors';
import { flag, formProblems, type Forms, mapOf, text, word } from '../../core/forms';
import type { Permission } from '../../core/grantee';
import { checkedId } from '../../core/ids';
import { kubernetesName, kubernetesNameProblems } from '../../core/kubernetes-names';
import type { IServiceAccount } from '../../core/service-account';
import { addTreeCheck } from '../../core/tree';
import { namespaceOf, type INamespace, type IWorkload } from '../../core/workload';
import { labelProblems } from '../../cluster/nodes/labels';
import { RamRole } from '../../security/ram-role';
import { Trust } from '../../security/ram-trust';
import { ImportedServiceAccount, type ServiceAccountAttributes } from './imported-service-account';
import { foreignWorkload, rrsaProblems, sameAccounts } from './service-account-problems';

export interface ServiceAccountProps {
  /**
   * Name in the namespace. Changing it replaces the account.
   * @default the path below the namespace, joined by hyphens
   * @throws InputError `kubernetes-name`
   */
  readonly name?: string;
  /**
   * Takes over the account that exists instead of creating one, and has its name unless `name` says the same. Import id:
   * `<namespace>/<name>`.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name or namespace than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
  /**
   * Whether Pods find a token for the Kubernetes API, unless they say themselves. Switch it on for programs that ask the
   * API; a RAM role does not need it. Changed in place.
   * @default false
   */
  readonly apiToken?: boolean;
  /** Labels of the account. Changed in place. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the account. Changed in place. @default none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** What a service account is when a prop is left out. */
export const SERVICE_ACCOUNT_DEFAULTS = Object.freeze({
  apiToken: false,
  labels: Object.freeze({}) as Readonly<Record<string, string>>,
  annotations: Object.freeze({}) as Readonly<Record<string, string>>,
});

const SERVICE_ACCOUNT_FORMS: Forms<ServiceAccountProps> = {
  name: text,
  adopt: word,
  apiToken: flag,
  labels: mapOf(text),
  annotations: mapOf(text),
};

/** Gives Pods the environment and the token with which the SDKs take the role; looks for what follows. */
const WEBHOOK = 'ack-pod-identity-webhook';
const NAMESPACE_SWITCH = Object.freeze(['pod-identity.alibabacloud.com/injection', 'on'] as const);
const ROLE_ANNOTATION = 'pod-identity.alibabacloud.com/role-name';

/**
 * Who Pods are: towards Kubernetes by what a `Role` grants the account, towards the cloud by what a bucket or another
 * thing is told to grant it (RRSA: temporary credentials of a RAM role that this account alone can take, no key anywhere).
 *
 * Creates `kubernetes_service_account_v1`. With the first permission in the cloud also a RAM role, in the stack of the
 * cluster: its trust needs only the names of namespace and account, which are known at synth, so nothing flows back. The
 * cluster gets the component `ack-pod-identity-webhook`, the namespace its switch. What is allowed is a RAM policy beside
 * the role when it is about something in the role's own stack; about anything else, below the account. Free.
 *
 * Its `imagePullSecrets` are left to the component that writes them.
 *
 * @throws InputError `no-namespace`, `kubernetes-name`, `label-invalid`, `service-account-duplicate`; `rrsa-missing`
 *   with the first permission
 */
export class ServiceAccount extends Construct implements IServiceAccount {
  readonly resource: ServiceAccountV1;
  readonly accountName: string;
  readonly namespace: INamespace;
  private readonly labels: Readonly<Record<string, string>>;
  private readonly annotations: Record<string, string>;
  private readonly reference: string;
  private ramRole?: RamRole;

  constructor(scope: Construct, id: string, props: ServiceAccountProps = {}) {
    super(scope, checkedId(scope, id));
    this.namespace = namespaceOf(this);
    reject(this, formProblems(props, SERVICE_ACCOUNT_FORMS));
    const p = withDefaults(props, SERVICE_ACCOUNT_DEFAULTS);
    reject(this, [...kubernetesNameProblems('name', p.name), ...labelProblems(p.labels, [])]);
    this.accountName = p.name ?? adoptedName(p.adopt) ?? kubernetesName(this, this.namespace);
    this.labels = p.labels;
    this.annotations = { ...p.annotations };
    this.resource = new ServiceAccountV1(this, 'Resource', {
      metadata: this.metadata(),
      automountServiceAccountToken: p.apiToken,
      dependsOn: [...this.namespace.ready],
      lifecycle: { ignoreChanges: ['image_pull_secret'] },
    });
    adopt(this.resource, p.adopt);
    this.reference = this.resource.metadata.name;
    addTreeCheck(this, (all) => sameAccounts(this, all));
  }

  /** An account that exists; creates nothing. */
  static fromAttributes(scope: Construct, id: string, attributes: ServiceAccountAttributes): IServiceAccount {
    return new ImportedServiceAccount(scope, id, attributes);
  }

  /**
   * The RAM role that Pods of this account take, made when it is first asked for.
   *
   * @throws InputError `rrsa-missing`, or `addon-missing` for an imported cluster
   */
  get role(): RamRole {
    this.ramRole ??= this.makeRole();
    return this.ramRole;
  }

  allow(on: IConstruct, permissions: readonly Permission[]): void {
    const { role } = this;
    if (TerraformStack.of(on) === TerraformStack.of(role)) {
      role.allow(on, permissions);
    } else {
      // Here both can be read, whichever of the two stacks comes first.
      role.policies.allow(this, role.roleName, on, permissions);
    }
  }

  useIn(workload: IWorkload): void {
    reject(this, foreignWorkload(this, workload));
    workload.pod.useServiceAccount(this.reference);
  }

  private makeRole(): RamRole {
    const { cluster, namespaceName } = this.namespace;
    reject(this, rrsaProblems(cluster, this.accountName));
    cluster.requireAddon(WEBHOOK, `the service account "${this.accountName}" takes a RAM role`);
    this.namespace.addLabel(...NAMESPACE_SWITCH);
    const role = new RamRole(cluster as ICluster & Construct, `rrsa-${namespaceName}--${this.accountName}`, {
      trust: Trust.serviceAccounts(cluster.rrsa!, { namespace: namespaceName, name: this.accountName }),
      description: `service account ${this.accountName} of the namespace ${namespaceName}`,
    });
    this.annotations[ROLE_ANNOTATION] = role.roleName;
    this.resource.putMetadata(this.metadata());
    return role;
  }

  private metadata() {
    return {
      name: this.accountName,
      namespace: this.namespace.namespaceName,
      labels: sorted(this.labels),
      annotations: sorted(this.annotations),
    };
  }
}

function sorted(texts: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const entries = Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
