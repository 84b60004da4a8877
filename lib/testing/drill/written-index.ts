import { linksOf, type Link } from '../../core/written/links';
import type { WrittenResource, WrittenStack } from '../../core/written/written';

/** The resources of an App with what each of them refers to. */
export interface WrittenIndex {
  readonly stacks: readonly WrittenStack[];
  /** Resources of the types, in the order of stacks and addresses. */
  ofType(...types: readonly string[]): readonly WrittenResource[];
  /** Links of a resource that begin in an attribute, or anywhere in it; those that only order are left out. */
  linksAt(from: WrittenResource, attribute?: string): readonly Link[];
}

export function indexed(stacks: readonly WrittenStack[]): WrittenIndex {
  const byFrom = new Map<WrittenResource, Link[]>();
  for (const link of linksOf(stacks)) {
    if (!link.at.startsWith('depends_on')) {
      byFrom.set(link.from, [...(byFrom.get(link.from) ?? []), link]);
    }
  }
  return {
    stacks,
    ofType: (...types) =>
      stacks.flatMap(({ resources }) =>
        resources.filter(({ kind, type }) => kind === 'resource' && types.includes(type)),
      ),
    linksAt: (from, attribute) =>
      (byFrom.get(from) ?? []).filter(({ at }) => !attribute || at === attribute || at.startsWith(`${attribute}.`)),
  };
}

/** What people call a resource: the path of its construct, or its address in its stack. */
export function nameOf({ path, stack, address }: WrittenResource): string {
  return path?.replace(/\/Resource$/, '') ?? `${stack}/${address}`;
}

/** Text that stands in the Terraform as it is; `undefined` for expressions and other values. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && !value.includes('${') ? value : undefined;
}

/** A whole number, written as such or as text; `undefined` for expressions and other values. */
export function countOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** The members of a block, which Terraform's JSON holds as an object or as a list of objects. */
export function blocksOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return [value].flat().filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null);
}
