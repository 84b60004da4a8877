import type { Meanings } from './meaning';

export const JENKINS_CODES = {} as const satisfies Meanings;
