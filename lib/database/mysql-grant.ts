import { any, needed, object, word, type Forms } from '../core/forms';
import type { MysqlEnvironment, MysqlGrant, MysqlPrivilege } from './i-mysql-instance';

export const PRIVILEGES: readonly MysqlPrivilege[] = Object.freeze([
  'ReadOnly',
  'ReadWrite',
  'DDLOnly',
  'DMLOnly',
  'DBOwner',
]);

/** What a grant is when a part is left out. */
export const GRANT_DEFAULTS = Object.freeze({ privilege: 'ReadWrite' as MysqlPrivilege, rotation: '1' });

export const GRANT_FORMS: Forms<MysqlGrant> = {
  database: needed(word, '"wordpress"'),
  privilege: any,
  account: word,
  rotation: word,
  before: word,
  environment: object<MysqlEnvironment>({ host: word, port: word, database: word, user: word, password: word }),
};
