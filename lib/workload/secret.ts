import { SecretV1 } from '@cdktf/provider-kubernetes/lib/secret-v1';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { adopt, adoptedName } from '../core/adopt';
import { oneOf } from '../core/checks';
import { withDefaults } from '../core/defaults';
import { quote, reject, type Problem } from '../core/errors';
import { any, formProblems, type Forms, mapOf, needed, text, word } from '../core/forms';
import { checkedId } from '../core/ids';
import { kubernetesName, kubernetesNameProblems } from '../core/kubernetes-names';
import type { EnvValue } from '../core/pod';
import { joined } from '../core/literal';
import { isToken } from '../core/tokens';
import { waitFor } from '../core/wait-for';
import { namespaceOf } from '../core/workload';
import { workplaceOf } from '../core/workplace';
import { keyOf, keyProblems } from './keys';

/** What a Secret is for; decides which keys it must have. */
export type SecretType = 'Opaque' | 'kubernetes.io/tls' | 'kubernetes.io/dockerconfigjson' | 'kubernetes.io/basic-auth';

export interface SecretProps {
  /**
   * The secret values by key: results of `random_password`, of KMS, attributes of cloud resources, variables; text around
   * them is fine. A value of another stack is marked sensitive here, since the mark is lost between states. Changed in
   * place; Pods see new values when they are replaced.
   * @throws InputError `secret-in-text` for a literal: it would be in the program, in git and in the plan; `secret-key`
   */
  readonly values: Readonly<Record<string, string>>;
  /** Name in the namespace. Changing it replaces the Secret. @default the path below the namespace */
  readonly name?: string;
  /**
   * Takes over the Secret that exists instead of creating one, and has its name unless `name` says the same. Import id:
   * `<namespace>/<name>`. Its values are set to those of the program.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name or namespace than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
  /** Changing it replaces the Secret. @default "Opaque" */
  readonly type?: SecretType;
}

/** What a Secret has when a prop is left out. */
export const SECRET_DEFAULTS = Object.freeze({ type: 'Opaque' as SecretType });

/** The keys that a Secret of a type must have. */
const KEYS: Readonly<Record<SecretType, readonly string[]>> = Object.freeze({
  Opaque: [],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/basic-auth': ['username', 'password'],
});

const FORMS: Forms<SecretProps> = {
  values: needed(mapOf(any), '{ password: password.result }'),
  name: text,
  adopt: word,
  type: (prop, value) => oneOf(prop, value, Object.keys(KEYS)),
};

/**
 * Secret values for the Pods of a namespace, and the only place for them: everything else names the Secret. The state of
 * the stack holds the values; keep it encrypted and let few people read it.
 *
 * Creates `kubernetes_secret_v1`. Free.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class Secret extends Construct {
  readonly resource: SecretV1;
  /** Name in the namespace, for charts and manifests to refer to. */
  readonly secretName: string;
  /** The keys that it has, sorted. */
  readonly keys: readonly string[];

  constructor(scope: Construct, id: string, props: SecretProps) {
    super(scope, checkedId(scope, id));
    workplaceOf(this);
    const namespace = namespaceOf(this);
    reject(this, formProblems(props, FORMS));
    const { values, name, type, adopt: adopted } = withDefaults(props, SECRET_DEFAULTS);
    reject(this, [
      ...kubernetesNameProblems('name', name),
      ...keyProblems('values', values),
      ...valueProblems(values, type),
    ]);
    this.secretName = name ?? adoptedName(adopted) ?? kubernetesName(this, namespace);
    this.keys = Object.freeze(Object.keys(values).sort());
    this.resource = new SecretV1(this, 'Resource', {
      metadata: { name: this.secretName, namespace: namespace.namespaceName },
      type,
      data: Object.fromEntries(this.keys.map((key) => [key, Fn.sensitive(joined(values[key]!)) as string])),
      dependsOn: waitFor(this, namespace.ready),
    });
    adopt(this.resource, adopted);
  }

  /**
   * The value of a key, as a variable of a container.
   *
   * @throws InputError `secret-key` when it has no such key
   */
  env(key: string): EnvValue {
    return { from: 'secret', name: this.secretName, key: keyOf(this, this.keys, key) };
  }
}

function valueProblems(values: Readonly<Record<string, unknown>>, type: SecretType): Problem[] {
  const literals = Object.entries(values).filter(([, value]) => !isToken(value));
  const missing = KEYS[type].filter((key) => !(key in values));
  return [
    ...literals.map(([key, value]) => ({
      code: 'secret-in-text' as const,
      what: `values.${key} is ${typeof value === 'string' ? 'text' : quote(value)}; a secret written in a program is in git, in the plan and in every copy`,
      value: key,
      fix: `generate it: new Password(stack, '${key}', { length: 24 }).result, or read it from KMS or a variable`,
    })),
    ...missing.map((key) => ({
      code: 'secret-key' as const,
      what: `a Secret of type ${type} must have the key ${quote(key)}`,
      value: key,
      fix: `write values: { ${quote(key)}: ... }`,
    })),
  ];
}
