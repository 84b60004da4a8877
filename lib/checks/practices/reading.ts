import type { Attributes } from '../../core/written/written';

export type { Attributes };

type Plain = Readonly<Record<string, unknown>>;

/** Whether a value, or a part of it, is known to Terraform only. */
export function isLater(value: unknown): boolean {
  return typeof value === 'string' && /[$%]\{/.test(value);
}

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether an attribute is written at all. */
export const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Neither absent nor known to Terraform only. */
export const isKnown = (value: unknown): boolean => isGiven(value) && !isLater(value);

/** True as Terraform writes it. */
export const isYes = (value: unknown): boolean => value === true || value === 'true';

/** Surely not true: written otherwise, or absent where that means no. */
export const isNotYes = (value: unknown): boolean => !isYes(value) && !isLater(value);

/** The blocks of a name: one is written as an object, several as a list; `undefined` when they are known later. */
export function blocks(attributes: Attributes, name: string): readonly Attributes[] | undefined {
  const value = attributes[name];
  if (isLater(value)) {
    return undefined;
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : isGiven(value) ? [value] : [];
  return list.some(isLater) ? undefined : list.filter(isPlain);
}

/** The only block of a name, empty when there is none; `undefined` when it is known later. */
export function block(attributes: Attributes, name: string): Attributes | undefined {
  const all = blocks(attributes, name);
  return all === undefined ? undefined : (all[0] ?? {});
}

/** Texts of a list, or the one text; those known later are left out. */
export function texts(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string' && !isLater(one));
}

/** A whole number, written as a number or as text. */
export function numberIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' ? number : undefined;
}
