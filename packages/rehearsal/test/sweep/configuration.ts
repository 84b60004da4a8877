import type { Path } from '../../src/cty/path';
import type { Obj } from '../../src/cty/value';
import { validateConfig } from '../../src/engine/validate';
import type { AttributeFacts, TypeFacts } from '../../src/schema/facts';
import type { AttributeJson, BlockJson, NestedBlockJson } from '../../src/schema/json';
import { shapeOf } from '../../src/schema/shape';
import type { Diagnostic } from '../../src/wire/types';
import { sample } from './values';

export type Fill = 'minimal' | 'full';

type Config = Record<string, unknown>;

/** What a rule of the cloud asks for and the schema does not. */
const ALWAYS: Readonly<Record<string, Config>> = {
  'alicloud_cs_managed_kubernetes minimal': { vswitch_ids: ['vsw-other'] },
  'alicloud_instance minimal': { instance_type: 'ecs.g7.large' },
  'alicloud_ros_template_scratch minimal': { source_resource_group: [{ resource_group_id: 'rg-other' }] },
  alicloud_nat_gateway: { vswitch_id: 'vsw-other' },
};

/** Written by nobody: computed by the provider, or judged by a rule that needs other objects. */
const NEVER = /(?:^|\.)(?:id|timeouts|persistent_volume_claim|create_namespace|generate_name)$/;

/** Values that rules look at. */
const KNOWN: Readonly<Record<string, unknown>> = {
  namespace: 'default',
  deletion_protection: false,
  deletion_protection_enabled: false,
  instance_release_protection: false,
  deletion_lock: 0,
  delete_protection: undefined,
  delete_protection_enabled: false,
};

/** A configuration of a type that its provider accepts, as JSON. `changed` gives every attribute another value. */
export function configure(
  type: string,
  block: BlockJson,
  facts: TypeFacts | undefined,
  fill: Fill,
  changed: boolean,
): Config {
  return repaired(
    { ...fillBlock(block, facts, fill, changed, ''), ...ALWAYS[`${type} ${fill}`], ...ALWAYS[type] },
    block,
    facts,
  );
}

/** What the validators say against a configuration. */
export const objections = (config: Config, block: BlockJson, facts: TypeFacts | undefined): readonly Diagnostic[] =>
  validateConfig(shapeOf(block), facts, config as Obj).filter(({ severity }) => severity === 'error');

/** Takes away what no sample satisfies; the sweep then lacks that attribute, not the type. */
function repaired(config: Config, block: BlockJson, facts: TypeFacts | undefined): Config {
  for (let round = 0; round < 500; round++) {
    const paths = objections(config, block, facts).flatMap(({ path }) => (path && path.length > 0 ? [path] : []));
    if (!paths.some((path) => remove(config, path))) {
      break;
    }
  }
  return config;
}

/** Deletes the deepest name of a path; says whether there was something. */
function remove(config: Config, path: Path): boolean {
  let owner: Config | undefined;
  let last = '';
  let value: unknown = config;
  for (const step of path) {
    const name = typeof step === 'object' ? step.key : step;
    if (typeof name === 'string') {
      // A path ends at a set; its only element is meant.
      owner = (Array.isArray(value) ? value[0] : value) as Config;
      last = name;
      value = owner?.[name];
    } else {
      value = (value as unknown[] | undefined)?.[name];
    }
  }
  if (owner === undefined || !(last in owner)) {
    return false;
  }
  delete owner[last];
  return true;
}

function fillBlock(block: BlockJson, facts: TypeFacts | undefined, fill: Fill, changed: boolean, path: string): Config {
  const config: Config = {};
  const fact = (name: string): AttributeFacts | undefined => facts?.attributes?.[join(path, name)];
  const wanted = ([name, attribute]: [string, AttributeJson]): boolean =>
    !!attribute.required ||
    (!NEVER.test(name) && !!attribute.optional && (fill === 'full' || neededGroup(fact(name), name)));
  const put = (name: string, value: unknown): void => {
    if (value !== undefined && !excluded(config, fact(name), name)) {
      config[name] = value;
    }
  };
  for (const [name, attribute] of Object.entries(block.attributes ?? {}).filter(wanted)) {
    put(name, name in KNOWN ? KNOWN[name] : attributeValue(attribute, facts, fill, changed, join(path, name)));
  }
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    const asked = (nested.min_items ?? 0) > 0 || fill === 'full' || neededGroup(fact(name), name);
    if (asked && !NEVER.test(name)) {
      put(name, nestedValue(nested, facts, fill, changed, join(path, name)));
    }
  }
  return withPartners(config, fact);
}

function attributeValue(
  attribute: AttributeJson,
  facts: TypeFacts | undefined,
  fill: Fill,
  changed: boolean,
  path: string,
): unknown {
  const nested = attribute.nested_type;
  if (!nested) {
    return sample(attribute.type!, facts?.attributes?.[path], changed);
  }
  const one = fillBlock({ attributes: nested.attributes }, facts, fill, changed, path);
  return nested.nesting_mode === 'single' ? one : nested.nesting_mode === 'map' ? { key: one } : [one];
}

function nestedValue(
  nested: NestedBlockJson,
  facts: TypeFacts | undefined,
  fill: Fill,
  changed: boolean,
  path: string,
): unknown {
  const one = fillBlock(nested.block ?? {}, facts, fill, changed, path);
  if (nested.nesting_mode === 'single' || nested.nesting_mode === 'group') {
    return one;
  }
  return nested.nesting_mode === 'map'
    ? { key: one }
    : Array.from({ length: Math.max(1, nested.min_items ?? 1) }, () => one);
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** The first of a group of which one must be given. */
const neededGroup = (fact: AttributeFacts | undefined, name: string): boolean =>
  [fact?.exactlyOneOf, fact?.atLeastOneOf].some((group) => group !== undefined && group[0] === name);

/** Conflicts are written down on one side or on both: what is there already wins. */
function excluded(config: Config, fact: AttributeFacts | undefined, name: string): boolean {
  const others = [...(fact?.conflictsWith ?? []), ...(fact?.exactlyOneOf ?? [])].map((one) => one.split('.').pop()!);
  return others.some((other) => other !== name && other in config);
}

/** Takes away what lacks its partner, and what conflicts by a rule of the other side. */
function withPartners(config: Config, fact: (name: string) => AttributeFacts | undefined): Config {
  const names = Object.keys(config);
  const kept = names.filter((name) => {
    const partners = fact(name)?.requiredWith ?? [];
    const against = names.filter((other) => other !== name && fact(other)?.conflictsWith?.includes(name));
    return (
      partners.every((partner) => partner === name || partner in config) &&
      against.every((other) => names.indexOf(other) > names.indexOf(name))
    );
  });
  return Object.fromEntries(kept.map((name) => [name, config[name]]));
}

/** The same configuration with every top-level attribute read from another resource: unknown while planning. */
export function asUnknown(config: Config, block: BlockJson, from: string): { config: Config; input: Config } {
  const attributes = Object.entries(config).filter(
    ([name]) => block.attributes?.[name] && !block.attributes[name].write_only,
  );
  const rest = Object.entries(config).filter(([name]) => !attributes.some(([other]) => other === name));
  return {
    input: Object.fromEntries(attributes),
    config: Object.fromEntries([...rest, ...attributes.map(([name]) => [name, `\${${from}.${name}}`] as const)]),
  };
}
