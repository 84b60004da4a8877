import type { AttributeJson, BlockJson, NestedBlockJson, TypeJson } from './json';

/** The form of a value: attributes, blocks and types read as one tree. */
export type Shape =
  | { readonly kind: 'leaf'; readonly type: string }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Field> }
  | { readonly kind: 'tuple'; readonly items: readonly Shape[] }
  | { readonly kind: 'list' | 'set' | 'map'; readonly of: Shape };

/** One name of an object: an attribute, a nested block, or a member of an object type. */
export interface Field {
  readonly shape: Shape;
  readonly kind: 'attribute' | 'block' | 'member';
  /** The attribute's own description; `undefined` for blocks and members. */
  readonly attribute?: AttributeJson;
  readonly block?: NestedBlockJson;
  /** Whether the plan looks inside: blocks and nested attribute types; other attributes are taken whole. */
  readonly deep: boolean;
}

const LEAF: Readonly<Record<string, Shape>> = Object.fromEntries(
  ['string', 'number', 'bool', 'dynamic'].map((type) => [type, { kind: 'leaf', type }]),
);

/** The form of a type such as `["list", "string"]`. */
export function shapeOfType(type: TypeJson): Shape {
  if (typeof type === 'string') {
    return LEAF[type] ?? { kind: 'leaf', type };
  }
  const [kind, of] = type as readonly [string, TypeJson];
  if (kind === 'object') {
    const members = Object.entries(of as unknown as Record<string, TypeJson>);
    const fields = members.map(
      ([name, member]) => [name, { shape: shapeOfType(member), kind: 'member', deep: false }] as const,
    );
    return { kind: 'object', fields: new Map<string, Field>(fields) };
  }
  if (kind === 'tuple') {
    return { kind: 'tuple', items: (of as unknown as TypeJson[]).map(shapeOfType) };
  }
  return { kind: kind as 'list' | 'set' | 'map', of: shapeOfType(of) };
}

const nest = (nesting: string, of: Shape): Shape =>
  nesting === 'single' || nesting === 'group' ? of : { kind: nesting as 'list' | 'set' | 'map', of };

function attributeField(attribute: AttributeJson): Field {
  const nested = attribute.nested_type;
  const shape = nested
    ? nest(nested.nesting_mode, { kind: 'object', fields: attributeFields(nested.attributes) })
    : shapeOfType(attribute.type!);
  return { shape, kind: 'attribute', attribute, deep: nested !== undefined };
}

const attributeFields = (attributes: Readonly<Record<string, AttributeJson>> = {}): Map<string, Field> =>
  new Map(Object.entries(attributes).map(([name, attribute]) => [name, attributeField(attribute)] as const));

const shapes = new WeakMap<BlockJson, Shape & { kind: 'object' }>();

/** The form of a block's value; computed once per block. */
export function shapeOf(block: BlockJson): Shape & { kind: 'object' } {
  let shape = shapes.get(block);
  if (shape === undefined) {
    const fields = attributeFields(block.attributes);
    for (const [name, nested] of Object.entries(block.block_types ?? {})) {
      const inner = shapeOf(nested.block ?? {});
      fields.set(name, { shape: nest(nested.nesting_mode, inner), kind: 'block', block: nested, deep: true });
    }
    shape = { kind: 'object', fields };
    shapes.set(block, shape);
  }
  return shape;
}
