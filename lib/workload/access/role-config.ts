import type { Problem } from '../../core/errors';
import type { RbacRule } from './rbac-rule';
import { SUBJECT_FORM, subjectOf, subjectProblems, type RbacSubject, type SubjectLike } from './subject';

/** A rule as the provider takes it; the order is the user's. */
export function ruleBlocks(rules: readonly RbacRule[]) {
  return rules.map(({ apiGroups = [''], resources, verbs, names }) => ({
    apiGroups: [...apiGroups],
    resources: [...resources],
    verbs: [...verbs],
    resourceNames: names && [...names],
  }));
}

/** The role that a binding is about. */
export function roleRef(kind: 'Role' | 'ClusterRole', name: string) {
  return { apiGroup: 'rbac.authorization.k8s.io', kind, name };
}

/** Everybody, each once, in the order in which they were named. */
export function subjects(who: readonly SubjectLike[]): RbacSubject[] {
  return [...new Map(who.map(subjectOf).map((one) => [JSON.stringify(one), one])).values()];
}

/** Problems with a list of those who get rights. */
export function whoProblems(prop: string, who: readonly SubjectLike[]): Problem[] {
  const fix = `name somebody, such as RamUser.fromAttributes(...)`;
  if (who.length === 0) {
    return [{ code: 'list-empty', what: `${prop} names nobody`, value: who, fix }];
  }
  return who.flatMap((one, index) => {
    const form = SUBJECT_FORM(`${prop}[${index}]`, one);
    return form.length > 0 ? form : subjectProblems(`${prop}[${index}]`, one);
  });
}
