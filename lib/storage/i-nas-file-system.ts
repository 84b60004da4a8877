import type { IConstruct } from 'constructs';
import type { IConnectable } from '../core/connections';
import type { INetwork } from '../core/network';
import type { IWorkload } from '../core/workload';

/** Where and how a workload sees the files. */
export interface NasMount {
  /** Directory of the file system; made when it is missing. @default the whole file system */
  readonly directory?: string;
  /** Whether the Pods can only read. @default false */
  readonly readOnly?: boolean;
  /** Container that sees them. @default the application's */
  readonly container?: string;
  /**
   * Whose addresses are let in. On a managed cluster it is the nodes that mount volumes, so `nodes` is enough for Pods that are never on
   * ECI, and shuts out a Pod that brings an NFS client of its own. Somebody else who lets more in wins.
   * @default "cluster": nodes, Pods and ECI
   * @throws InputError `choice-conflict` for `nodes` on a Serverless cluster, which has none
   */
  readonly clients?: 'cluster' | 'nodes';
}

/** What those may do who mount a file system. Changed in place. */
export interface NasPermission {
  /** @default "read-write" */
  readonly access?: 'read-write' | 'read-only';
  /**
   * Whose files they write: `keep` leaves every user what it is, `root-to-nobody` and `all-to-nobody` make root, or everybody, a user
   * without rights.
   * @default "keep" - images of the field give their files to a user of their own when they start
   */
  readonly users?: 'keep' | 'root-to-nobody' | 'all-to-nobody';
}

/** A file system that Pods of every zone mount, created here or existing. */
export interface INasFileSystem extends IConstruct {
  readonly fileSystemId: string;
  /** Network that it stands in; absent of one that is imported. */
  readonly network?: INetwork;
  /** Name of the mount target in the VPC. */
  readonly server: string;
  /** The directory above all others, as it is mounted: `/`, of the extreme kind `/share`. */
  readonly root: string;
  /**
   * Lets the addresses of a peer mount it.
   *
   * @throws InputError `rule-peer` for a peer without ranges, `file-access` for a range with two permissions, or where an
   *   imported file system does not say that it lets the peer in
   */
  allowFrom(peer: IConnectable, permission?: NasPermission): void;
  /**
   * Shows the files to a workload under a path: a permission for the cluster's nodes and Pods, a volume and a claim in its
   * namespace, and the mount in its Pods.
   *
   * @throws InputError `file-path`; `choice-invalid`, `choice-conflict`; `vpc-other` for Pods of another VPC
   */
  mountIn(workload: IWorkload, path: string, mount?: NasMount): void;
}
