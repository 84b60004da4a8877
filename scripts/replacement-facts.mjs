/**
 * Writes what the replacement guard knows of each resource type, from the schemas that the rehearsal keeps: which attributes
 * make a new object, keep their value when they are left out, are sets, are secret, and the provider's defaults.
 *
 *   npm run build:rehearsal && node scripts/replacement-facts.mjs
 *
 * One line per type, sorted: the type, a tab, and an object of names. An attribute is its flags as text (n: a change makes a
 * new object; k: kept when left out; S: set; s: sensitive; w: never in the state), or [flags, default] where there is one; a
 * block is {n: nesting, f: flags, b: what is in it}, with a where it is an attribute all the same. Attributes that only the
 * provider sets and that are not secret, and those that no flag distinguishes, are left out.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { BUILT_IN, loadBuiltIn } = createRequire(import.meta.url)('../packages/rehearsal/dist/schema/load.js');

for (const [address, name] of Object.entries(BUILT_IN)) {
  const { schema, facts, version } = loadBuiltIn(address);
  const lines = Object.entries(schema.resource_schemas).map(([type, { block }]) => {
    const known = namesOf(block, facts.resources?.[type]?.attributes ?? {}, '');
    return `${type}\t${JSON.stringify(known)}\n`;
  });
  const file = new URL(`../lib/testing/guard/facts/${name}-${version}.txt`, import.meta.url);
  writeFileSync(file, lines.sort().join(''));
}

function namesOf(block, facts, path) {
  const names = {};
  for (const [name, attribute] of Object.entries(block?.attributes ?? {})) {
    const known = attributeOf(attribute, facts, `${path}${name}`);
    if (known !== undefined) {
      names[name] = known;
    }
  }
  for (const [name, { nesting_mode: nesting, block: inner }] of Object.entries(block?.block_types ?? {})) {
    const f = facts[`${path}${name}`]?.forceNew ? 'n' : undefined;
    names[name] = { n: nesting, f, b: namesOf(inner, facts, `${path}${name}.`) };
  }
  return names;
}

function attributeOf(attribute, facts, path) {
  const { forceNew, default: usual } = facts[path] ?? {};
  if (attribute.computed && !attribute.optional) {
    return attribute.sensitive ? 's' : undefined;
  }
  const flags = [
    [forceNew, 'n'],
    [attribute.computed, 'k'],
    [attribute.type?.[0] === 'set' && typeof attribute.type !== 'string', 'S'],
    [attribute.sensitive, 's'],
    [attribute.write_only, 'w'],
  ]
    .filter(([is]) => is)
    .map(([, flag]) => flag)
    .join('');
  const nested = attribute.nested_type;
  if (nested) {
    const inner = namesOf({ attributes: nested.attributes }, facts, `${path}.`);
    return { n: nested.nesting_mode, f: flags || undefined, a: true, b: inner };
  }
  return usual === undefined ? flags || undefined : [flags, usual];
}
