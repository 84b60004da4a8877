/** Attributes of a resource under their Terraform names, references as `${...}` text. */
export type Attributes = Readonly<Record<string, unknown>>;

/** A resource or data source as it stands in the Terraform of a stack, whoever wrote it. */
export interface WrittenResource {
  readonly kind: 'resource' | 'data';
  /** Name of its stack. */
  readonly stack: string;
  readonly type: string;
  /** Terraform address within its stack, such as `alicloud_vpc.network_D62CF713`; data sources begin with `data.`. */
  readonly address: string;
  /** Path of the construct that wrote it; absent when the Terraform was not written by the framework. */
  readonly path?: string;
  readonly attributes: Attributes;
}

/** The JSON of a stack, as far as readers touch it. */
export interface StackJson {
  readonly terraform?: { readonly backend?: Readonly<Record<string, Attributes>> };
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly output?: Readonly<Record<string, Attributes>>;
  readonly [block: string]: unknown;
}

type Blocks = Readonly<Record<string, Readonly<Record<string, Attributes>>>>;

/** A stack as it was written. */
export interface WrittenStack {
  readonly name: string;
  /** Names of the stacks that are applied before it. */
  readonly dependencies: readonly string[];
  readonly json: StackJson;
  /** Its resources and data sources, sorted by address. */
  readonly resources: readonly WrittenResource[];
}

/** A stack by its JSON, the framework's metadata read and taken out of the attributes. */
export function writtenStack(name: string, json: StackJson, dependencies: readonly string[] = []): WrittenStack {
  const resources = [...written(name, json, 'resource'), ...written(name, json, 'data')].sort((a, b) =>
    a.address < b.address ? -1 : 1,
  );
  return Object.freeze({ name, dependencies, json, resources: Object.freeze(resources) });
}

function written(stack: string, json: StackJson, kind: WrittenResource['kind']): WrittenResource[] {
  const prefix = kind === 'data' ? 'data.' : '';
  return Object.entries(json[kind] ?? {}).flatMap(([type, byName]) =>
    Object.entries(byName).map(([name, { '//': note, ...attributes }]) => {
      const path = (note as { metadata?: { path?: string } } | undefined)?.metadata?.path;
      return { kind, stack, type, address: `${prefix}${type}.${name}`, ...(path ? { path } : {}), attributes };
    }),
  );
}
