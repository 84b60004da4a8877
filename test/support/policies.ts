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
      documentIn(attributes.policy_document as string),
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

/** A document that is JSON, or Terraform's `jsonencode` of one; references in it are `${...}` text. */
export function documentIn(text: string): PolicyDocument {
  const encoded = /^\$\{jsonencode\((.*)\)\}$/s.exec(text)?.[1];
  if (encoded === undefined) {
    return JSON.parse(text) as PolicyDocument;
  }
  // A text, the sign between key and value, a reference that is not inside a text.
  const json = encoded.replace(/"(?:[^"\\]|\\.)*"|=|[a-z][\w.-]*(?:\[\d+\][\w.-]*)*/g, (part) =>
    part === '=' ? ':' : part.startsWith('"') ? part : JSON.stringify(`\${${part}}`),
  );
  return JSON.parse(json) as PolicyDocument;
}
