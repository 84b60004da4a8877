import type { Permission } from '../core/grantee';
import type { Problem } from '../core/errors';

/** Characters that RAM takes in a custom policy. */
export const MAX_POLICY = 6144;

/** A policy of RAM or OSS, or the trust of a role. */
export interface PolicyDocument {
  readonly Version: '1';
  readonly Statement: readonly object[];
}

/** A RAM policy that allows the permissions, each once. */
export function policyDocument(permissions: readonly Permission[]): PolicyDocument {
  const statements = permissions.map(({ actions, resources, condition }) => ({
    Effect: 'Allow',
    Action: [...actions],
    Resource: [...resources],
    ...(condition === undefined ? {} : { Condition: condition }),
  }));
  return { Version: '1', Statement: distinct(statements) };
}

/** Permissions without those that are among them twice. */
export function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** Problem with a document that RAM would refuse for its length. */
export function policyProblems(document: PolicyDocument): Problem[] {
  const { length } = JSON.stringify(document);
  if (length <= MAX_POLICY) {
    return [];
  }
  const what = `the RAM policy has ${length} characters, RAM takes ${MAX_POLICY}`;
  const fix = 'grant a shorter common prefix, or divide the work between two roles';
  return [{ code: 'policy-size', what, value: length, fix }];
}
