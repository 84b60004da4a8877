/** Where copies of requests go, as plain data. Create one with {@link MirrorTarget}. */
export type MirrorTargetData =
  | ({ readonly kind: 'address'; readonly host: string } & MirrorOptions)
  | { readonly kind: 'server-group'; readonly serverGroupId: string };

/** What can be said about copies. */
export interface MirrorOptions {
  /** Port of the target, 1 to 65535. Changed in place. @default 80 */
  readonly port?: number;
  /** What copies have as `Host`, such as the host that the other Ingress knows; nginx only. @default nginx: `host`; ALB: the request's */
  readonly as?: string;
  /** Whether copies have the body of the request; nginx only. @default true */
  readonly bodies?: boolean;
  /**
   * Whether the address is in another VPC or on premises, joined by a transit router; ALB only.
   * @default false - in the VPC of the cluster
   */
  readonly remote?: boolean;
}

/** Where copies of requests go: the address of another cluster's Ingress, or what an ALB knows already. */
export const MirrorTarget = Object.freeze({
  /** A private IPv4 address; on nginx also a name. An ALB gets a server group with the address in it. */
  address: (host: string, options: MirrorOptions = {}): MirrorTargetData =>
    Object.freeze({ ...options, kind: 'address', host }),
  /** A server group of ALB that exists, `sgp-...`; ALB only. */
  serverGroup: (serverGroupId: string): MirrorTargetData => Object.freeze({ kind: 'server-group', serverGroupId }),
});
