import { oneOf } from '../core/checks';
import type { Cloud } from '../core/cloud';
import { quote, type Problem } from '../core/errors';
import { nameProblems, NAME_RULES } from '../core/names';
import { isToken } from '../core/tokens';
import { regionMismatch } from '../network/in-region';
import type { ResolvedMysql } from './mysql-defaults';
import { backupProblems, hourProblems } from './mysql-backup';
import { capacityProblems } from './mysql-capacity';
import { storageProblems } from './mysql-storage';
import { databaseZoneProblems } from './database-zones';

/** Everything that is wrong with the props of a MySQL instance, at once. */
export function mysqlProblems(p: ResolvedMysql, cloud: Cloud): Problem[] {
  return [
    ...nameProblems('name', p.name, NAME_RULES.database),
    ...oneOf('version', p.version, ['5.7', '8.0']),
    ...capacityProblems(p.capacity, p.zones.kind === 'two' ? 2 : 1),
    ...serverlessVersion(p),
    ...databaseZoneProblems(p.network, p.zones),
    ...storageProblems(p.storage),
    ...(p.backup === undefined ? [] : backupProblems(p.backup)),
    ...hourProblems('maintenanceWindow', p.maintenanceWindow),
    ...regionMismatch(p.network, cloud),
    ...adoptProblems(p.adopt),
  ];
}

function serverlessVersion({ capacity, version }: ResolvedMysql): Problem[] {
  if (capacity.kind !== 'serverless' || version === '8.0') {
    return [];
  }
  const what = `version ${quote(version)}: serverless instances of MySQL have 8.0`;
  return [{ code: 'choice-conflict', what, value: version, fix: 'write version: "8.0", or MysqlCapacity.fixed(...)' }];
}

function adoptProblems(id: string | undefined): Problem[] {
  if (id === undefined || isToken(id) || /^rm-[a-z0-9]+$/.test(id)) {
    return [];
  }
  const what = `adopt ${quote(id)} is not the id of an RDS instance`;
  return [{ code: 'resource-id-invalid', what, value: id, fix: 'write adopt: "rm-..."' }];
}
