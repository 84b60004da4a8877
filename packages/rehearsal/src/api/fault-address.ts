import type { Fault } from '../serve/faults';
import type { StackJson } from './stack-json';

/** A fault of a rehearsal: it may name a resource of the program. */
export interface ProgramFault extends Fault {
  /**
   * Address of a resource, such as `alicloud_vpc.network`, or path of its construct, such as `shop/network`. No call of the protocol carries one: the resource is known by
   * its type and by all that its configuration says outright.
   */
  readonly address?: string;
}

/** What is no part of a resource's own configuration. */
const OF_TERRAFORM = ['//', 'connection', 'count', 'depends_on', 'for_each', 'lifecycle', 'provider', 'provisioner'];

type Literal = string | number | boolean | { readonly [name: string]: Literal };

/** The parts of a value that are known without a run; lists may be sets, whose order means nothing, and are left out. */
function literalOf(value: unknown): Literal | undefined {
  if (typeof value === 'string') {
    return /[$%]\{/.test(value) ? undefined : value;
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return undefined;
  }
  const parts = Object.entries(value).flatMap(([name, one]) => {
    const literal = literalOf(one);
    return literal === undefined ? [] : [[name, literal] as const];
  });
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

const says = (resource: Readonly<Record<string, unknown>>): Record<string, Literal> => {
  const own = Object.entries(resource).filter(([name]) => !OF_TERRAFORM.includes(name));
  return (literalOf(Object.fromEntries(own)) ?? {}) as Record<string, Literal>;
};

/** Whether a resource that says `other` might be taken for one that says `one`. */
function covers(other: Literal | undefined, one: Literal): boolean {
  if (typeof one === 'object') {
    return typeof other === 'object' && Object.entries(one).every(([name, part]) => covers(other[name], part));
  }
  // What the other one only learns in a run may turn out to be the same.
  return other === undefined || String(other) === String(one);
}

/** Path of the construct that a resource was synthesized from. */
export function pathOf(resource: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const note = resource?.['//'] as { readonly metadata?: { readonly path?: string } } | undefined;
  return note?.metadata?.path;
}

/** Puts type and configuration in the place of an address. */
export function withoutAddress(fault: ProgramFault, stacks: readonly StackJson[]): Fault {
  const { address, ...rest } = fault;
  if (address === undefined) {
    return rest;
  }
  const all = stacks.flatMap(({ resource = {} }) =>
    Object.entries(resource).flatMap(([type, named]) =>
      Object.entries(named).map(([name, resource]) => ({ type, name, resource, path: pathOf(resource) })),
    ),
  );
  const found = all.filter(
    ({ type, name, path }) => `${type}.${name}` === address || path === address || path === `${address}/Resource`,
  );
  const type = found[0]?.type ?? address.split('.')[0]!;
  const alike = all.filter((one) => one.type === type);
  if (found.length !== 1) {
    const names = alike.map(({ name }) => `${type}.${name}`).sort();
    throw new Error(
      `fault: ${found.length === 0 ? 'no' : 'more than one'} resource "${address}"; ` +
        (names.length > 0 ? `there are ${names.join(', ')}` : `there is no ${type}`),
    );
  }
  const where = says(found[0]!.resource);
  const others = alike.filter((one) => one !== found[0] && covers(says(one.resource), where));
  if (others.length > 0) {
    const mistaken = others.map(({ name }) => `${type}.${name}`).join(', ');
    throw new Error(
      `fault: ${address} cannot be told from ${mistaken} by what its configuration says outright\nfix: name its type, and which of them by nth`,
    );
  }
  return { ...rest, type, where: { ...where, ...rest.where } };
}
