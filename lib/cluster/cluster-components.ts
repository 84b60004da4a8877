import type { IConstruct } from 'constructs';

/** A resource that installs a component. */
interface Installing extends IConstruct {
  readonly terraformResourceType?: string;
  readonly nameInput?: string;
}

/** The components that this program gives a cluster: those of its first boot, and those that were added since. */
export function componentsOf(
  cluster: IConstruct,
  firstBoot: readonly { readonly name: string; readonly disabled?: boolean }[],
): readonly string[] {
  const first = firstBoot.filter(({ disabled }) => disabled !== true).map(({ name }) => name);
  const added = (cluster.node.findAll() as readonly Installing[])
    .filter(({ terraformResourceType }) => terraformResourceType === 'alicloud_cs_kubernetes_addon')
    .flatMap(({ nameInput }) => nameInput ?? []);
  return Object.freeze([...new Set([...first, ...added])].sort());
}
