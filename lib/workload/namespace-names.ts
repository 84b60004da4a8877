import type { IConstruct } from 'constructs';
import type { Problem } from '../core/errors';
import { byKey, perTree } from '../core/tree';
import type { INamespace } from '../core/workload';

/** Problem when a namespace of the same cluster, made earlier in the program, has the same name. */
export function sameNames(namespace: INamespace, all: readonly IConstruct[]): Problem[] {
  const name = namespace.namespaceName;
  const first = made(all)
    .get(name)
    ?.find(({ cluster }) => cluster === namespace.cluster);
  if (first === undefined || first === namespace) {
    return [];
  }
  const what = `cluster "${namespace.cluster.node.path}" gets the namespace "${name}" from "${first.node.path}" too`;
  const fix = `give one of the two another name, or write Namespace.fromAttributes(apps, '${name}', { name: '${name}' })`;
  return [{ code: 'namespace-duplicate', what, value: name, fix }];
}

/** What the program creates, by name. */
const made = perTree((all) => byKey(all.filter(isMade), ({ namespaceName }: INamespace) => namespaceName));

/** A namespace that the program creates: an imported one has no resource. */
function isMade(construct: IConstruct): construct is INamespace {
  return 'namespaceName' in construct && 'everythingOnEci' in construct && 'resource' in construct;
}
