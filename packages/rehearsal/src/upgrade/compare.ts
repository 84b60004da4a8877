import type { StackJson } from '../api/stack-json';
import type { AttributeFacts, FactsFile } from '../schema/facts';
import type { BlockJson, ProviderJson, SchemaJson } from '../schema/json';
import { keyOf, type Finding } from './finding';
import { judgeBlock, type Said } from './judge-block';

/** Providers by their addresses: what each can do, and what its validators allow. */
export type Providers = ReadonlyMap<string, { readonly schema: ProviderJson; readonly facts: FactsFile }>;

/** Members of a resource that belong to Terraform. */
const META = ['//', 'connection', 'count', 'depends_on', 'dynamic', 'for_each', 'lifecycle', 'provider', 'provisioner'];

type Kind = 'resource' | 'data';

interface Written {
  readonly stack: string;
  readonly address: string;
  readonly construct: string;
  readonly kind: Kind;
  readonly type: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** What breaks when a program that was written for the old providers meets the new ones. */
export function compare(stacks: ReadonlyMap<string, StackJson>, old: Providers, now: Providers): readonly Finding[] {
  const resources = [...stacks].flatMap(([stack, json]) => resourcesOf(stack, json));
  const before = new Set(findings(resources, old).map(keyOf));
  return findings(resources, now).filter((finding) => !before.has(keyOf(finding)));
}

function findings(resources: readonly Written[], providers: Providers): Finding[] {
  const byAddress = new Map(resources.map((one) => [`${one.stack} ${one.address}`, one] as const));
  return resources.flatMap((one) => {
    const found = typeIn(providers, one);
    const owned = (said: readonly Said[]): Finding[] =>
      said.map(({ kind, attribute, why }) => ({
        kind,
        stack: one.stack,
        construct: one.construct,
        address: one.address,
        attribute,
        why,
      }));
    if (found === undefined) {
      return [];
    }
    if (found.schema === undefined) {
      return owned([{ kind: 'resource-removed', attribute: '', why: `there is no ${one.type} any more` }]);
    }
    const deprecated = found.schema.block?.deprecated || found.deprecated;
    return owned([
      ...(deprecated ? [{ kind: 'deprecated' as const, attribute: '', why: `${one.type} is deprecated` }] : []),
      ...judgeBlock(found.schema.block ?? {}, one.config, found.facts),
      ...references(one, byAddress, providers),
    ]);
  });
}

/** The schema of a resource's type; nothing for a provider that is not looked at. */
function typeIn(providers: Providers, { kind, type }: Written) {
  const name = type.split('_')[0]!;
  const entry = [...providers].find(([address]) => address.endsWith(`/${name}`))?.[1];
  if (entry === undefined) {
    return undefined;
  }
  const { schema, facts } = entry;
  const one: SchemaJson | undefined = (kind === 'resource' ? schema.resource_schemas : schema.data_source_schemas)?.[
    type
  ];
  const known = (kind === 'resource' ? facts.resources : facts.dataSources)?.[type];
  return {
    schema: one,
    facts: (known?.attributes ?? {}) as Readonly<Record<string, AttributeFacts>>,
    deprecated: known?.deprecated !== undefined,
  };
}

const REFERENCE = /(data\.)?([a-z]\w*)\.([\w-]+)\.(\w+)/g;

/** Attributes of other resources that expressions read and that are gone. */
function references(one: Written, all: ReadonlyMap<string, Written>, providers: Providers): Said[] {
  const texts = JSON.stringify(one.config).match(/\$\{[^}]*\}/g) ?? [];
  const read = texts.flatMap((text) => [...text.matchAll(REFERENCE)]);
  return read.flatMap(([whole, data = '', type, name, attribute]) => {
    const target = all.get(`${one.stack} ${data}${type}.${name}`);
    const block: BlockJson | undefined = target && typeIn(providers, target)?.schema?.block;
    return block === undefined || attribute! in { ...block.attributes, ...block.block_types }
      ? []
      : [
          {
            kind: 'reference-broken' as const,
            attribute: whole!,
            why: `${target!.address} has no ${attribute} any more`,
          },
        ];
  });
}

function resourcesOf(stack: string, json: StackJson): Written[] {
  return (['resource', 'data'] as const).flatMap((kind) =>
    Object.entries(json[kind] ?? {}).flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, body]) => {
        const address = `${kind === 'data' ? 'data.' : ''}${type}.${name}`;
        const { metadata } = (body['//'] ?? {}) as { metadata?: { path?: string } };
        const config = Object.fromEntries(Object.entries(body).filter(([member]) => !META.includes(member)));
        return { stack, address, construct: metadata?.path?.replace(/\/Resource$/, '') ?? address, kind, type, config };
      }),
    ),
  );
}
