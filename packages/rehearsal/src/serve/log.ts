/** One call of Terraform's, as the simulated provider saw it. */
export interface Call {
  readonly at: number;
  readonly provider: string;
  readonly call: string;
  readonly type?: string;
  readonly action?: 'create' | 'update' | 'delete';
  readonly id?: string;
  /** Ids of the things that the created one mentions. */
  readonly uses?: readonly string[];
  readonly milliseconds: number;
  readonly errors?: readonly string[];
}
