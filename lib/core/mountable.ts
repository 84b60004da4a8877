import type { MountData } from './pod';
import type { IWorkload } from './workload';

/** How a volume is seen by a container. */
export interface MountOptions {
  /** Directory of the volume that is mounted instead of its root, relative. @default the root */
  readonly subPath?: MountData['subPath'];
  /** @default false */
  readonly readOnly?: boolean;
  /** Container that sees it. @default the application's */
  readonly container?: string;
}

/** Something that workloads can have at a path. */
export interface IMountable {
  /**
   * Mounts it in a container of every Pod of a workload.
   *
   * @param path absolute path in the container
   */
  mountIn(workload: IWorkload, path: string, options?: MountOptions): void;
}
