/*
 * What changed between two schemas of the provider: plain data in, plain data out.
 */

const KINDS = [
  ['resource', (provider) => provider.resource_schemas],
  ['data source', (provider) => provider.data_source_schemas],
  ['provider', (provider) => ({ configuration: provider.provider })],
];

/** `{ added, removed, changed }`, lists of `{ kind, name }`; a changed one also has `changes`, lines such as `~ cidr: optional -> required`. */
export function diffSchemas(before, after) {
  const result = { added: [], removed: [], changed: [] };
  for (const [kind, schemasOf] of KINDS) {
    const [old, fresh] = [schemasOf(before), schemasOf(after)];
    for (const name of union(old, fresh)) {
      if (!(name in old)) result.added.push({ kind, name });
      else if (!(name in fresh)) result.removed.push({ kind, name });
      else {
        const changes = diffBlocks(old[name].block, fresh[name].block);
        if (changes.length > 0) result.changed.push({ kind, name, changes });
      }
    }
  }
  return result;
}

/** The difference as text, a line each. */
export function formatDiff({ added, removed, changed }) {
  const lines = [
    ...added.map(({ kind, name }) => `+ ${kind} ${name}`),
    ...removed.map(({ kind, name }) => `- ${kind} ${name}`),
    ...changed.flatMap(({ kind, name, changes }) => [`~ ${kind} ${name}`, ...changes.map((change) => `    ${change}`)]),
  ];
  return [...lines, `${added.length} added, ${removed.length} removed, ${changed.length} changed`].join('\n');
}

function diffBlocks(before, after) {
  const [old, fresh] = [facts(before), facts(after)];
  return union(old, fresh).flatMap((path) => {
    if (!(path in old)) return [`+ ${path}: ${words(fresh[path])}`];
    if (!(path in fresh)) return [`- ${path}: ${words(old[path])}`];
    const changes = union(old[path], fresh[path])
      .filter((aspect) => old[path][aspect] !== fresh[path][aspect])
      .map((aspect) => `${old[path][aspect] ?? `not ${aspect}`} -> ${fresh[path][aspect] ?? `not ${aspect}`}`);
    return changes.length > 0 ? [`~ ${path || '(itself)'}: ${changes.join(', ')}`] : [];
  });
}

/* Dotted path -> aspect -> word, for the block itself (path ''), its attributes and nested blocks. */
function facts(block, prefix = '') {
  const result = {};
  if (prefix === '') result[''] = block.deprecated ? { deprecated: 'deprecated' } : {};
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
    result[prefix + name] = attributeFacts(attribute);
  }
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    result[prefix + name] = blockFacts(nested);
    Object.assign(result, facts(nested.block, `${prefix}${name}.`));
  }
  return result;
}

function attributeFacts({ type, nested_type, required, optional, computed, sensitive, deprecated }) {
  const use = required ? 'required' : [optional && 'optional', computed && 'computed'].filter(Boolean).join('+');
  return {
    type: typeName(type ?? nested_type),
    use,
    ...(sensitive && { sensitive: 'sensitive' }),
    ...(deprecated && { deprecated: 'deprecated' }),
  };
}

function blockFacts({ nesting_mode, min_items = 0, max_items = 0, block }) {
  return {
    type: `${nesting_mode} block`,
    use: `${min_items}..${max_items || 'n'}`,
    ...(block.deprecated && { deprecated: 'deprecated' }),
  };
}

function typeName(type) {
  if (typeof type === 'string') return type;
  if (!Array.isArray(type)) return JSON.stringify(type);
  const [kind, inner] = type;
  if (kind !== 'object') return `${kind}(${typeName(inner)})`;
  return `object(${Object.entries(inner)
    .map(([name, member]) => `${name}: ${typeName(member)}`)
    .join(', ')})`;
}

function words(aspects) {
  return Object.values(aspects).join(', ');
}

function union(a, b) {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}
