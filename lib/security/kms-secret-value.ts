import { Fn } from 'cdktf';
import type { Construct } from 'constructs';
import { wholeNumber } from '../core/checks';
import { quote, type Problem } from '../core/errors';
import { any, choiceOf, mapOf, needed } from '../core/forms';
import { joined, literal, quoted } from '../core/literal';
import { drawPassword } from '../core/password';
import { isToken } from '../core/tokens';

/** What a secret holds, as plain data. Create one with {@link KmsSecretValue}. */
export type KmsSecretValueData =
  | { readonly kind: 'generated'; readonly length: number }
  | { readonly kind: 'given'; readonly value: string }
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, string>> };

const LENGTH = 32;

/** What a secret holds. */
export const KmsSecretValue = Object.freeze({
  /**
   * Random characters of all four classes, drawn by Terraform once for each rotation.
   *
   * @param options `length`: 16 to 128 characters, 32 unless it is said
   */
  generated: (options: { readonly length?: number } = {}): KmsSecretValueData =>
    Object.freeze({ kind: 'generated', length: options?.length ?? LENGTH }),
  /** A value that something else has: a result of `random_password`, an attribute, a variable. */
  given: (value: string): KmsSecretValueData => Object.freeze({ kind: 'given', value }),
  /**
   * Several under their names, kept as one JSON object, which the clients of KMS take apart: user and password of a database.
   * At least one is a reference, and each whose name says that it is a secret; the others may be text.
   */
  fields: (fields: Readonly<Record<string, string>>): KmsSecretValueData => Object.freeze({ kind: 'fields', fields }),
});

/** The form of a value. */
export const KMS_SECRET_VALUE_FORM = choiceOf(
  {
    generated: { length: any },
    given: { value: needed(any, 'password.result') },
    fields: { fields: needed(mapOf(any), '{ password: password.result }') },
  },
  'KmsSecretValue.generated(), KmsSecretValue.given(password.result), KmsSecretValue.fields({ ... })',
);

/** Names of fields that hold a secret. */
const SECRET = /(?:pass(?:word|wd|phrase)?|pwd|secret|token|(?:api|private|secret|signing)[_-]?key)$/i;

/** Everything that is wrong with a value; text in it is none of a program's business. */
export function secretValueProblems(value: KmsSecretValueData): Problem[] {
  switch (value.kind) {
    case 'generated':
      return wholeNumber('value.length', value.length, 16, 128, 'characters');
    case 'given':
      return isToken(value.value) ? [] : [literalProblem('value', value.value)];
    default: {
      const values = Object.values(value.fields);
      const other = Object.entries(value.fields).find(([, one]) => typeof one !== 'string');
      const shown = Object.entries(value.fields).filter(([name, one]) => SECRET.test(name) && !isToken(one));
      return [
        ...(values.some(isToken)
          ? shown.map(([name, one]) => literalProblem(`value.fields[${quote(name)}]`, one))
          : [literalProblem('value', values[0])]),
        ...(other === undefined ? [] : [notText(other)]),
      ];
    }
  }
}

function notText([field, value]: readonly [string, unknown]): Problem {
  const what = `value.fields[${quote(field)}] ${quote(value)} is no text`;
  return { code: 'type-invalid', what, value, fix: `write ${field}: "${String(value)}"` };
}

function literalProblem(prop: string, value: unknown): Problem {
  const what = `${prop} is ${typeof value === 'string' ? 'text' : quote(value)}; a secret written in a program is in git, in the plan and in every copy`;
  const fix =
    'write KmsSecretValue.generated(), or KmsSecretValue.given(new TerraformVariable(stack, "password", { type: "string", sensitive: true }).stringValue)';
  return { code: 'secret-in-text', what, value: prop, fix };
}

/** The value as Terraform knows it. */
export function secretData(scope: Construct, value: KmsSecretValueData, rotation: string): string {
  switch (value.kind) {
    case 'generated':
      return drawPassword(scope, rotation, { length: value.length });
    case 'given':
      return value.value;
    default: {
      const entries = Object.entries(value.fields).sort(([a], [b]) => (a < b ? -1 : 1));
      return Fn.jsonencode(
        Object.fromEntries(entries.map(([key, one]) => [literal(key), isToken(one) ? joined(one) : quoted(one)])),
      );
    }
  }
}
