import type { IConstruct } from 'constructs';
import type { Problem } from '../../core/errors';
import { byKey, perTree } from '../../core/tree';

/** A component as a resource, made here or written by hand. */
interface Component extends IConstruct {
  readonly terraformResourceType?: string;
  readonly clusterIdInput?: string;
  readonly nameInput?: string;
}

const TYPE = 'alicloud_cs_kubernetes_addon';

const components = perTree((all) =>
  byKey<string, Component>(all, ({ terraformResourceType: type, clusterIdInput, nameInput }) =>
    type === TYPE ? `${clusterIdInput} ${nameInput}` : undefined,
  ),
);

/**
 * Problem when another resource of the program is the same component of the same cluster, which two imports of one cluster
 * can come to: each apply would undo the other, and the first to be destroyed removes it. The later of the two says it, but
 * one that was written by hand cannot.
 */
export function otherOwners(
  own: Component,
  isOurs: (one: IConstruct) => boolean,
  all: readonly IConstruct[],
): Problem[] {
  const same = components(all).get(`${own.clusterIdInput} ${own.nameInput}`) ?? [];
  const other = same.find((one, index) => one !== own && (index < same.indexOf(own) || !isOurs(one)));
  if (other === undefined) {
    return [];
  }
  const what = `the component ${own.nameInput} of this cluster is in "${other.node.path}" too: the two would undo each other`;
  const fix = `keep one of them; of a cluster that is imported twice, add ${own.nameInput} to one import`;
  return [{ code: 'addon-duplicate', what, value: own.nameInput, fix }];
}
