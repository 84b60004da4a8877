import type { IConstruct } from 'constructs';
import { resourcesOf } from '../../lib/testing';

/** A RAM policy as RAM reads it. */
export interface PolicyDocument {
  readonly Version: string;
  readonly Statement: readonly Readonly<Record<string, unknown>>[];
}

/** The documents of all custom RAM policies of a stack by the policies' names. */
export function policiesOf(stack: IConstruct): Readonly<Record<string, PolicyDocument>> {
  return Object.fromEntries(
    resourcesOf(stack, 'alicloud_ram_policy').map(({ attributes }) => [
      attributes.policy_name as string,
      JSON.parse(attributes.policy_document as string) as PolicyDocument,
    ]),
  );
}

/** The document of the one custom RAM policy of a stack. */
export function policyOf(stack: IConstruct): PolicyDocument {
  const all = Object.values(policiesOf(stack));
  if (all.length !== 1) {
    throw new Error(`${all.length} RAM policies, expected one`);
  }
  return all[0]!;
}
