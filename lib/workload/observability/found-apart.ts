import type { IWorkload } from '../../core/workload';

/** Whether Pods of a companion are found only by labels of their own; otherwise what finds the workload's finds them too. */
export function foundApart({ selector }: IWorkload, companion: IWorkload): boolean {
  return Object.entries(selector).some(([key, value]) => companion.selector[key] !== value);
}
