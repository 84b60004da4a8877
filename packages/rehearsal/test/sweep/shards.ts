import type { ProviderSource } from '../../src/schema/load';
import { asUnknown, configure, type Fill } from './configuration';

type Blocks = Record<string, Record<string, unknown>>;

/** One Terraform configuration of the sweep. */
export interface Shard {
  readonly types: readonly string[];
  /** The JSON of the configuration, and of the one in which everything has changed. */
  configuration(changed: boolean): object;
}

const PROVIDERS: Readonly<Record<string, unknown>> = {
  alicloud: { region: 'cn-hangzhou' },
  kubernetes: { host: 'https://elsewhere.invalid:6443' },
  helm: { kubernetes: { host: 'https://elsewhere.invalid:6443' } },
  random: {},
};

interface Item {
  readonly kind: 'resource' | 'data';
  readonly type: string;
}

/** Every type of a provider, in configurations of about `size` types: minimal, full and all-unknown each. */
export function shardsOf(
  source: ProviderSource,
  size: number,
  choose: (type: string, at: number) => boolean = () => true,
): Shard[] {
  const items: Item[] = [
    ...Object.keys(source.schema.resource_schemas ?? {}).map((type) => ({ kind: 'resource' as const, type })),
    ...Object.keys(source.schema.data_source_schemas ?? {}).map((type) => ({ kind: 'data' as const, type })),
  ].filter(({ type }, at) => choose(type, at));
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) =>
    shard(
      source,
      items.filter((_item, index) => index % count === at),
    ),
  );
}

function shard(source: ProviderSource, items: readonly Item[]): Shard {
  const name = source.address.split('/')[1]!;
  return {
    types: items.map(({ kind, type }) => (kind === 'data' ? `data.${type}` : type)),
    configuration: (changed) => {
      const resource: Blocks = {};
      const data: Blocks = {};
      const input: Record<string, unknown> = {};
      for (const { kind, type } of items) {
        const schema = (kind === 'data' ? source.schema.data_source_schemas : source.schema.resource_schemas)![type]!;
        const facts = (kind === 'data' ? source.facts.dataSources : source.facts.resources)?.[type];
        const make = (fill: Fill): Record<string, unknown> => configure(type, schema.block ?? {}, facts, fill, changed);
        const full = make('full');
        const unknown = asUnknown(distinct(full), schema.block ?? {}, `terraform_data.input.output.${kind}_${type}`);
        input[`${kind}_${type}`] = unknown.input;
        (kind === 'data' ? data : resource)[type] = { minimal: make('minimal'), full, unknown: unknown.config };
      }
      return {
        terraform: { required_providers: { [name]: { source: source.address } } },
        provider: { [name]: PROVIDERS[name] ?? {} },
        resource: { ...resource, terraform_data: { input: { input, triggers_replace: [changed] } } },
        ...(Object.keys(data).length > 0 ? { data } : {}),
      };
    },
  };
}

/** Two objects of a cluster must not share a name: the all-unknown copy gets one of its own. */
function distinct(config: Record<string, unknown>): Record<string, unknown> {
  const metadata = config.metadata;
  if (!Array.isArray(metadata)) {
    return config;
  }
  const one = metadata[0] as Record<string, unknown>;
  return { ...config, metadata: ['name' in one ? { ...one, name: `${String(one.name)}-unknown` } : one] };
}
