import { any, flag, mapOf, needed, object, text, word, type Forms } from '../core/forms';
import { NETWORK_FORM } from '../core/seam-forms';
import { BACKUP_FORM } from './mysql-backup';
import { CAPACITY_FORM } from './mysql-capacity';
import type { MysqlInstanceProps } from './mysql-props';
import { STORAGE_FORM } from './mysql-storage';
import { ZONES_FORM } from './database-zones';

export const MYSQL_FORMS: Forms<MysqlInstanceProps> = {
  network: needed(NETWORK_FORM, 'new Network(...)'),
  name: text,
  version: any,
  capacity: CAPACITY_FORM,
  zones: ZONES_FORM,
  storage: STORAGE_FORM,
  backup: BACKUP_FORM,
  maintenanceWindow: any,
  parameters: mapOf(text),
  tls: flag,
  transparentEncryption: flag,
  diskKey: object<NonNullable<MysqlInstanceProps['diskKey']>>({
    keyId: needed(word, '"key-..."'),
    roleArn: needed(word, '"acs:ram::1234567890123456:role/aliyunrdsinstanceencryptiondefaultrole"'),
  }),
  sqlAudit: flag,
  adopt: word,
};
