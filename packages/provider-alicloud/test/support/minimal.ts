import type { AttributeType, Block, NestedBlock } from './schema';

type Values = Record<string, unknown>;

/** What a block that must be written needs, under the property names of the bindings. */
export function minimalConfig(block: Block, path: string): Values {
  return minimal(block, path, propertyName);
}

/** What Terraform must be given for `minimalConfig`, under its own names. */
export function minimalTerraform(block: Block, path: string): Values {
  return minimal(block, path, (name) => name);
}

function minimal(block: Block, path: string, nameOf: (name: string) => string): Values {
  const values: Values = {};
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
    if (attribute.required) values[nameOf(name)] = valueOf(attribute.type, `${path}.${name}`);
  }
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    if (nested.min_items) values[nameOf(name)] = minimalBlocks(nested, `${path}.${name}`, nameOf);
  }
  return values;
}

function minimalBlocks(nested: NestedBlock, path: string, nameOf: (name: string) => string): unknown {
  if (nested.max_items === 1) return minimal(nested.block, path, nameOf);
  return Array.from({ length: nested.min_items ?? 0 }, (_, index) =>
    minimal(nested.block, `${path}[${index}]`, nameOf),
  );
}

/** A value that tells from which attribute it came. */
function valueOf(type: AttributeType, path: string): unknown {
  if (type === 'string') return `of ${path}`;
  if (type === 'number') return path.length;
  if (type === 'bool') return true;
  if (typeof type === 'string' || (typeof type[1] === 'object' && !Array.isArray(type[1]))) {
    throw new Error(`${path}: no value for the type ${JSON.stringify(type)}`);
  }
  const [kind, element] = type as [string, AttributeType];
  return kind === 'map' ? { key: valueOf(element, path) } : [valueOf(element, path)];
}

function propertyName(name: string): string {
  return name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
