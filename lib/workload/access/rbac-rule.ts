import { quote, type Problem } from '../../core/errors';
import { listOf, needed, object, text, word } from '../../core/forms';
import { isToken } from '../../core/tokens';
import type { Code } from '../../core/codes';

/** What a request does to objects of Kubernetes. */
export type Verb =
  'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'deletecollection' | 'use' | 'approve' | 'sign';

/** What may be done to which objects. Everything is named: there are no wildcards. */
export interface RbacRule {
  /** API groups of the resources, such as `apps`; the core group is `''`. @default [''] */
  readonly apiGroups?: readonly string[];
  /** Kinds in plural and lower case, such as `configmaps` or `pods/log`. */
  readonly resources: readonly string[];
  readonly verbs: readonly Verb[];
  /** Only objects of these names; not with `list`, `watch`, `create` or `deletecollection`. @default all of them */
  readonly names?: readonly string[];
}

/** The form of a rule. */
export const RBAC_RULE_FORM = object<RbacRule>({
  apiGroups: listOf(text),
  resources: needed(listOf(word), "['configmaps']"),
  verbs: needed(listOf(word), "['get', 'list', 'watch']"),
  names: listOf(word),
});

/** Verbs by which one gives oneself, or takes, the rights of others. */
const ESCALATING: readonly string[] = Object.freeze(['bind', 'escalate', 'impersonate']);
/** Resources whose creation is as good as the rights of others. */
const ESCALATING_RESOURCES: readonly string[] = Object.freeze([
  'serviceaccounts/token',
  'nodes/proxy',
  'pods/ephemeralcontainers',
]);
const VERBS: readonly string[] = Object.freeze([
  'get',
  'list',
  'watch',
  'create',
  'update',
  'patch',
  'delete',
  'deletecollection',
  'use',
  'approve',
  'sign',
]);
/** A request of these kinds has no name that could be compared. */
const NAMELESS: readonly string[] = Object.freeze(['create', 'deletecollection', 'list', 'watch']);
const READING: readonly string[] = Object.freeze(['get', 'list', 'watch']);

/** Problems with rules: nothing in them, wildcards, verbs by which rights grow, names where there are none. */
export function ruleProblems(prop: string, rules: readonly RbacRule[]): Problem[] {
  const fix = `write ${prop}: [{ resources: ['configmaps'], verbs: ['get', 'list', 'watch'] }]`;
  return rules.length === 0
    ? [{ code: 'list-empty', what: `${prop} holds no rule`, value: rules, fix }]
    : rules.flatMap((rule, index) => oneRule(`${prop}[${index}]`, rule));
}

function oneRule(prop: string, { apiGroups = [''], resources, verbs, names }: RbacRule): Problem[] {
  return [
    ...empty(`${prop}.apiGroups`, apiGroups, "['apps']"),
    ...empty(`${prop}.resources`, resources, "['configmaps']"),
    ...empty(`${prop}.verbs`, verbs, "['get', 'list', 'watch']"),
    ...wild(`${prop}.apiGroups`, apiGroups, 'the groups'),
    ...wild(`${prop}.resources`, resources, 'the resources'),
    ...wild(`${prop}.verbs`, verbs, 'the verbs'),
    ...verbs.flatMap((verb) => verbProblems(`${prop}.verbs`, verb)),
    ...escalating(`${prop}.resources`, resources, verbs),
    ...nameless(`${prop}.names`, names, verbs),
  ];
}

function empty(prop: string, list: readonly unknown[], example: string): Problem[] {
  const what = `${prop} is empty: the rule would allow nothing`;
  return list.length === 0 ? [{ code: 'list-empty', what, value: list, fix: `write ${prop}: ${example}` }] : [];
}

function wild(prop: string, list: readonly string[], each: string): Problem[] {
  return list
    .filter((one) => !isToken(one) && one.includes('*'))
    .map((one) => ({
      code: 'rbac-wildcard',
      what: `${prop} ${quote(one)} allows what does not exist yet, too`,
      value: one,
      fix: `name ${each}`,
    }));
}

function verbProblems(prop: string, verb: string): Problem[] {
  if (ESCALATING.includes(verb)) {
    const what = `${prop} ${quote(verb)}: who has it can have every right that exists`;
    return [{ code: 'rbac-escalation', what, value: verb, fix: `leave ${quote(verb)} out` }];
  }
  if (isToken(verb) || VERBS.includes(verb) || verb.includes('*')) {
    return [];
  }
  const what = `${prop} ${quote(verb)} is no verb of Kubernetes`;
  return [{ code: 'choice-invalid', what, value: verb, fix: `write one of ${VERBS.map(quote).join(', ')}` }];
}

function escalating(prop: string, resources: readonly string[], verbs: readonly string[]): Problem[] {
  if (!verbs.some((verb) => ['create', 'update', 'patch'].includes(verb))) {
    return resources.includes('nodes/proxy') ? [escalation(prop, 'nodes/proxy')] : [];
  }
  return resources.filter((one) => ESCALATING_RESOURCES.includes(one)).map((one) => escalation(prop, one));
}

function escalation(prop: string, resource: string): Problem {
  const what = `${prop} ${quote(resource)}: who may do that has the rights of other accounts`;
  return { code: 'rbac-escalation', what, value: resource, fix: `leave ${quote(resource)} out` };
}

function nameless(prop: string, names: readonly string[] | undefined, verbs: readonly string[]): Problem[] {
  const without = verbs.filter((verb) => NAMELESS.includes(verb));
  if (names === undefined || without.length === 0) {
    return [];
  }
  const what = `${prop} ${quote(names)}: requests to ${without.join(', ')} are not about one name, so the rule would not allow them`;
  return [{ code: 'rbac-names', what, value: names, fix: `put ${without.join(', ')} into a rule without names` }];
}

/** Whether the rules allow more than to look. */
export function changes(rules: readonly RbacRule[]): boolean {
  return rules.some(({ verbs }) => verbs.some((verb) => !READING.includes(verb) && verb !== 'use'));
}

/** What is legal and often more than was meant. */
export function ruleWarnings(rules: readonly RbacRule[]): readonly (readonly [Code, string])[] {
  const shown = rules.some(
    ({ apiGroups = [''], resources, verbs, names }) =>
      apiGroups.includes('') &&
      resources.includes('secrets') &&
      names === undefined &&
      verbs.some((verb) => READING.includes(verb)),
  );
  return shown ? [['rbac-secrets', 'the rules show every Secret: list those that are needed in names']] : [];
}
