import { isList, isObj, text, type Obj, type Value } from '../cty/value';

/** An object in the values of a release. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly spec: Obj;
}

const known = new Map<string, readonly Manifest[]>();
const KEPT = 500;

/**
 * The Kubernetes objects in the values of a Helm release: those in a list `resources`, which a chart without a template
 * of its own hands on as they are. Any other chart has none that could be known here.
 */
export const manifestsIn = (release: Obj): readonly Manifest[] =>
  (isList(release.values) ? release.values : []).flatMap((one) => manifestsOf(text(one) ?? ''));

function manifestsOf(values: string): readonly Manifest[] {
  const found = known.get(values) ?? read(values);
  if (known.size > KEPT) {
    known.clear();
  }
  known.set(values, found);
  return found;
}

function read(values: string): readonly Manifest[] {
  if (!values.includes('resources')) {
    return [];
  }
  try {
    // As helm reads it: YAML 1.1. Loaded by the first release that needs it: most rehearsals have none.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { parse } = require('yaml') as typeof import('yaml');
    const { resources } = Object(parse(values, { version: '1.1' })) as { resources?: Value };
    return (isList(resources) ? resources : []).flatMap((one) => (isObj(one) ? manifest(one) : []));
  } catch {
    return [];
  }
}

function manifest(object: Obj): readonly Manifest[] {
  const apiVersion = text(object.apiVersion);
  const kind = text(object.kind);
  const metadata = isObj(object.metadata) ? object.metadata : {};
  const spec = isObj(object.spec) ? object.spec : {};
  return apiVersion === undefined || kind === undefined
    ? []
    : [{ apiVersion, kind, name: text(metadata.name), namespace: text(metadata.namespace), spec }];
}
