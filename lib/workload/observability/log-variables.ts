import type { LogSourceData } from './log-source';

/** What all variables of the agent begin with. */
export const LOG_PREFIX = 'aliyun_logs_';

/** What one collection is called and where it goes. */
export interface LogTarget {
  /** Name of the collection, unique in the cluster; no underscore, which ends a name in a variable. */
  readonly key: string;
  readonly projectName: string;
  readonly storeName: string;
  /** Machine group of Pods that are all on ECI, which it makes; absent for that of the cluster's nodes. */
  readonly machineGroup?: string;
}

const WORDS = Object.freeze({ output: 'stdout', stdout: 'stdout-only', stderr: 'stderr-only' });

/** The variables of a container that have its logs collected, in the order in which they are set. */
export function logVariables(
  source: LogSourceData,
  { key, projectName, storeName, machineGroup }: LogTarget,
): Readonly<Record<string, string>> {
  const name = `${LOG_PREFIX}${key}`;
  return {
    [name]: source.kind === 'files' ? source.path : WORDS[source.kind],
    [`${name}_project`]: projectName,
    [`${name}_logstore`]: storeName,
    ...(machineGroup === undefined ? {} : { [`${name}_machinegroup`]: machineGroup }),
  };
}

/** The sources that variables of a container have collected already, by their keys. */
export function collectedBy(env: Readonly<Record<string, unknown>>): ReadonlyMap<string, LogSourceData> {
  const keys = Object.entries(env).flatMap(([name, value]) => {
    const key = name.startsWith(LOG_PREFIX) ? name.slice(LOG_PREFIX.length) : '';
    const source = key === '' || key.includes('_') || typeof value !== 'string' ? undefined : sourceOf(value);
    return source === undefined ? [] : [[key, source] as const];
  });
  return new Map(keys);
}

function sourceOf(value: string): LogSourceData | undefined {
  const kind = (Object.keys(WORDS) as (keyof typeof WORDS)[]).find((one) => WORDS[one] === value);
  return kind !== undefined ? { kind } : value.startsWith('/') ? { kind: 'files', path: value, depth: 0 } : undefined;
}
