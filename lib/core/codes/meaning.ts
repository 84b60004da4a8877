/** What a code means, in English and Chinese. */
export interface Meaning {
  readonly en: string;
  readonly zh: string;
}

/** Meanings by code. */
export type Meanings = Readonly<Record<string, Meaning>>;
