import type { Configuration } from './jcasc-values';
import type { PeopleSettings, Principal } from './settings';

/** What a role may do everywhere. */
const DEVELOPERS = Object.freeze(['Overall/Read', 'View/Read', 'Job/Read', 'Job/Build', 'Job/Cancel']);
const ADMINISTRATORS = Object.freeze(['Overall/Administer']);

/** What a role may do with releases. */
const WATCH = Object.freeze(['Job/Read']);
const RELEASE = Object.freeze(['Job/Read', 'Job/Build', 'Job/Cancel']);

/** Somebody, and what they may. */
export interface Grant {
  readonly principal: Principal;
  readonly permissions: readonly string[];
}

/**
 * Who may what: nobody without a role anything, not even see that there are builds. Nobody but administrators may change
 * a job, run a build with another script, or see credentials.
 *
 * Source: https://github.com/jenkinsci/matrix-auth-plugin/blob/master/src/test/resources/org/jenkinsci/plugins/matrixauth/integrations/casc/configuration-as-code-v3.yml
 */
export function authorizationStrategy(people: PeopleSettings): Configuration {
  const grants = merged([
    ...people.administrators.map((principal) => ({ principal, permissions: ADMINISTRATORS })),
    ...people.approvers.map((principal) => ({ principal, permissions: DEVELOPERS })),
    ...people.developers.map((principal) => ({ principal, permissions: DEVELOPERS })),
  ]);
  return {
    projectMatrix: {
      entries: grants.map(({ principal, permissions }) => ({
        [principal.kind]: { name: principal.name, permissions },
      })),
    },
  };
}

/** Who may what in the folder of releases, which takes over nothing but administrators from above. */
export function releaseGrants(people: PeopleSettings): readonly Grant[] {
  return merged([
    ...people.approvers.map((principal) => ({ principal, permissions: RELEASE })),
    ...people.developers.map((principal) => ({ principal, permissions: WATCH })),
  ]);
}

/** One entry for each, in a fixed order: who has two roles has the permissions of both. */
function merged(grants: readonly Grant[]): readonly Grant[] {
  const keyOf = ({ kind, name }: Principal) => `${kind} ${name}`;
  const byKey = new Map<string, Grant>();
  for (const { principal, permissions } of grants) {
    const before = byKey.get(keyOf(principal))?.permissions ?? [];
    byKey.set(keyOf(principal), { principal, permissions: [...new Set([...before, ...permissions])].sort() });
  }
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, grant]) => grant);
}
