import { isLater } from './later';
import type { Attributes } from './types';

/** A value that is written in a resource. */
export interface Place {
  /** Terraform's path with indices: `data_disks[1].category`. */
  readonly path: string;
  readonly value: unknown;
}

const NONE: readonly Place[] = Object.freeze([]);

/**
 * Every value that is written under a path such as `data_disks.category`: one for each block of a list. Blocks that
 * Terraform will only know later hold none.
 */
export function placesAt(attributes: Attributes, path: string): readonly Place[] {
  const dot = path.indexOf('.');
  const first = dot < 0 ? path : path.slice(0, dot);
  const value = attributes[first];
  if (value === undefined || value === null) {
    return NONE;
  }
  return dot < 0 ? [{ path, value }] : inside({ path: first, value }, path.slice(dot + 1));
}

function inside({ path, value }: Place, rest: string): Place[] {
  if (typeof value !== 'object' || value === null || isLater(value)) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => inside({ path: `${path}[${index}]`, value: one }, rest));
  }
  return placesAt(value as Attributes, rest).map((place) => ({ ...place, path: `${path}.${place.path}` }));
}

/** The simple values of a place: itself, or each element of a list; what Terraform will only know later is left out. */
export function scalarsOf(place: Place): Place[] {
  const { path, value } = place;
  if (isLater(value) || value === null || value === undefined) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => scalarsOf({ path: `${path}[${index}]`, value: one }));
  }
  return typeof value === 'object' ? [] : [place];
}
