import type { StackJson } from '../api/stack-json';
import { BUILT_IN, loadBuiltIn, loadFile, withoutHost, type ProviderSource } from '../schema/load';
import type { AttributeFacts } from '../schema/facts';
import type { AttributeJson } from '../schema/json';

type Resource = Record<string, unknown>;

/** What a type takes, and what its provider's validators say of it. */
interface TypeOfResource {
  readonly attributes: Readonly<Record<string, AttributeJson>>;
  readonly facts: Readonly<Record<string, AttributeFacts>>;
}

export type TypeOf = (type: string) => TypeOfResource | undefined;

/** The types of some providers. */
export function typesOf(sources: readonly string[], schemaFiles: readonly string[]): TypeOf {
  const given = schemaFiles.flatMap(loadFile);
  const wanted = [...new Set(sources.map(withoutHost))].filter((address) => address in BUILT_IN);
  const builtIn = wanted.filter((address) => !given.some((one) => one.address === address)).map(loadBuiltIn);
  const providers: readonly ProviderSource[] = [...given, ...builtIn];
  return (type) => {
    const provider = providers.find(({ schema }) => schema.resource_schemas?.[type]);
    const attributes = provider?.schema.resource_schemas?.[type]?.block?.attributes;
    return attributes && { attributes, facts: provider.facts.resources?.[type]?.attributes ?? {} };
  };
}

const LABEL = 'rehearsal-change';
const TEXTS = /^(?:description|remark|comment)$|_(?:description|remark)$/;
/** Resources that write into an object of somebody else: their metadata only says which. */
const INTO_OTHERS = /_data$|^kubernetes_(?:annotations|labels|env|node_taint)$/;

/**
 * Changes one resource where that hurts nobody, be it written there or not: a tag, a label, a description, or a number by
 * one. Says whether anything was found to change; a plan has to tell whether it is done in place.
 */
export function changeOne(type: string, resource: Resource, { attributes, facts }: TypeOfResource): boolean {
  if (type.startsWith('kubernetes_')) {
    return changeObject(type, resource);
  }
  const open = Object.keys(attributes).filter((name) => attributes[name]!.optional && !facts[name]?.forceNew);
  if (open.includes('tags') && isMap(attributes.tags) && (resource.tags === undefined || isRecord(resource.tags))) {
    resource.tags = { ...resource.tags, [LABEL]: 'yes' };
    return true;
  }
  const text = open.find((name) => TEXTS.test(name) && attributes[name]!.type === 'string' && !isLater(resource[name]));
  if (text !== undefined) {
    const [, most = 60] = facts[text]?.length ?? [];
    resource[text] = `${LABEL} ${typeof resource[text] === 'string' ? resource[text] : ''}`.trim().slice(0, most ?? 60);
    return true;
  }
  const [number, value] =
    open
      .map((name) => [name, nextTo(resource[name], facts[name]?.range)] as const)
      .find(([, next]) => next !== undefined) ?? [];
  if (number === undefined) {
    return false;
  }
  resource[number] = value;
  return true;
}

/** A neighbour of a number that its range allows. */
function nextTo(value: unknown, range: AttributeFacts['range']): number | undefined {
  if (typeof value !== 'number' || range === undefined) {
    return undefined;
  }
  const [least, most] = range;
  return most === null || value < most ? value + 1 : least === null || value > least ? value - 1 : undefined;
}

function changeObject(type: string, resource: Resource): boolean {
  const metadata: unknown = [resource.metadata].flat()[0];
  if (INTO_OTHERS.test(type)) {
    const can = isRecord(resource.data);
    resource.data = can ? { ...(resource.data as Resource), [LABEL]: 'yes' } : resource.data;
    return can;
  }
  if (!isRecord(metadata)) {
    return false;
  }
  metadata.labels = { ...(isRecord(metadata.labels) ? metadata.labels : {}), [LABEL]: 'yes' };
  return true;
}

/** Every resource of a stack that can be changed a little, changed, but for some; their addresses. */
export function changeEach(json: StackJson, typeOf: TypeOf, but: ReadonlySet<string> = new Set()): string[] {
  return Object.entries(json.resource ?? {}).flatMap(([type, resources]) => {
    const known = typeOf(type);
    return Object.entries(resources).flatMap(([name, resource]) => {
      const address = `${type}.${name}`;
      return known && !but.has(address) && changeOne(type, resource, known) ? [address] : [];
    });
  });
}

const isMap = ({ type }: AttributeJson = {}): boolean => Array.isArray(type) && type[0] === 'map';

const isLater = (value: unknown): boolean => typeof value === 'string' && value.includes('${');

const isRecord = (value: unknown): value is Resource =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
