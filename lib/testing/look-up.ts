import type { IConstruct } from 'constructs';
import { stacksOf, synthesized, type Attributes, type TerraformJson } from './synthesized';

/** A resource of the generated Terraform. */
export interface FoundResource {
  /** Terraform address, such as `alicloud_vpc.network_D62CF713`. */
  readonly address: string;
  /** Attributes under their Terraform names, references as `${...}` text. */
  readonly attributes: Attributes;
}

/**
 * Bill of materials: one line per resource type with its count, sorted by type, over one stack or a whole App.
 *
 * @example ['alicloud_vpc x1', 'alicloud_vswitch x8']
 */
export function billOf(root: IConstruct): readonly string[] {
  const counts = new Map<string, number>();
  for (const stack of stacksOf(root)) {
    for (const [type, byName] of Object.entries(synthesized(stack).resource ?? {})) {
      counts.set(type, (counts.get(type) ?? 0) + Object.keys(byName).length);
    }
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, count]) => `${type} x${count}`);
}

/** Every resource of one type in a stack (or in its JSON), sorted by address. */
export function resourcesOf(stack: IConstruct | TerraformJson, type: string): readonly FoundResource[] {
  return found((isConstruct(stack) ? synthesized(stack) : stack).resource, type, '');
}

/** Every data source of one type in a stack (or in its JSON), sorted by address. */
export function dataSourcesOf(stack: IConstruct | TerraformJson, type: string): readonly FoundResource[] {
  return found((isConstruct(stack) ? synthesized(stack) : stack).data, type, 'data.');
}

/**
 * The one resource of a type, or the one whose attributes include `where`.
 *
 * @throws Error that lists the addresses when there is none or more than one
 */
export function resourceOf(stack: IConstruct | TerraformJson, type: string, where: Attributes = {}): FoundResource {
  const all = resourcesOf(stack, type);
  const matching = all.filter(({ attributes }) =>
    Object.entries(where).every(([key, value]) => JSON.stringify(attributes[key]) === JSON.stringify(value)),
  );
  if (matching.length !== 1) {
    const addresses = all.map(({ address }) => address).join(', ') || 'none';
    throw new Error(
      `${matching.length} of ${type} match ${JSON.stringify(where)}, expected one; in the stack: ${addresses}`,
    );
  }
  return matching[0]!;
}

function found(block: TerraformJson['resource'], type: string, prefix: string): readonly FoundResource[] {
  return Object.entries(block?.[type] ?? {})
    .map(([name, attributes]) => ({ address: `${prefix}${type}.${name}`, attributes }))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

function isConstruct(value: IConstruct | TerraformJson): value is IConstruct {
  return typeof (value as IConstruct).node === 'object';
}
