import { ConfigMapV1 } from '@cdktf/provider-kubernetes/lib/config-map-v1';
import { Construct } from 'constructs';
import { adopt, adoptedName } from '../core/adopt';
import { quote, reject, type Problem } from '../core/errors';
import { formProblems, type Forms, mapOf, needed, text, word } from '../core/forms';
import { checkedId } from '../core/ids';
import { kubernetesName, kubernetesNameProblems } from '../core/kubernetes-names';
import { literal } from '../core/literal';
import type { EnvValue } from '../core/pod';
import { secretsIn } from '../core/references';
import { waitFor } from '../core/wait-for';
import { namespaceOf } from '../core/workload';
import { workplaceOf } from '../core/workplace';
import { keyOf, keyProblems } from './keys';

export interface ConfigMapProps {
  /**
   * Texts by key; a key becomes a variable or a file. What looks like a template of Terraform's (`${HOME}`) stays text,
   * tokens in it are filled in. At most 1 MiB together. Changed in place; Pods see new texts when they are replaced.
   * @throws InputError `secret-in-text` for a secret, which belongs into a `Secret`; `secret-key`, `object-too-large`
   */
  readonly data: Readonly<Record<string, string>>;
  /** Name in the namespace. Changing it replaces the ConfigMap. @default the path below the namespace */
  readonly name?: string;
  /**
   * Takes over the ConfigMap that exists instead of creating one, and has its name unless `name` says the same. Import id:
   * `<namespace>/<name>`.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name or namespace than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
}

const FORMS: Forms<ConfigMapProps> = {
  data: needed(mapOf(text), '{ "app.properties": "..." }'),
  name: text,
  adopt: word,
};

/** Most that the API server takes in one ConfigMap. */
const MAX_BYTES = 1024 * 1024;

/**
 * Settings for the Pods of a namespace that everybody may read.
 *
 * Creates `kubernetes_config_map_v1`. Free.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class ConfigMap extends Construct {
  readonly resource: ConfigMapV1;
  /** Name in the namespace. */
  readonly configMapName: string;
  /** The keys that it has, sorted. */
  readonly keys: readonly string[];

  constructor(scope: Construct, id: string, props: ConfigMapProps) {
    super(scope, checkedId(scope, id));
    workplaceOf(this);
    const namespace = namespaceOf(this);
    reject(this, formProblems(props, FORMS));
    const { data, name, adopt: adopted } = props;
    reject(this, [...kubernetesNameProblems('name', name), ...keyProblems('data', data), ...dataProblems(this, data)]);
    this.configMapName = name ?? adoptedName(adopted) ?? kubernetesName(this, namespace);
    this.keys = Object.freeze(Object.keys(data).sort());
    this.resource = new ConfigMapV1(this, 'Resource', {
      metadata: { name: this.configMapName, namespace: namespace.namespaceName },
      data: Object.fromEntries(this.keys.map((key) => [key, literal(data[key]!)])),
      dependsOn: waitFor(this, namespace.ready),
    });
    adopt(this.resource, adopted);
  }

  /**
   * The text of a key, as a variable of a container.
   *
   * @throws InputError `secret-key` when it has no such key
   */
  env(key: string): EnvValue {
    return { from: 'config-map', name: this.configMapName, key: keyOf(this, this.keys, key) };
  }
}

function dataProblems(at: Construct, data: Readonly<Record<string, string>>): Problem[] {
  const bytes = Object.entries(data).reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0);
  const secrets = Object.entries(data).flatMap(([key, value]) =>
    secretsIn(at, value).map((identifier) => ({
      code: 'secret-in-text' as const,
      what: `data.${key} holds the secret ${identifier}, and everybody may read a ConfigMap`,
      value: identifier,
      fix: `write it into new Secret(space, ..., { values: { ${quote(key)}: ... } })`,
    })),
  );
  const what = `data has ${bytes} bytes; a ConfigMap holds ${MAX_BYTES}`;
  const fix = 'put large files into the image or on a volume';
  return bytes > MAX_BYTES ? [...secrets, { code: 'object-too-large', what, value: bytes, fix }] : secrets;
}
