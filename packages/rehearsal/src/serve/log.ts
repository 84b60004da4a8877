/** One call of Terraform's, as the simulated provider saw it. */
export interface Call {
  readonly at: number;
  readonly provider: string;
  readonly call: string;
  readonly type?: string;
  readonly action?: 'create' | 'update' | 'delete';
  readonly id?: string;
  /** Cluster of an object that lives in one. */
  readonly cluster?: string;
  /** Tells creations of one configuration from all others. */
  readonly fingerprint?: string;
  /** Whether the cloud did it without Terraform hearing of it. */
  readonly lost?: boolean;
  /** Ids of the things that the created one mentions. */
  readonly uses?: readonly string[];
  readonly milliseconds: number;
  readonly errors?: readonly string[];
}
