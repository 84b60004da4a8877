import type { Attributes, TerraformJson } from '../../lib/testing';

/** A resource or data source: how references call it, and a name that does not depend on construct ids. */
interface Named {
  readonly address: string;
  /** Beginning of the outputs that the framework makes for other stacks; the attribute follows. */
  readonly output: string;
  readonly key: string;
  readonly attributes: Attributes;
}

const OUTPUT = 'cross-stack-output-';

/**
 * What is left of stacks when the construct ids, which two people choose differently, are taken away: every resource by its
 * type and physical name, with references by the same, those to other stacks included.
 */
export function withoutIds(stacks: ReadonlyMap<string, TerraformJson>): Record<string, unknown> {
  const named = new Map([...stacks].map(([name, stack]) => [name, namesIn(stack)]));
  return Object.fromEntries(
    [...stacks].map(([name, { '//': _, resource: _resources, data: _data, ...rest }]) => {
      const own = named.get(name)!;
      const clean = (value: unknown): unknown => JSON.parse(replaced(JSON.stringify(value), own, named));
      const elements = own.map(({ key, attributes }) => [key, clean(attributes)]);
      return [name, { elements: Object.fromEntries(elements), rest: clean(rest) }];
    }),
  );
}

function namesIn({ resource = {}, data = {} }: TerraformJson): Named[] {
  const all = [...flat(resource, ''), ...flat(data, 'data.')].sort((a, b) => (a.address < b.address ? -1 : 1));
  const times = new Map<string, number>();
  const unique = all.map((one) => {
    const time = (times.get(one.key) ?? 0) + 1;
    times.set(one.key, time);
    return time === 1 ? one : { ...one, key: `${one.key} #${time}` };
  });
  // The longest first: one address may be the beginning of another.
  return unique.sort((a, b) => b.address.length - a.address.length);
}

function flat(byType: NonNullable<TerraformJson['resource']>, prefix: string): Named[] {
  return Object.entries(byType).flatMap(([type, byId]) =>
    Object.entries(byId).map(([id, { '//': _, ...attributes }]) => ({
      address: `${prefix}${type}.${id}`,
      output: `${OUTPUT}${prefix}${type}${id}`,
      key: `${prefix}${type} ${nameOf(attributes)}`.trim(),
      attributes,
    })),
  );
}

/** Physical name, without what only Terraform knows of it; of an object in a cluster, after its namespace. */
function nameOf(attributes: Attributes): string {
  const { name, namespace = '' } = (attributes.metadata ?? {}) as Readonly<Record<string, string>>;
  const found = Object.entries(attributes).find(([key]) => /^(name|type|.*_name)$/.test(key) && key !== 'runtime_name');
  return (name === undefined ? String(found?.[1] ?? '') : `${namespace}/${name}`).replace(/\$\{.*\}/, '*');
}

function replaced(text: string, own: readonly Named[], stacks: ReadonlyMap<string, readonly Named[]>): string {
  const foreign = [...stacks].flatMap(([stack, all]) => {
    const from = `cross-stack-reference-input-${stack}.outputs.`;
    return all.map(({ output, key }) => [`${from}${output}`, `${from}${OUTPUT}${key} `] as const);
  });
  const here = own.flatMap(({ address, output, key }) => [
    [output, `${OUTPUT}${key} `] as const,
    [address, key] as const,
  ]);
  return [...foreign, ...here].reduce((result, [from, to]) => result.replaceAll(from, to), text);
}
