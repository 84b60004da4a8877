import { distinctList, oneOf } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';
import type { ResolvedJenkins } from './jenkins-defaults';

/** Roles without anybody, and people who cannot log in. */
export function peopleProblems({ people, login }: Pick<ResolvedJenkins, 'people' | 'login'>): Problem[] {
  const everybody = (['administrators', 'developers', 'approvers'] as const).flatMap((role) =>
    people[role].map((one, index) => ({ prop: `people.${role}[${index}]`, ...one })),
  );
  return [
    ...nobodyProblems('administrators', people.administrators, 'nobody could ever configure Jenkins'),
    ...nobodyProblems('approvers', people.approvers, 'no release would ever be approved'),
    ...everybody.flatMap(({ prop, kind }) => oneOf(`${prop}.kind`, kind, ['user', 'group'])),
    ...everybody.flatMap(({ prop, kind, name }) => [
      ...openProblems(prop, name),
      ...(login.kind === 'local' ? strangerProblems(prop, kind, name, login.user) : []),
    ]),
    ...(['administrators', 'developers', 'approvers'] as const).flatMap((role) =>
      twiceProblems(`people.${role}`, people[role]),
    ),
    ...(login.kind === 'local' && !/^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/.test(login.user)
      ? [nameProblem(login.user)]
      : []),
  ];
}

/** Directories and providers that are asked in clear: passwords, and who somebody is, would go through the network as they are. */
export function loginProblems(login: ResolvedJenkins['login']): Problem[] {
  const inClear = (prop: string, url: string, scheme: string): Problem[] => {
    const what = `${prop} ${quote(url)} is asked in clear, and passwords would go there as they are`;
    return isToken(url) || url.startsWith(`${scheme}://`)
      ? []
      : [{ code: 'jenkins-login', what, value: url, fix: `write ${prop}: "${scheme}://..."` }];
  };
  switch (login.kind) {
    case 'local':
      return [];
    case 'ldap':
      return inClear('login.server', login.server, 'ldaps');
    case 'oidc':
      return inClear('login.wellKnownUrl', login.wellKnownUrl, 'https');
  }
}

function nameProblem(user: string): Problem {
  const what = `login.user ${quote(user)} is not a name of an account`;
  return { code: 'jenkins-people', what, value: user, fix: 'write JenkinsLogin.local({ user: "admin" })' };
}

function nobodyProblems(role: string, who: readonly unknown[], so: string): Problem[] {
  const what = `people.${role} names nobody: ${so}`;
  const fix = `write people: { ${role}: [{ kind: "group", name: "platform" }] }`;
  return who.length > 0 ? [] : [{ code: 'jenkins-people', what, value: who, fix }];
}

/** Names under which Jenkins knows everybody. */
function openProblems(prop: string, name: string): Problem[] {
  const what = `${prop} ${quote(name)} is everybody`;
  return name === 'anonymous' || name === 'authenticated'
    ? [{ code: 'jenkins-people', what, value: name, fix: 'name a group of your directory' }]
    : [];
}

function strangerProblems(prop: string, kind: string, name: string, user: string): Problem[] {
  const what = `${prop} is the ${kind} ${quote(name)}, and the only account of JenkinsLogin.local() is ${quote(user)}`;
  const fix = 'write login: JenkinsLogin.ldap({...}) or JenkinsLogin.oidc({...})';
  return kind === 'user' && name === user ? [] : [{ code: 'jenkins-people', what, value: name, fix }];
}

function twiceProblems(prop: string, who: ResolvedJenkins['people']['developers']): Problem[] {
  const names = who.map(({ kind, name }) => `${kind} ${name}`);
  return names.length === 0 ? [] : distinctList(prop, names, '[{ kind: "group", name: "platform" }]');
}
