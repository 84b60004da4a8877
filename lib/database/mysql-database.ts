import { DbDatabase } from '@cdktf/provider-alicloud/lib/db-database';
import type { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { oneOf } from '../core/checks';
import { quote, reject } from '../core/errors';
import { any, formProblems, word, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import type { IMysqlInstance } from './i-mysql-instance';
import { databaseNameProblems } from './mysql-names';

/** How a database is made. */
export interface MysqlDatabaseProps {
  /**
   * Character set. Create-only: the provider would replace the database, and its data.
   * @default "utf8mb4" - every character, emoji included
   */
  readonly characterSet?: 'utf8mb4' | 'utf8' | 'latin1' | 'gbk';
  /**
   * Takes over the database that exists instead of making one. Import id: `rm-...:<database>`.
   * @default none - a new one
   * @throws InputError `resource-id-invalid`
   */
  readonly adopt?: string;
}

const FORMS: Forms<MysqlDatabaseProps> = { characterSet: any, adopt: word };

/** Makes a database of an instance, below the instance and in its stack. */
export function makeDatabase(
  instance: IMysqlInstance & Construct,
  name: string,
  props: MysqlDatabaseProps,
): DbDatabase {
  reject(instance, formProblems(props, FORMS));
  const { characterSet = 'utf8mb4' } = props;
  const twice = `"${instance.node.path}" has database ${quote(name)} already`;
  const id = `database-${name}`;
  reject(instance, [
    ...databaseNameProblems('name', name),
    ...oneOf('characterSet', characterSet, ['utf8mb4', 'utf8', 'latin1', 'gbk']),
    ...(instance.node.tryFindChild(id)
      ? [{ code: 'list-duplicate' as const, what: twice, value: name, fix: 'call addDatabase once for each name' }]
      : []),
  ]);
  const database = new DbDatabase(instance, checkedId(instance, id), {
    instanceId: instance.instanceId,
    dataBaseName: name,
    characterSet,
  });
  adopt(database, props.adopt);
  return database;
}
