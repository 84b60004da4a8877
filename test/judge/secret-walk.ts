import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../docs/fences';
import type { TerraformJson } from '../../lib/testing';

/** A block of a provider's schema, as far as secrets need it. */
interface Block {
  readonly attributes?: Readonly<Record<string, { readonly sensitive?: boolean; readonly nested_type?: Block }>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}
interface Provider {
  readonly resource_schemas?: Readonly<Record<string, { readonly block: Block }>>;
  readonly data_source_schemas?: Readonly<Record<string, { readonly block: Block }>>;
}

/** Stacks of an App by name. */
export type Stacks = Readonly<Record<string, TerraformJson>>;

const FOLDER = join(ROOT, 'packages/rehearsal/schemas');

/** What Terraform's own schemas of the four providers say. */
const providers: readonly Provider[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json.gz') && !file.includes('constraints'))
  .flatMap((file) => {
    const json = JSON.parse(gunzipSync(readFileSync(join(FOLDER, file))).toString('utf8')) as {
      provider_schemas: Record<string, Provider>;
    };
    return Object.values(json.provider_schemas);
  });

/** Secrets that the provider's schema does not mark. */
const UNMARKED = new Set(['data.alicloud_cs_cluster_credential.certificate_authority']);

function blockOf(kind: 'resource' | 'data', type: string): Block | undefined {
  const schemas = (provider: Provider) =>
    kind === 'resource' ? provider.resource_schemas : provider.data_source_schemas;
  return providers.map((provider) => schemas(provider)?.[type]?.block).find((block) => block !== undefined);
}

/** Whether what stands at a path of a type is a secret, or holds one. */
function isSensitive(kind: 'resource' | 'data', type: string, path: readonly string[]): boolean {
  const names = path.filter((part) => !/^\d+$/.test(part));
  let block = blockOf(kind, type);
  if (UNMARKED.has([...(kind === 'data' ? ['data'] : []), type, names[0]].join('.'))) {
    return true;
  }
  for (const name of names) {
    const attribute = block?.attributes?.[name];
    if (attribute && (attribute.sensitive === true || attribute.nested_type === undefined)) {
      return attribute.sensitive === true;
    }
    block = attribute?.nested_type ?? block?.block_types?.[name]?.block;
  }
  return block !== undefined && holdsSecret(block);
}

function holdsSecret({ attributes, block_types: blocks }: Block): boolean {
  return (
    Object.values(attributes ?? {}).some(({ sensitive }) => sensitive === true) ||
    Object.values(blocks ?? {}).some(({ block }) => holdsSecret(block))
  );
}

/** One reference in an expression. */
interface Reference {
  readonly kind: 'resource' | 'data';
  readonly type: string;
  readonly name: string;
  readonly path: readonly string[];
  readonly text: string;
  /** Names of the functions around it. */
  readonly inside: readonly string[];
}

const REFERENCE =
  /\b(data\.)?([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\.([A-Za-z_][\w-]*)((?:\.[A-Za-z_0-9-]+|\[\d+\]|\["[^"]+"\])*)/g;

/** The references in a text with templates. */
function referencesIn(text: string): readonly Reference[] {
  if (!text.includes('${')) {
    return [];
  }
  return [...text.matchAll(REFERENCE)].map((match) => ({
    kind: match[1] ? 'data' : 'resource',
    type: match[2]!,
    name: match[3]!,
    path: match[4]!.split(/[.[\]"]+/).filter(Boolean),
    text: match[0],
    inside: functionsAround(text, match.index),
  }));
}

function functionsAround(text: string, end: number): string[] {
  const open: string[] = [];
  for (let at = 0; at < end; at++) {
    if (text[at] === '(') {
      open.push(/(\w*)$/.exec(text.slice(0, at))![1]!);
    } else if (text[at] === ')') {
      open.pop();
    }
  }
  return open;
}

/** Every text in a value, with the path that leads there. */
function textsIn(value: unknown, path: readonly string[] = []): { path: readonly string[]; text: string }[] {
  if (typeof value === 'string') {
    return [{ path, text: value }];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => textsIn(one, [...path, key]))
    : [];
}

/** Name of the stack whose state a data source reads. */
function stackRead(json: TerraformJson, name: string): string {
  const source = json.data?.terraform_remote_state?.[name];
  const place = String(source?.config.path ?? source?.config.key);
  return /(?:^|\/)(?:terraform\.)?([\w-]+)\.tfstate$/.exec(place)?.[1] ?? place;
}

function isRemote({ kind, type }: Reference): boolean {
  return kind === 'data' && type === 'terraform_remote_state';
}

/** Whether a reference is to a secret, in this stack or the one that it came from. */
function isSecret(stacks: Stacks, stack: string, reference: Reference): boolean {
  const json = stacks[stack]!;
  if (!isRemote(reference)) {
    return isSensitive(reference.kind, reference.type, reference.path);
  }
  const [, output] = reference.path;
  const from = stackRead(json, reference.name);
  const value = stacks[from]?.output?.[output!]?.value as unknown;
  return textsIn(value).some(({ text }) => referencesIn(text).some((one) => isSecret(stacks, from, one)));
}

/**
 * Every place where a secret stands in clear: in an attribute that is not sensitive, in an output that is not, or taken
 * from another stack without the mark, which states forget. Configurations of providers are kept nowhere.
 */
export function leaksIn(stacks: Stacks): string[] {
  return Object.entries(stacks).flatMap(([stack, json]) => {
    const sinks = [
      ...attributes(json.resource, 'resource'),
      ...attributes(json.data, 'data'),
      ...Object.entries(json.output ?? {}).map(([name, { sensitive, value }]) => ({
        address: `output.${name}`,
        value: value as unknown,
        covered: () => sensitive === true,
      })),
    ];
    return sinks.flatMap(({ address, value, covered }) =>
      textsIn(value).flatMap(({ path, text }) =>
        referencesIn(text)
          .filter((reference) => isSecret(stacks, stack, reference))
          .flatMap((reference) => {
            const bare = isRemote(reference) && !reference.inside.includes('sensitive');
            const place = `${stack}: ${[address, ...path].join('.')} has ${reference.text}`;
            return [...(covered(path) ? [] : [`${place} in clear`]), ...(bare ? [`${place} without sensitive()`] : [])];
          }),
      ),
    );
  });
}

function attributes(types: TerraformJson['resource'], kind: 'resource' | 'data') {
  return Object.entries(types ?? {}).flatMap(([type, byName]) =>
    Object.entries(byName).map(([name, value]) => ({
      address: `${kind === 'data' ? 'data.' : ''}${type}.${name}`,
      value: value as unknown,
      covered: (path: readonly string[]) => isSensitive(kind, type, path),
    })),
  );
}

/** Every stack that reads one which is applied after it: a cloud stack one of what runs in a cluster, or a ring. */
export function backFlows(stacks: Stacks): string[] {
  const reads = (stack: string) =>
    Object.keys(stacks[stack]?.data?.terraform_remote_state ?? {}).map((name) => stackRead(stacks[stack]!, name));
  const inCluster = (stack: string) => 'kubernetes' in ((stacks[stack]?.provider as object | undefined) ?? {});
  const reaches = (from: string, to: string, seen: readonly string[] = []): boolean =>
    reads(from).some((next) => next === to || (!seen.includes(next) && reaches(next, to, [...seen, next])));
  return Object.keys(stacks).flatMap((stack) => [
    ...reads(stack)
      .filter((other) => inCluster(other) && !inCluster(stack))
      .map((other) => `${stack} reads ${other}, which is applied after it`),
    ...(reaches(stack, stack) ? [`${stack} reads itself in a ring`] : []),
  ]);
}

/** How many secrets there are to leak: references to one, of whatever place. */
export function secretUses(stacks: Stacks): number {
  return Object.entries(stacks).flatMap(([stack, json]) =>
    textsIn({ ...json, terraform: undefined }).flatMap(({ text }) =>
      referencesIn(text).filter((reference) => isSecret(stacks, stack, reference)),
    ),
  ).length;
}
