/** What stands for a value that Terraform will only know later. */
const LATER = '${later}';

/**
 * A copy of attributes in plain data, as JSON would hold it. Each way of the framework to write a value that is known later
 * is seen by its form, since asking the framework of every value costs more than the copy.
 */
export function plain(value: unknown): unknown {
  if (typeof value === 'number') {
    // Numbers that stand for something later are far outside what anybody writes.
    return Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : LATER;
  }
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'function' ? LATER : value;
  }
  if (Array.isArray(value)) {
    return isListLater(value) ? LATER : value.map(plain);
  }
  if (typeof (value as { resolve?: unknown }).resolve === 'function') {
    return LATER;
  }
  const copy: Record<string, unknown> = {};
  for (const key in value) {
    const one = (value as Record<string, unknown>)[key];
    if (key.includes('${TfToken[')) {
      return LATER;
    }
    if (one !== undefined) {
      copy[key] = plain(one);
    }
  }
  return copy;
}

/** A list that stands for one: its only element says so. */
const isListLater = (list: readonly unknown[]): boolean =>
  list.length === 1 && typeof list[0] === 'string' && list[0].startsWith('#{TfToken[');
