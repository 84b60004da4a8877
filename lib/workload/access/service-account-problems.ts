import type { IConstruct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import type { Problem } from '../../core/errors';
import type { IServiceAccount } from '../../core/service-account';
import { byKey, perTree } from '../../core/tree';
import type { IWorkload } from '../../core/workload';

/** Problem when another service account of the program has the same name in the same namespace of the same cluster. */
export function sameAccounts(account: IServiceAccount, all: readonly IConstruct[]): Problem[] {
  const { accountName: name, namespace } = account;
  const first = made(all)
    .get(name)
    ?.find(({ namespace: its }) => its.namespaceName === namespace.namespaceName && its.cluster === namespace.cluster);
  if (first === undefined || first === account) {
    return [];
  }
  const what = `namespace "${namespace.namespaceName}" gets the service account "${name}" from "${first.node.path}" too`;
  const fix = `give one of the two another name, or hand the first one over`;
  return [{ code: 'service-account-duplicate', what, value: name, fix }];
}

/** What the program creates, by name. */
const made = perTree((all) => byKey(all.filter(isMade), ({ accountName }: IServiceAccount) => accountName));

/** A service account that the program creates: an imported one has no resource. */
function isMade(construct: IConstruct): construct is IServiceAccount {
  return 'accountName' in construct && 'resource' in construct;
}

/** Problem when a workload is in another namespace: Kubernetes has no way to name an account elsewhere. */
export function foreignWorkload({ accountName, namespace }: IServiceAccount, workload: IWorkload): Problem[] {
  const other = workload.namespace;
  if (other.cluster === namespace.cluster && other.namespaceName === namespace.namespaceName) {
    return [];
  }
  const what = `service account "${accountName}" is in the namespace "${namespace.namespaceName}", the workload "${workload.workloadName}" in "${other.namespaceName}"`;
  const fix = `create a service account in "${other.node.path}" for it`;
  return [{ code: 'service-account-namespace', what, value: other.namespaceName, fix }];
}

/** Problem when service accounts of a cluster cannot take RAM roles. */
export function rrsaProblems(cluster: ICluster, accountName: string): Problem[] {
  if (cluster.rrsa !== undefined) {
    return [];
  }
  const what = `cluster "${cluster.node.path}" has no RRSA, so the service account "${accountName}" cannot take a RAM role`;
  return [{ code: 'rrsa-missing', what, value: accountName, fix: rrsaFix(cluster) }];
}

function rrsaFix(cluster: ICluster): string {
  return 'resource' in cluster
    ? 'take a ManagedCluster or a ServerlessCluster: ACK does not offer it in this kind'
    : 'switch RRSA on, and name rrsa: { issuer, providerArn } in fromAttributes';
}
