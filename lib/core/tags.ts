import { Aspects, Fn, type IAspect } from 'cdktf';
import type { IConstruct } from 'constructs';
import { quote, type Problem } from './errors';
import { isToken } from './tokens';

/** Tags by key. */
export type Tags = Readonly<Record<string, string>>;

/** An L1 whose provider resource has a map of tags. */
interface Taggable {
  readonly terraformResourceType: string;
  tagsInput?: Record<string, string>;
  tags: Record<string, string>;
}

/** Its `tags` is a string of its own format, not a map. */
const NOT_A_MAP = new Set(['alicloud_mse_nacos_config']);

/**
 * Adds the stack's tags to every Alibaba Cloud resource below it that can carry tags, whether this library or the user
 * created it. A resource's own tag wins over the stack's tag of the same key.
 */
export class TagEverything implements IAspect {
  constructor(private readonly tags: Tags) {}

  visit(node: IConstruct): void {
    if (!isTaggable(node)) {
      return;
    }
    const own = node.tagsInput;
    node.tags = isToken(own) ? Fn.merge([this.tags, own]) : { ...this.tags, ...own };
  }
}

/** Puts the tags of a stack on everything in it. */
export function tagEverything(stack: IConstruct, tags: Tags): void {
  if (Object.keys(tags).length > 0) {
    Aspects.of(stack).add(new TagEverything(tags));
  }
}

function isTaggable(node: IConstruct): node is IConstruct & Taggable {
  const type = (node as Partial<Taggable>).terraformResourceType;
  return type !== undefined && type.startsWith('alicloud_') && 'tagsInput' in node && !NOT_A_MAP.has(type);
}

const MAX_TAGS = 20;
const MAX_KEY = 128;
const MAX_VALUE = 128;

/** Problems with tags: at most 20, keys of 1 to 128 characters, not `aliyun` or `acs:` first, no web address. */
export function tagProblems(prop: string, tags: Tags | undefined): Problem[] {
  if (tags === undefined || isToken(tags)) {
    return [];
  }
  if (typeof tags !== 'object' || tags === null || Array.isArray(tags)) {
    const what = `${prop} ${quote(tags)} is not an object`;
    return [{ code: 'type-invalid', what, value: tags, fix: `write ${prop}: { team: "shop" }` }];
  }
  const problems = Object.entries(tags).flatMap(([key, value]) => oneTag(prop, key, value));
  const count = Object.keys(tags).length;
  if (count > MAX_TAGS) {
    const what = `${prop} has ${count} tags; a resource carries at most ${MAX_TAGS}`;
    problems.push({ code: 'tag-invalid', what, value: count, fix: `keep ${MAX_TAGS} of them` });
  }
  return problems;
}

function oneTag(prop: string, key: string, value: unknown): Problem[] {
  const bad = (what: string, fix: string): Problem[] => [{ code: 'tag-invalid', what, value: { [key]: value }, fix }];
  if (isToken(value)) {
    return [];
  }
  if (key.length === 0 || key.length > MAX_KEY || /^(aliyun|acs:)|https?:\/\//i.test(key)) {
    return bad(
      `${prop} key ${quote(key)} is refused by the cloud`,
      `use 1 to ${MAX_KEY} characters, without "aliyun" or "acs:" at the start and without a web address`,
    );
  }
  if (typeof value !== 'string' || value.length > MAX_VALUE || /https?:\/\//i.test(value)) {
    return bad(
      `${prop} ${quote(key)} has the value ${quote(value)}, which the cloud refuses`,
      `use text of at most ${MAX_VALUE} characters without a web address`,
    );
  }
  return [];
}
