import type { IConstruct } from 'constructs';

/** One statement of a RAM policy that allows something. */
export interface Permission {
  /** Actions, such as `oss:GetObject`. */
  readonly actions: readonly string[];
  /** ARNs of what they may be done to. */
  readonly resources: readonly string[];
  /** When: operator, key, values; always when left out. */
  readonly condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** Who can be allowed something in the cloud: a RAM role, or what takes one, such as a service account of a cluster. */
export interface IGrantee extends IConstruct {
  /**
   * Allows the permissions, in a policy of its own for each construct `on` which they are. Asking for the same again
   * changes nothing.
   *
   * @param on what the permissions are about, such as a bucket; the policy is made where it can be read
   */
  allow(on: IConstruct, permissions: readonly Permission[]): void;
}
