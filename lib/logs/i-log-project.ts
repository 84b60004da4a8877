import type { IConstruct } from 'constructs';
import type { IGrantee } from '../core/grantee';

/** A project of the log service (SLS), created here or existing. */
export interface ILogProject extends IConstruct {
  readonly projectName: string;
  /**
   * Lets somebody write logs to one store of the project, or to all of them; not read, not make any.
   *
   * @param store name of the store; every store of the project when left out
   * @throws InputError `name-invalid`
   */
  grantWrite(grantee: IGrantee, store?: string): void;
  /**
   * Lets somebody search and fetch the logs of one store of the project, or of all of them; not write any.
   *
   * @param store name of the store; every store of the project when left out
   * @throws InputError `name-invalid`
   */
  grantRead(grantee: IGrantee, store?: string): void;
}

/** A store of logs in a project, created here or existing. */
export interface ILogStore extends IConstruct {
  /** Name of the store, unique in its project. */
  readonly storeName: string;
  readonly project: ILogProject;
  /** Lets somebody write logs to the store; not read any. */
  grantWrite(grantee: IGrantee): void;
  /** Lets somebody search and fetch the logs of the store; not write any. */
  grantRead(grantee: IGrantee): void;
}
