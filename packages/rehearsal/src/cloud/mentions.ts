import { isList, isObj, type Obj, type Value } from '../cty/value';
import type { Cloud } from './cloud';

/** Ids of living things that a new one mentions, its cluster among them. */
export function mentionedIds(cloud: Cloud, own: string, values: Obj, cluster: string | undefined): string[] {
  const found = new Set<string>();
  const look = (value: Value): void => {
    if (typeof value === 'string') {
      for (const part of value.length < 200 ? [value, ...value.split(/[,:/]/)] : []) {
        if (part !== own && part.length > 3 && cloud.find(part) !== undefined) {
          found.add(part);
        }
      }
    } else if (isList(value)) {
      value.forEach(look);
    } else if (isObj(value)) {
      Object.values(value).forEach(look);
    }
  };
  look(values);
  if (cluster && cloud.find(cluster)) {
    found.add(cluster);
  }
  return [...found];
}
