/** A value as Terraform's JSON has it. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };

export type Fields = { readonly [name: string]: Value };

export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value);

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that only the cloud knows: what an attribute of something will be, or is. */
export interface Term {
  /** Where it is of, as people read it: `alicloud_vpc.main.id`. */
  readonly text: string;
  /** What tells it from others: the same before and after when nothing happens to it. */
  readonly key: string;
  /** Whether only an apply will tell: its owner is made or made anew. */
  readonly fresh: boolean;
  readonly sensitive: boolean;
  /** Ids of the resources that a fresh one waits for. */
  readonly owners: readonly string[];
}

const MARK = /⟦(\d+)(\*?)⟧/g;

/**
 * Stands for values that only the cloud knows by short marks in texts, so that two values are compared as texts. Equal keys
 * have equal marks; the marks of what will be known after an apply carry a star.
 */
export class Terms {
  private readonly all: Term[] = [];
  private readonly numbers = new Map<string, number>();

  /** The mark of a term, to be put where its value would stand. */
  mark(term: Term): string {
    const key = `${term.fresh ? '*' : ''}${term.key}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.all.push(term) - 1;
      this.numbers.set(key, number);
    }
    return `⟦${number}${term.fresh ? '*' : ''}⟧`;
  }

  /** The terms in a value, in the order of their places. */
  in(value: Value | undefined): readonly Term[] {
    const text = value === undefined ? '' : JSON.stringify(value);
    return [...text.matchAll(MARK)].map(([, number]) => this.all[Number(number)]!);
  }

  /** A text with names in the place of marks. */
  readable(text: string): string {
    return text.replace(MARK, (_, number: string) => this.all[Number(number)]!.text);
  }
}

/** Whether a value will be known after an apply only. */
export const isFresh = (value: Value | undefined): boolean =>
  value !== undefined && /⟦\d+\*⟧/.test(typeof value === 'string' ? value : JSON.stringify(value));

/** One text per value: names sorted, numbers, truths and their texts alike as Terraform converts them. */
export function canonical(value: Value | undefined): string {
  if (value === null || value === undefined) {
    return 'null';
  }
  if (isList(value)) {
    return `[${value.map(canonical).join()}]`;
  }
  if (isObject(value)) {
    const present = Object.keys(value).filter((key) => value[key] !== null && value[key] !== undefined);
    return `{${present
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
      .join()}}`;
  }
  return JSON.stringify(String(value));
}

/** The same for what has no order. */
export const canonicalSet = (value: Value | undefined): string =>
  isList(value) ? `[${[...new Set(value.map(canonical))].sort().join()}]` : canonical(value);
