import type { INetwork } from '../core/network';
import type { Backup } from './mysql-backup';
import type { MysqlCapacityData } from './mysql-capacity';
import type { MysqlStorage } from './mysql-storage';
import type { DatabaseZonesData } from './database-zones';

export interface MysqlInstanceProps {
  /** Network of the instance; it takes addresses of the vSwitches for data. Another network replaces the instance. */
  readonly network: INetwork;
  /**
   * Name in the console: 2 to 64 letters, digits, hyphens, underscores. Changed in place.
   * @default the stack's name and the construct's path
   */
  readonly name?: string;
  /**
   * Version of MySQL. Raised in place with a restart, never lowered.
   * @default "8.0"
   */
  readonly version?: '5.7' | '8.0';
  /**
   * How large it is: `MysqlCapacity.fixed(class)`, billed by the hour, or `.serverless({ min, max })`, billed by use.
   * Within a kind changed in place; the other kind replaces the instance and its data.
   * @default MysqlCapacity.fixed('mysql.n2.medium.2c') - 2 cores, 4 GiB, with a standby
   * @throws InputError `database-class`, `database-capacity`
   */
  readonly capacity?: MysqlCapacityData;
  /**
   * In which zones it is: `DatabaseZones.two()` with a standby, `DatabaseZones.one()` without. Changing one that is named
   * replaces the instance and its data; those that are left out stay as they were chosen, whatever zones the network gains.
   * @default DatabaseZones.two()
   * @throws InputError `vswitch-missing`, `zone-count`
   */
  readonly zones?: DatabaseZonesData;
  /**
   * Disk: its size in GiB at the beginning, and up to where it grows by itself, which changes in place. It can only grow.
   * @default 50 GiB that grow to 200 GiB when 10 % are left
   * @throws InputError `database-storage`
   */
  readonly storage?: MysqlStorage;
  /**
   * Backups: days they are kept, and when they are made.
   * @default every day at 18:00 UTC (02:00 in China), kept 14 days (7 in a `sandbox` stack)
   */
  readonly backup?: Backup;
  /**
   * Hour in which RDS may restart the instance, in UTC: `18:00Z-19:00Z`. Changed in place.
   * @default "18:00Z-19:00Z"
   * @throws InputError `database-window`
   */
  readonly maintenanceWindow?: string;
  /**
   * Parameters of MySQL by name, as text. Those that need a restart restart the instance when they change.
   * @default none - what RDS chooses
   */
  readonly parameters?: Readonly<Record<string, string>>;
  /**
   * Whether connections may be encrypted (TLS). RDS then offers a certificate for the private address; clients that do not ask
   * for it still connect. Changed in place with a restart.
   * @default true
   */
  readonly tls?: boolean;
  /**
   * Encrypts tables at rest inside MySQL (TDE) with a key of the service. Can never be switched off again, and backups can
   * only be restored by RDS.
   * @default false
   */
  readonly transparentEncryption?: boolean;
  /**
   * Key of KMS that encrypts the disk, and the RAM role by which RDS uses it. Create-only; changing it replaces the
   * instance and its data.
   * @default none - the disk is not encrypted by a key of yours
   */
  readonly diskKey?: { readonly keyId: string; readonly roleArn: string };
  /**
   * Whether every statement is recorded (SQL audit), billed by what it stores. Changed in place; left out it stays as it is.
   * @default none - a new instance records nothing
   */
  readonly sqlAudit?: boolean;
  /**
   * Takes over the instance with this id instead of creating one. Import id: the instance's id, `rm-...`.
   * @default none - a new instance
   */
  readonly adopt?: string;
}
