import { oneOf, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { kubernetesNameProblems } from '../../core/kubernetes-names';
import { isToken } from '../../core/tokens';
import type { JenkinsApplication } from './jenkins-application';
import type { JenkinsCredentialData } from './jenkins-credential';
import type { ResolvedJenkins } from './jenkins-defaults';

const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/;
const NAME = /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/;
const GIT = /^(https:\/\/[^\s@]+|ssh:\/\/[^\s]+|git@[A-Za-z0-9.-]+:[^\s]+)$/;

/** Credentials of one id, and ids that Jenkins does not take. */
export function credentialProblems(credentials: readonly JenkinsCredentialData[]): Problem[] {
  return credentials.flatMap(({ id }, index) => {
    const twice = credentials.findIndex((other) => other.id === id) < index;
    const what = `credentials[${index}].id ${quote(id)} ${twice ? 'is taken by one before it' : 'is not letters, digits, dots and hyphens'}`;
    return twice || !ID.test(id)
      ? [{ code: 'jenkins-credential' as const, what, value: id, fix: 'write id: "git"' }]
      : [];
  });
}

/** Libraries whose code is not reached. */
export function libraryProblems({ libraries, credentials }: ResolvedJenkins): Problem[] {
  return libraries.flatMap(({ git }, index) => gitProblems(`libraries[${index}]`, git, credentials));
}

const HOST_KEY = /^\S+ (ssh-ed25519|ssh-rsa|ecdsa-sha2-\S+) [A-Za-z0-9+/]+=*( .*)?$/;

/** Servers by SSH that nobody could tell from another one. */
export function hostKeyProblems({ gitHostKeys, applications, libraries }: ResolvedJenkins): Problem[] {
  const bySsh = [...applications, ...libraries].find(({ git }) => /^(ssh:|git@)/.test(git.url));
  const strange = `code comes by SSH from ${quote(bySsh?.git.url)}, and gitHostKeys says no key of its server`;
  const fix = 'write gitHostKeys: ["code.example.com ssh-ed25519 AAAA..."], as `ssh-keyscan` prints it';
  return [
    ...(bySsh !== undefined && gitHostKeys.length === 0
      ? [{ code: 'jenkins-application' as const, what: strange, value: bySsh.git.url, fix }]
      : []),
    ...gitHostKeys
      .map((key, index) => ({ key, what: `gitHostKeys[${index}] ${quote(key)} is no host, type and key` }))
      .filter(({ key }) => !HOST_KEY.test(key))
      .map(({ key, what }) => ({ code: 'jenkins-application' as const, what, value: key, fix })),
  ];
}

/** Everything that is wrong with what is built. */
export function applicationProblems({ applications, credentials }: ResolvedJenkins): Problem[] {
  return applications.flatMap((application, index) => [
    ...nameProblems(`applications[${index}].name`, application.name, applications.slice(0, index)),
    ...gitProblems(`applications[${index}]`, application.git, credentials),
    ...pathProblems(`applications[${index}].jenkinsfile`, application.jenkinsfile),
    ...pathProblems(`applications[${index}].dockerfile`, application.dockerfile),
    ...testProblems(`applications[${index}].test`, application.test),
    ...kubernetesNameProblems(`applications[${index}].workload.name`, application.workload?.name),
    ...kubernetesNameProblems(`applications[${index}].workload.container`, application.workload?.container),
    ...sharedProblems(`applications[${index}]`, application, applications.slice(0, index)),
    ...oneOf(`applications[${index}].workload.kind`, application.workload?.kind, ['deployment', 'statefulset']),
    ...smokeProblems(`applications[${index}].smoke`, application.smoke ?? {}),
    ...wholeNumber(`applications[${index}].rolloutSeconds`, application.rolloutSeconds, 30, 3600, 'seconds'),
  ]);
}

function nameProblems(prop: string, name: string, before: readonly JenkinsApplication[]): Problem[] {
  const twice = before.some((other) => other.name === name);
  const what = `${prop} ${quote(name)} ${twice ? 'is taken by one before it' : 'is not 1 to 40 lower-case letters, digits and hyphens'}`;
  return twice || !NAME.test(name)
    ? [{ code: 'jenkins-application', what, value: name, fix: 'write name: "shop"' }]
    : [];
}

/** Two applications of one workload would each put its own image there. */
function sharedProblems(
  prop: string,
  application: JenkinsApplication,
  before: readonly JenkinsApplication[],
): Problem[] {
  const workloadOf = ({ name, workload = {} }: JenkinsApplication): string =>
    `${workload.kind ?? 'deployment'} ${quote(workload.name ?? name)} ${workload.container ?? workload.name ?? name}`;
  const other = before.find((one) => one.name !== application.name && workloadOf(one) === workloadOf(application));
  const what = `${prop} and ${quote(other?.name)} change the image of one container, ${workloadOf(application)}`;
  const fix = 'write workload: { name: "cart" } of one of them';
  return other === undefined ? [] : [{ code: 'jenkins-application', what, value: application.name, fix }];
}

function gitProblems(
  prop: string,
  { url, credential }: { readonly url: string; readonly credential?: string },
  credentials: readonly JenkinsCredentialData[],
): Problem[] {
  const known = credentials.map(({ id }) => quote(id)).join(', ') || 'none';
  const form = `${prop}.git.url ${quote(url)} is no address of a Git repository by TLS or SSH, without a password in it`;
  const strange = `${prop}.git.credential ${quote(credential)} is none of credentials (${known})`;
  const fix = 'write url: "https://code.example.com/acme/shop.git"';
  const add = `add JenkinsCredential.login({ id: ${quote(credential)}, user, password }) to credentials`;
  return [
    ...(isToken(url) || GIT.test(url) ? [] : [{ code: 'jenkins-application' as const, what: form, value: prop, fix }]),
    ...(credential === undefined || credentials.some(({ id }) => id === credential)
      ? []
      : [{ code: 'jenkins-credential' as const, what: strange, value: credential, fix: add }]),
  ];
}

function pathProblems(prop: string, path: string | undefined): Problem[] {
  const fits = path === undefined || (/^[\w][\w./-]*$/.test(path) && !path.includes('..'));
  const what = `${prop} ${quote(path)} is not a path within the code`;
  return fits ? [] : [{ code: 'jenkins-application', what, value: path, fix: `write ${prop}: "ci/Jenkinsfile"` }];
}

function testProblems(prop: string, { commands, user }: JenkinsApplication['test']): Problem[] {
  const what = `${prop}.commands has none: nothing would be tested`;
  const fix = 'write commands: ["npm ci", "npm test"]';
  return [
    ...(commands.length > 0 ? [] : [{ code: 'list-empty' as const, what, value: commands, fix }]),
    ...wholeNumber(`${prop}.user`, user, 0, 65_534),
  ];
}

function smokeProblems(prop: string, smoke: NonNullable<JenkinsApplication['smoke']>): Problem[] {
  return Object.entries(smoke).flatMap(([environment, url]) => {
    const fits = isToken(url) || /^https?:\/\/[A-Za-z0-9.-]+(:\d{1,5})?(\/[^\s'"`$\\]*)?$/.test(String(url));
    const what = `${prop}.${environment} ${quote(url)} is no address`;
    const fix = `write ${environment}: "http://shop.test:8080/healthz"`;
    return fits ? [] : [{ code: 'jenkins-application' as const, what, value: url, fix }];
  });
}
