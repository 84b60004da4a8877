import type { Resolved } from '../core/defaults';
import { MysqlCapacity, type MysqlCapacityData } from './mysql-capacity';
import type { MysqlInstanceProps } from './mysql-props';
import { DatabaseZones, type DatabaseZonesData } from './database-zones';
import { STORAGE_DEFAULTS, type MysqlStorage } from './mysql-storage';

/** What a MySQL instance is when a prop is left out. */
export const MYSQL_DEFAULTS = Object.freeze({
  version: '8.0' as '5.7' | '8.0',
  zones: DatabaseZones.two() as DatabaseZonesData,
  storage: STORAGE_DEFAULTS as MysqlStorage,
  maintenanceWindow: '18:00Z-19:00Z',
  tls: true,
  transparentEncryption: false,
});

/** The class that is taken when none is named: 2 cores and 4 GiB, with or without a standby. */
export const MYSQL_CLASSES = Object.freeze({ two: 'mysql.n2.medium.2c', one: 'mysql.n2e.medium.1' });

/** The props of a MySQL instance with its defaults laid under them. */
export type ResolvedMysql = Readonly<Resolved<MysqlInstanceProps, typeof MYSQL_DEFAULTS>> & {
  readonly capacity: MysqlCapacityData;
};

/** The capacity that was asked for, or the default one of the zones. */
export function capacityOf(p: { capacity?: MysqlCapacityData; zones?: DatabaseZonesData }): MysqlCapacityData {
  return p.capacity ?? MysqlCapacity.fixed(MYSQL_CLASSES[p.zones?.kind ?? 'two']);
}
