import type { Problem } from '../core/errors';

/** A problem with the attributes of one resource. */
export type Finding = Pick<Problem, 'code' | 'what' | 'value' | 'fix'>;
