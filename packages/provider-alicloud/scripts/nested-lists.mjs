/*
 * The generator has no model for a list of lists of objects. It types the value as a list of its own accessor class, which
 * does not compile; writes the attribute as a block in HCL, which Terraform refuses; and leaves out the members that
 * were not given, although Terraform wants every member of an object value. This file finds such attributes in the schema
 * and corrects the emitted text. Each replacement must match exactly, so a new generator cannot skip one unnoticed.
 */

/** Writable attributes of the type list(list(object)): `[{ path, name, members }]`, `path` being the enclosing blocks. */
export function nestedObjectLists(block, path = []) {
  const own = Object.entries(block.attributes ?? {})
    .filter(([, attribute]) => (attribute.optional || attribute.required) && isNestedCollection(attribute.type))
    .map(([name, { type }]) => ({ path, name, members: membersOf(type, [...path, name].join('.')) }))
    .filter(({ members }) => members);
  const inner = Object.entries(block.block_types ?? {}).flatMap(([name, { block: nested }]) =>
    nestedObjectLists(nested, [...path, name]),
  );
  return [...own, ...inner];
}

/** The source of the module of `className` with each of `attributes` mended. */
export function mendNestedLists(source, className, attributes) {
  return attributes.reduce((text, attribute) => mendOne(text, className, attribute), source);
}

function isNestedCollection(type) {
  return Array.isArray(type) && type[0] !== 'map' && Array.isArray(type[1]) && ['list', 'set'].includes(type[1][0]);
}

function membersOf(type, where) {
  if (typeof type[1][1] === 'string') return undefined;
  const [kind, members] = type[1][1];
  const isKnown = type[0] === 'list' && type[1][0] === 'list' && kind === 'object';
  if (!isKnown || !Object.values(members).every((member) => ['string', 'number', 'bool'].includes(member))) {
    throw new Error(`${where} has the type ${JSON.stringify(type)}, which nested-lists.mjs cannot mend yet`);
  }
  return Object.keys(members);
}

function mendOne(source, className, { path, name, members }) {
  const struct = className + [...path, name].map(pascalCase).join('');
  const mapper = struct[0].toLowerCase() + struct.slice(1);
  const where = `${className}: ${[...path, name].join('.')}`;
  let text = source;

  text = replaceExactly(text, `${struct}List[] | cdktf.IResolvable`, `${struct}[][] | cdktf.IResolvable`, 2, where);

  const start = indexOfExactly(text, `export function ${mapper}ToTerraform(`, where);
  const end = text.indexOf('\n}\n', start);
  let body = text.slice(start, end);
  for (const member of members) {
    const line = new RegExp(`^( {4}${member}: cdktf\\.\\w+ToTerraform\\(struct!\\.\\w+\\)),$`, 'm');
    if (!line.test(body)) throw new Error(`${where}: the generator no longer writes ${member} as expected`);
    body = body.replace(line, '$1 ?? null,');
  }
  text = text.slice(0, start) + body + text.slice(end);

  const hcl = new RegExp(
    `( {4,8}${name}: \\{\\n +value: )cdktf\\.listMapperHcl\\(cdktf\\.listMapperHcl\\(${mapper}ToHclTerraform, false\\), false\\)` +
      `(\\(.+\\)),\\n( +)isBlock: true,\\n +type: "list",\\n +storageClassType: "${struct}ListList",\\n`,
  );
  const found = hcl.exec(text);
  if (!found) throw new Error(`${where}: the generator no longer writes the HCL of the attribute as expected`);
  const [all, head, argument, indent] = found;
  const mended = `${head}cdktf.listMapper(cdktf.listMapper(${mapper}ToHclTerraform, false), false)${argument},\n${indent}isBlock: false,\n${indent}type: "any",\n${indent}storageClassType: "any",\n`;
  text = text.replace(all, () => mended);

  return replaceHclMapper(text, mapper, members, where);
}

/* An omitted member must be null. cdktf's renderer fails on a bare null inside a list, the template "${null}" is the same value. */
function replaceHclMapper(text, mapper, members, where) {
  const start = indexOfExactly(text, `export function ${mapper}ToHclTerraform(`, where);
  const bodyStart = text.indexOf('  const attrs = {\n', start);
  const end = text.indexOf('\n}\n', start);
  if (bodyStart < 0 || bodyStart > end)
    throw new Error(`${where}: the generator no longer writes the HCL mapper as expected`);
  const lines = members.map((member) => {
    const line = new RegExp(`^ {4}${member}: \\{\\n +value: (cdktf\\.\\w+ToHclTerraform\\(struct!\\.\\w+\\)),$`, 'm');
    const found = line.exec(text.slice(bodyStart, end));
    if (!found) throw new Error(`${where}: the generator no longer writes the HCL of ${member} as expected`);
    return `    ${member}: ${found[1]} ?? '\${null}',\n`;
  });
  return `${text.slice(0, bodyStart)}  return {\n${lines.join('')}  };${text.slice(end)}`;
}

function replaceExactly(text, from, to, times, where) {
  const parts = text.split(from);
  if (parts.length !== times + 1) {
    throw new Error(`${where}: expected "${from}" ${times} times in the generated source, found ${parts.length - 1}`);
  }
  return parts.join(to);
}

function indexOfExactly(text, part, where) {
  const index = text.indexOf(part);
  if (index < 0) throw new Error(`${where}: expected "${part}" in the generated source`);
  return index;
}

function pascalCase(name) {
  return name.replace(/(?:^|_)([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
