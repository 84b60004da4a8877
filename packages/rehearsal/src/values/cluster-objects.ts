import { isList, isObj, text, type Obj, type Value } from '../cty/value';
import type { Asked, Inventor } from './asked';
import { objectDefault } from './object-defaults';

/** The first (only) metadata block. */
export function metadataOf(object: { readonly metadata?: Value }): Obj {
  const metadata = object.metadata;
  const first = isList(metadata) ? metadata[0] : metadata;
  return isObj(first) ? first : {};
}

/** The name that was given, or the given beginning and five letters as the API server adds them. */
function nameOf(asked: Asked): string {
  const { name, generate_name: beginning } = metadataOf({ metadata: asked.get('metadata') });
  const kind = asked.type.slice('kubernetes_'.length).replaceAll('_', '-');
  return text(name) ?? `${text(beginning) ?? `${kind}-`}${asked.root.at('name').letters(5)}`;
}

/** `namespace/name`, or the name of what has no namespace. */
function objectId(asked: Asked): string {
  const namespace = text(metadataOf({ metadata: asked.get('metadata') }).namespace);
  return namespace ? `${namespace}/${nameOf(asked)}` : nameOf(asked);
}

/** Metadata as the API server writes it. */
const METADATA: Readonly<Record<string, (asked: Asked) => Value>> = {
  generation: () => 1,
  resource_version: ({ seed }) => String(seed.int(1000, 999999)),
  uid: ({ seed }) => seed.uuid(),
  name: nameOf,
  namespace: () => 'default',
};

const RELEASE: Readonly<Record<string, (asked: Asked) => Value>> = {
  id: (asked) => asked.get('name'),
  status: () => 'deployed',
  namespace: () => 'default',
  manifest: () => '{}',
  resources: () => ({}),
  version: () => '1.0.0',
  'metadata.revision': () => 1,
};

/** Values of kubernetes and helm objects. */
export const inventClusterObject: Inventor = (asked) => {
  if (asked.type === 'kubernetes_manifest' && asked.path === 'object') {
    return asked.get('manifest');
  }
  if (asked.type.startsWith('helm_')) {
    return RELEASE[asked.path]?.(asked);
  }
  if (asked.path === 'id') {
    return objectId(asked);
  }
  const [, name] = /^metadata\.0\.(\w+)$/.exec(asked.path) ?? [];
  return (name === undefined ? undefined : METADATA[name]?.(asked)) ?? objectDefault(asked);
};
