/** What of a storage class decides who can use a claim of it. */
export interface StorageClassFacts {
  readonly className: string;
  /** Disks are held by one node of one zone, shares by all; absent when it is not known. */
  readonly media?: 'disk' | 'share';
  /** When a volume is made: once a Pod that uses it is scheduled, or at once; absent when it is not known. */
  readonly binding?: 'first-consumer' | 'immediate';
}

const disk = (className: string, binding: 'first-consumer' | 'immediate'): StorageClassFacts =>
  Object.freeze({ className, media: 'disk', binding });

/** The classes that ACK makes in every cluster with disks. */
const READY_MADE: readonly StorageClassFacts[] = Object.freeze([
  disk('alicloud-disk-topology-alltype', 'first-consumer'),
  disk('alicloud-disk-topology', 'first-consumer'),
  disk('alicloud-disk-essd', 'immediate'),
  disk('alicloud-disk-ssd', 'immediate'),
  disk('alicloud-disk-efficiency', 'immediate'),
]);

/** The class of a claim that names none. */
export const DEFAULT_CLASS = 'alicloud-disk-topology-alltype';

/** What a claim names as its class: the name of one that exists, or what is known of it. */
export type StorageClassChoice = string | StorageClassFacts;

/** What is known of a class: all of ACK's own and of ours, nothing of another that is named only. */
export function classFacts(choice: StorageClassChoice): StorageClassFacts {
  if (typeof choice !== 'string') {
    const { className, media, binding } = choice;
    return { className, media, binding };
  }
  return READY_MADE.find(({ className }) => className === choice) ?? { className: choice };
}
