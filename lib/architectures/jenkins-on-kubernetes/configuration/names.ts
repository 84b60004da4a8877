import type { ApplicationSettings } from './settings';

/**
 * Names of what Jenkins has: two places where Pods come from, and a folder for each. Only what is in a folder can have Pods of
 * the place of its name.
 */
export const PLACES = Object.freeze({
  /** Where code of any branch runs. */
  builds: 'builds',
  /** Where only the pipelines run that this configuration writes, each after an approval. */
  releases: 'releases',
});

/** Most Pods of releases at once; they are short. */
export const RELEASES_AT_ONCE = 2;

/** Id of the credential with which Pods of releases are made. No pipeline can have it. */
export const RELEASE_CREDENTIAL = 'release-agents';

/** The template of the Pod that runs the unit tests of an application. */
export function testTemplate({ name }: ApplicationSettings): string {
  return `test-${name}`;
}

/** The pipeline that builds the branch whose images are released, as Jenkins names it. */
export function releasingJob({ name, git }: ApplicationSettings): string {
  return `${PLACES.builds}/${name}/${encodeURIComponent(git.branch)}`;
}

/** The pipeline that releases. */
export function releaseJob({ name }: ApplicationSettings): string {
  return `${PLACES.releases}/${name}`;
}
