import { isList, isObj, text, type Obj, type Value } from '../cty/value';
import { objectNamespace } from './cluster-look';
import { POD_TYPES, isOurs, named, podsOf } from './kube-look';
import { blocks } from './look';
import type { Rule } from './rule';

/** Blocks of a Pod that name an object, its kind, and the attribute that holds the name. */
const NAMING: Readonly<Record<string, readonly [kind: string, attribute: string]>> = {
  config_map_key_ref: ['config_map', 'name'],
  config_map_ref: ['config_map', 'name'],
  config_map: ['config_map', 'name'],
  secret_key_ref: ['secret', 'name'],
  secret_ref: ['secret', 'name'],
  secret: ['secret', 'secret_name'],
  node_publish_secret_ref: ['secret', 'name'],
};

interface Reference {
  readonly kind: string;
  readonly name: string;
  readonly key: string | undefined;
}

function references(value: Value): Reference[] {
  if (isList(value)) {
    return value.flatMap(references);
  }
  if (!isObj(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([block, one]) => {
    const [kind, attribute] = NAMING[block] ?? [];
    return kind === undefined ? references(one) : blocks(one).flatMap((ref) => reference(kind, attribute!, ref));
  });
}

function reference(kind: string, attribute: string, ref: Obj): Reference[] {
  const name = text(ref[attribute]) || text(ref.name);
  return name && ref.optional !== true ? [{ kind, name, key: text(ref.key) }] : [];
}

/** Kubernetes' words for our kinds. */
const WORD: Readonly<Record<string, string>> = {
  config_map: 'configmap',
  secret: 'secret',
  service_account: 'serviceaccount',
};

/** Pods do not start before the ConfigMaps, Secrets and service accounts that they name are there. */
export const kubeObjectsExist: Rule = {
  name: 'kube-objects-exist',
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/#using-configmaps-as-environment-variables',
  types: POD_TYPES,
  on: ['create', 'update'],
  check({ type, values, cluster }, cloud) {
    const namespace = objectNamespace(type, values);
    if (!isOurs(cloud, cluster, namespace)) {
      return [];
    }
    const { spec } = podsOf(type, values);
    const account = text(spec.service_account_name);
    const wanted: Reference[] = [
      ...references(spec),
      ...blocks(spec.image_pull_secrets).flatMap((one) => reference('secret', 'name', one)),
      ...(account && account !== 'default' ? [{ kind: 'service_account', name: account, key: undefined }] : []),
    ];
    const missing = wanted.flatMap(({ kind, name, key }) => {
      const found = named(cloud, kind, cluster, namespace, name);
      if (found === undefined) {
        return [`${WORD[kind]} "${name}" not found in namespace "${namespace}"`];
      }
      const keys = keysOf(found.values);
      return key === undefined || keys === undefined || keys.has(key)
        ? []
        : [`couldn't find key ${key} in ${WORD[kind]} ${namespace}/${name}`];
    });
    return [...new Set(missing)].map((what) => ({
      what,
      fix: 'create it first and refer to its name and keys, so that Terraform knows the order',
    }));
  },
};

/** The keys of a ConfigMap or Secret; `undefined` when others may write some, or they are not kept (write-only). */
function keysOf(values: Obj): ReadonlySet<string> | undefined {
  const maps = [values.data, values.binary_data].filter(isObj);
  const unseen = values.data_wo_revision ?? values.binary_data_wo_revision ?? null;
  return maps.length === 0 || unseen !== null ? undefined : new Set(maps.flatMap(Object.keys));
}
