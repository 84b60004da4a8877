import { quote, type Problem } from '../../core/errors';
import type { Form } from '../../core/forms';
import { isToken } from '../../core/tokens';

/**
 * A secret: a value that only Terraform knows, such as a variable, a result of KMS or of `random_password`, which is kept in a
 * Secret of the controller; or a key of a Secret that exists in the controller's namespace.
 */
export type JenkinsSecretValue = string | { readonly secret: string; readonly key: string };

/** Where the controller finds its secrets. */
const FOLDER = '/opt/jenkins/secrets';

/** The folder with the keys of a Secret, as the controller sees it. */
export function secretFolder(secret: string): string {
  return `${FOLDER}/${secret}`;
}

/** The form of a secret. */
export const SECRET_FORM: Form = (prop, value) => {
  if (isToken(value)) {
    return [];
  }
  const { secret, key } = Object(value) as { secret?: unknown; key?: unknown };
  if (typeof value !== 'string') {
    const what = `${prop} ${quote(value)} is no secret`;
    const fix = `write ${prop}: a variable of Terraform's, or { secret: "git", key: "token" }`;
    return typeof secret === 'string' && typeof key === 'string'
      ? [...nameProblems(`${prop}.secret`, secret), ...keyProblems(`${prop}.key`, key)]
      : [{ code: 'type-invalid', what, value, fix }];
  }
  // The value is left out: errors are kept in logs.
  const what = `${prop} is text; a secret written in a program is in git, in the plan and in every copy`;
  const fix = `write ${prop}: new TerraformVariable(...).stringValue, or { secret: "git", key: "token" }`;
  return [{ code: 'secret-in-text', what, value: prop, fix }];
};

function nameProblems(prop: string, name: string): Problem[] {
  const what = `${prop} ${quote(name)} is not the name of a Secret`;
  const fits = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/.test(name);
  return fits ? [] : [{ code: 'kubernetes-name', what, value: name, fix: `write ${prop}: "git"` }];
}

function keyProblems(prop: string, key: string): Problem[] {
  const what = `${prop} ${quote(key)} is not a key of a Secret`;
  const fits = /^[-._a-zA-Z0-9]{1,253}$/.test(key);
  return fits ? [] : [{ code: 'secret-key', what, value: key, fix: `write ${prop}: "token"` }];
}
