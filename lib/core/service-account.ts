import type { IGrantee } from './grantee';
import type { INamespace, IWorkload } from './workload';

/** A service account of a namespace, created here or existing: who Pods are towards Kubernetes and the cloud. */
export interface IServiceAccount extends IGrantee {
  readonly accountName: string;
  readonly namespace: INamespace;
  /**
   * Runs the Pods of a workload as this account.
   *
   * @throws InputError `service-account-namespace`, or `pod-conflict` when they run as another one
   */
  useIn(workload: IWorkload): void;
}
