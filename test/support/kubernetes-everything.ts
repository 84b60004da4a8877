import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Attributes } from '../../lib/testing';

interface Block {
  readonly attributes?: Readonly<
    Record<string, { readonly type: unknown; readonly computed?: boolean; readonly optional?: boolean }>
  >;
  readonly block_types?: Readonly<
    Record<string, { readonly block: Block; readonly nesting_mode: string; readonly max_items?: number }>
  >;
}

const SCHEMA = join(__dirname, '../../packages/rehearsal/schemas/kubernetes-2.38.0.json.gz');

/** Whatever the type: numbers as text are what the provider mixes up most. */
function filled(type: unknown): unknown {
  if (Array.isArray(type)) {
    const [form, of] = type as [string, unknown];
    return form === 'map' ? { key: filled(of) } : form === 'object' ? {} : [filled(of)];
  }
  return type === 'string' ? '1' : type === 'number' ? 1 : true;
}

function everything({ attributes, block_types: blocks }: Block): Attributes {
  return Object.fromEntries([
    ...Object.entries(attributes ?? {})
      .filter(([, { computed, optional }]) => !computed || optional)
      .map(([name, { type }]) => [name, filled(type)] as const),
    ...Object.entries(blocks ?? {}).map(([name, { block, nesting_mode: nesting, max_items: most }]) => {
      const one = everything(block);
      // As the bindings write them: what can be there once is an object.
      return [name, nesting === 'single' || most === 1 ? one : [one]] as const;
    }),
  ]);
}

/** Every resource of the kubernetes provider, configured with everything that its schema allows. */
export function everyKubernetesResource(): Readonly<Record<string, Attributes>> {
  const schema = JSON.parse(gunzipSync(readFileSync(SCHEMA)).toString()) as {
    provider_schemas: Record<string, { resource_schemas: Record<string, { block: Block }> }>;
  };
  const [provider] = Object.values(schema.provider_schemas);
  return Object.fromEntries(
    Object.entries(provider!.resource_schemas).map(([type, { block }]) => [type, everything(block)] as const),
  );
}
