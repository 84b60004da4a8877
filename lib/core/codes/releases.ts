import type { Meanings } from './meaning';

export const RELEASES_CODES = {} as const satisfies Meanings;
