import { Construct, type IConstruct } from 'constructs';
import { reject } from '../../core/errors';
import { construct, formProblems, needed, word, type Forms } from '../../core/forms';
import type { Permission } from '../../core/grantee';
import { checkedId } from '../../core/ids';
import { kubernetesNameProblems } from '../../core/kubernetes-names';
import type { IServiceAccount } from '../../core/service-account';
import { namespaceOf, type INamespace, type IWorkload } from '../../core/workload';
import type { IRamRole } from '../../security/ram-role';
import { foreignWorkload } from './service-account-problems';

/** A service account that exists. */
export interface ServiceAccountAttributes {
  /** Its name in the namespace. */
  readonly name: string;
  /** The RAM role that its annotation names; what the account is allowed is added to that role. @default not known */
  readonly role?: IRamRole;
}

const SERVICE_ACCOUNT_ATTRIBUTES_FORMS: Forms<ServiceAccountAttributes> = {
  name: needed(word, '"web"'),
  role: construct(['roleName', 'allow'], 'new RamRole(...), or one of RamRole.fromAttributes'),
};

/** A service account that exists; of it nothing is created or destroyed. */
export class ImportedServiceAccount extends Construct implements IServiceAccount {
  readonly accountName: string;
  readonly namespace: INamespace;
  private readonly role?: IRamRole;

  constructor(scope: Construct, id: string, attributes: ServiceAccountAttributes) {
    super(scope, checkedId(scope, id));
    this.namespace = namespaceOf(this);
    reject(this, formProblems(attributes, SERVICE_ACCOUNT_ATTRIBUTES_FORMS));
    reject(this, kubernetesNameProblems('name', attributes.name));
    this.accountName = attributes.name;
    this.role = attributes.role;
  }

  allow(on: IConstruct, permissions: readonly Permission[]): void {
    const what = `"${on.node.path}" is granted to the imported service account "${this.accountName}", whose RAM role is not known`;
    const fix = 'name role: RamRole.fromAttributes(...) in its attributes';
    reject(this, this.role ? [] : [{ code: 'service-account-role', what, value: this.accountName, fix }]);
    this.role!.allow(on, permissions);
  }

  useIn(workload: IWorkload): void {
    reject(this, foreignWorkload(this, workload));
    workload.pod.useServiceAccount(this.accountName);
  }
}
