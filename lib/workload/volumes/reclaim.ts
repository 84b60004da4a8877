import { DataResource } from 'cdktf';
import type { Construct } from 'constructs';

/** What becomes of the volumes of a class whose claims are deleted, as Kubernetes names it. */
export type ReclaimPolicy = 'Delete' | 'Retain';

/**
 * The lifecycle of a class that is replaced for another policy: Kubernetes changes it in none, and the provider plans it in
 * place, sends nothing, and plans it again for ever. Creates `terraform_data` in the class.
 */
export function replacedFor(storageClass: Construct, reclaimPolicy: ReclaimPolicy): { replaceTriggeredBy: string[] } {
  const fixed = new DataResource(storageClass, 'fixed', { input: { reclaimPolicy } });
  return { replaceTriggeredBy: [`${fixed.terraformResourceType}.${fixed.friendlyUniqueId}.output`] };
}
