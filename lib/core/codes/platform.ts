import type { Meanings } from './meaning';

export const PLATFORM_CODES = {} as const satisfies Meanings;
