/** The shape of `terraform providers schema -json`, as far as it is used. */
export type TypeJson = string | readonly [string, ...unknown[]];

export type Nesting = 'single' | 'list' | 'set' | 'map' | 'group';

export interface AttributeJson {
  readonly type?: TypeJson;
  readonly nested_type?: {
    readonly attributes?: Readonly<Record<string, AttributeJson>>;
    readonly nesting_mode: Nesting;
  };
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly write_only?: boolean;
  readonly deprecated?: boolean;
  readonly description?: string;
  readonly description_kind?: 'plain' | 'markdown';
}

export interface NestedBlockJson {
  readonly nesting_mode: Nesting;
  readonly block?: BlockJson;
  readonly min_items?: number;
  readonly max_items?: number;
}

export interface BlockJson {
  readonly attributes?: Readonly<Record<string, AttributeJson>>;
  readonly block_types?: Readonly<Record<string, NestedBlockJson>>;
  readonly deprecated?: boolean;
  readonly description?: string;
  readonly description_kind?: 'plain' | 'markdown';
}

export interface SchemaJson {
  readonly version?: number;
  readonly block?: BlockJson;
}

export interface FunctionJson {
  readonly parameters?: readonly { readonly name: string; readonly type: TypeJson }[];
  readonly return_type: TypeJson;
  readonly summary?: string;
}

/** One provider of the file. */
export interface ProviderJson {
  readonly provider?: SchemaJson;
  readonly resource_schemas?: Readonly<Record<string, SchemaJson>>;
  readonly data_source_schemas?: Readonly<Record<string, SchemaJson>>;
  readonly functions?: Readonly<Record<string, FunctionJson>>;
}

export interface SchemaFileJson {
  readonly provider_schemas?: Readonly<Record<string, ProviderJson>>;
}
