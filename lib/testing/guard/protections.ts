import type { Fields, Value } from './terms';

/** Attributes that keep an object from being deleted, and the values that do. */
const PROTECTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['deletion_protection', ['true']],
  ['delete_protection', ['on', 'true']],
  ['deletion_protection_enabled', ['true']],
  ['delete_protection_enabled', ['true']],
  ['instance_release_protection', ['true']],
  ['deletion_lock', ['1']],
];

/**
 * What makes Terraform's delete fail rather than lose the object. What counts is what is configured before: a protection
 * that the new program switches off is still on when an object is replaced, because it is deleted without being changed first.
 */
export function protectionsOf(type: string, prior: Fields): readonly string[] {
  const said = PROTECTIONS.filter(([name, on]) => on.includes(text(prior[name]))).map(
    ([name]) => `${name} = ${text(prior[name])}`,
  );
  const bucket = type === 'alicloud_oss_bucket' && text(prior.force_destroy) !== 'true';
  return bucket ? [...said, 'a bucket with objects is not deleted (force_destroy is not true)'] : said;
}

const text = (value: Value | undefined): string => (value === undefined || value === null ? '' : String(value));
