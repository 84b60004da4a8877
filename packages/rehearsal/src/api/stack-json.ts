/** The JSON of a stack, as far as a rehearsal touches it. */
export interface StackJson {
  terraform?: {
    backend?: Record<string, Record<string, unknown>>;
    required_providers?: Record<string, { source?: string; version?: string }>;
  };
  resource?: Record<string, Record<string, Record<string, unknown>>>;
  data?: Record<string, Record<string, Record<string, unknown>>>;
  import?: { to: string; id: string }[];
  variable?: Record<string, { default?: unknown; type?: string; nullable?: boolean }>;
}

/** What is the same whoever reads it: two backends are one when these agree. */
const place = (backend: string | undefined, config: Readonly<Record<string, unknown>> | undefined): string =>
  JSON.stringify([backend, ['path', 'bucket', 'prefix', 'key', 'workspace_dir'].map((name) => config?.[name] ?? null)]);

const backendOf = (json: StackJson): string => {
  const [kind, config] = Object.entries(json.terraform?.backend ?? {})[0] ?? [];
  return place(kind, config);
};

/** The root of the work folder, seen from the folder of a stack. */
const ROOT = '../../..';

/**
 * File of a stack's state, seen from its folder: inside of the work folder, and another one for another backend, so that
 * a program that changes its backend has to move its state here as well.
 */
export function statePath(name: string, json: StackJson): string {
  const [kind, config = {}] = Object.entries(json.terraform?.backend ?? {})[0] ?? [];
  if (kind !== undefined && kind !== 'local') {
    const parts = ['bucket', 'prefix', 'path', 'key'].map((part) => config[part]);
    const given = parts.filter((part): part is string => typeof part === 'string' && part !== '');
    const file = given.join('/').replaceAll(/[^\w./-]|\.\.+/g, '_');
    return `${ROOT}/${kind}/${file || `${name}.tfstate`}`;
  }
  const path = typeof config.path === 'string' ? config.path.split(/[\\/]/).pop()! : '';
  return `${ROOT}/${['', 'terraform.tfstate'].includes(path) ? `terraform.${name}.tfstate` : path}`;
}

/** Gives every stack a local backend in the work folder, and points readers of remote states there. Tells the files. */
export function keepStateLocal(stacks: ReadonlyMap<string, StackJson>): ReadonlyMap<string, string> {
  const paths = new Map([...stacks].map(([name, json]) => [name, statePath(name, json)] as const));
  const owners = new Map([...stacks].map(([name, json]) => [backendOf(json), name] as const));
  for (const [name, json] of stacks) {
    json.terraform = { ...json.terraform, backend: { local: { path: paths.get(name)! } } };
    for (const source of Object.values(json.data?.terraform_remote_state ?? {})) {
      const owner = owners.get(place(String(source.backend), source.config as Record<string, unknown>));
      if (owner !== undefined) {
        source.backend = 'local';
        source.config = { path: paths.get(owner)! };
      }
    }
  }
  return paths;
}

const SAMPLES: readonly (readonly [RegExp, unknown])[] = [
  [/^number/, 1],
  [/^bool/, true],
  [/^(?:list|set|tuple)/, []],
  [/^(?:map|object)/, {}],
];

/** Values for variables that have no default and that nobody has set. */
export function sampleVariables(json: StackJson, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const open = Object.entries(json.variable ?? {}).filter(
    ([name, one]) => !('default' in one) && !(name in given) && process.env[`TF_VAR_${name}`] === undefined,
  );
  const sample = (type = 'string'): unknown =>
    (SAMPLES.find(([pattern]) => pattern.test(type)) ?? [null, 'Rehearsal-0000'])[1];
  return Object.fromEntries(open.map(([name, one]) => [name, sample(one.type)] as const));
}

const LABEL = 'rehearsal-change';

/** A change that hurts nobody: one more tag or label on everything that has some, else another description. Says on how many. */
export const changeALittle = (json: StackJson): number => changeTags(json) || changeDescriptions(json);

function changeDescriptions(json: StackJson): number {
  let changed = 0;
  for (const [type, resources] of Object.entries(json.resource ?? {})) {
    for (const resource of type.startsWith('alicloud_') ? Object.values(resources) : []) {
      if (typeof resource.description === 'string' && !resource.description.includes('${')) {
        resource.description = `${resource.description.slice(0, 60)} (${LABEL})`;
        changed++;
      }
    }
  }
  return changed;
}

/** Resources that write into an object of somebody else: their metadata only says which. */
const NO_LABELS = /_data$|^kubernetes_(annotations|labels|env|node_taint)$/;

function changeTags(json: StackJson): number {
  let changed = 0;
  for (const [type, resources] of Object.entries(json.resource ?? {})) {
    for (const resource of Object.values(resources)) {
      const metadata = Array.isArray(resource.metadata) ? (resource.metadata as unknown[])[0] : resource.metadata;
      if (type.startsWith('alicloud_') && isRecord(resource.tags)) {
        resource.tags = { ...resource.tags, [LABEL]: 'yes' };
        changed++;
      } else if (type.startsWith('kubernetes_') && !NO_LABELS.test(type) && isRecord(metadata)) {
        metadata.labels = { ...(isRecord(metadata.labels) ? metadata.labels : {}), [LABEL]: 'yes' };
        changed++;
      }
    }
  }
  return changed;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Attributes that protect against deletion, and what switches them off. */
const OFF: Readonly<Record<string, unknown>> = {
  deletion_protection: false,
  delete_protection: false,
  deletion_lock: 0,
  instance_release_protection: false,
  deletion_protection_enabled: false,
  delete_protection_enabled: false,
};

const PROTECTING: readonly unknown[] = [true, 'true', 'on', 1];

/** Switches every deletion protection off; says how many there were. */
export function unprotect(json: StackJson): number {
  let changed = 0;
  for (const [type, resources] of Object.entries(json.resource ?? {})) {
    for (const resource of type.startsWith('alicloud_') ? Object.values(resources) : []) {
      for (const [name, off] of Object.entries(OFF).filter(([name]) => PROTECTING.includes(resource[name]))) {
        resource[name] = resource[name] === 'on' ? 'off' : off;
        changed++;
      }
    }
  }
  return changed;
}
