import { callScript } from './support/call-script';

const base = {
  provider: { block: { attributes: { region: { type: 'string', optional: true } } } },
  resource_schemas: {
    alicloud_vpc: {
      block: {
        attributes: {
          cidr: { type: 'string', optional: true },
          name: { type: 'string', optional: true },
          password: { type: 'string', optional: true },
          tags: { type: ['map', 'string'], optional: true },
        },
        block_types: {
          rule: {
            nesting_mode: 'list',
            max_items: 1,
            block: { attributes: { port: { type: 'number', required: true } } },
          },
        },
      },
    },
    alicloud_old: { block: { attributes: {} } },
  },
  data_source_schemas: { alicloud_zones: { block: {} } },
};

type Schema = typeof base;

function diff(change: (schema: Schema & Record<string, any>) => void): { changed: { changes: string[] }[] } & object {
  const after = structuredClone(base);
  change(after);
  return callScript('schema-diff.mjs', 'diffSchemas', base, after);
}

function changesOfVpc(change: (block: any) => void): string[] {
  const { changed } = diff((schema) => change(schema.resource_schemas.alicloud_vpc.block));
  return changed.flatMap(({ changes }) => changes);
}

test('two equal schemas do not differ', () => {
  expect(diff(() => undefined)).toEqual({ added: [], removed: [], changed: [] });
});

test('names added and removed resources and data sources', () => {
  const result = diff((schema) => {
    delete (schema.resource_schemas as Record<string, unknown>)['alicloud_old'];
    Object.assign(schema.resource_schemas, { alicloud_new: { block: {} } });
    Object.assign(schema.data_source_schemas, { alicloud_new: { block: {} } });
  });

  expect(result).toEqual({
    added: [
      { kind: 'resource', name: 'alicloud_new' },
      { kind: 'data source', name: 'alicloud_new' },
    ],
    removed: [{ kind: 'resource', name: 'alicloud_old' }],
    changed: [],
  });
});

test('names added and removed attributes and blocks', () => {
  const changes = changesOfVpc((block) => {
    delete block.attributes.name;
    delete block.block_types.rule;
    block.attributes.zones = { type: ['list', ['object', { id: 'string' }]], computed: true };
    block.block_types.peer = { nesting_mode: 'set', min_items: 1, block: {} };
  });

  expect(changes).toEqual([
    '- name: string, optional',
    '+ peer: set block, 1..n',
    '- rule: list block, 0..1',
    '- rule.port: number, required',
    '+ zones: list(object(id: string)), computed',
  ]);
});

test('says what changed of an attribute', () => {
  const changes = changesOfVpc((block) => {
    block.attributes.cidr = { type: 'string', required: true };
    block.attributes.name = { type: 'string', optional: true, computed: true, deprecated: true };
    block.attributes.password.sensitive = true;
    block.attributes.tags.type = ['map', 'number'];
    block.block_types.rule.max_items = 3;
    block.block_types.rule.block.attributes.port.type = 'string';
    block.deprecated = true;
  });

  expect(changes).toEqual([
    '~ (itself): not deprecated -> deprecated',
    '~ cidr: optional -> required',
    '~ name: not deprecated -> deprecated, optional -> optional+computed',
    '~ password: not sensitive -> sensitive',
    '~ rule: 0..1 -> 0..3',
    '~ rule.port: number -> string',
    '~ tags: map(string) -> map(number)',
  ]);
});

test('includes the configuration of the provider', () => {
  const result = diff((schema) =>
    Object.assign(schema.provider.block.attributes, { proxy: { type: 'string', optional: true } }),
  );

  expect(result.changed).toEqual([{ kind: 'provider', name: 'configuration', changes: ['+ proxy: string, optional'] }]);
});
