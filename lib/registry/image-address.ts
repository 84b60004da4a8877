import { quote, reject, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';
import type { IConstruct } from 'constructs';

/** What the distribution specification takes as a tag. */
const TAG = /^\w[\w.-]{0,127}$/;

/** What it takes as the name of a repository: parts of lower-case letters and digits between slashes. */
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)*$/;

/**
 * The address of an image.
 *
 * Source: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
 *
 * @throws InputError `image-tag`, `name-invalid`
 */
export function imageAddress(at: IConstruct, domain: string, repository: string, tag: string): string {
  reject(at, [...repositoryProblems('repository', repository), ...tagProblems(tag)]);
  return `${domain}/${repository}:${tag}`;
}

/** Problem with the name of a repository. */
export function repositoryProblems(prop: string, name: unknown): Problem[] {
  if (isToken(name) || (typeof name === 'string' && name.length <= 255 && REPOSITORY.test(name))) {
    return [];
  }
  const what = `${prop} ${quote(name)} is not lower-case letters and digits, with single dots, underscores, hyphens or slashes between`;
  return [{ code: 'name-invalid', what, value: name, fix: `write ${prop} as in "wordpress" or "shop/web"` }];
}

function tagProblems(tag: unknown): Problem[] {
  if (isToken(tag) || (typeof tag === 'string' && TAG.test(tag) && tag !== 'latest')) {
    return [];
  }
  const latest = tag === 'latest' ? ': tomorrow it is another image' : '';
  const what = `tag ${quote(tag)} does not name one image${latest}`;
  return [{ code: 'image-tag', what, value: tag, fix: 'write the tag of a release, such as "6.8.3"' }];
}
