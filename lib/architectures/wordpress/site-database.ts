import type { IMysqlInstance } from '../../database/i-mysql-instance';
import type { IWorkload } from '../../core/workload';
import type { SiteSettings } from './site-defaults';

const NAMES = Object.freeze({
  host: 'DB_HOST',
  port: 'DB_PORT',
  database: 'WORDPRESS_DB_NAME',
  user: 'WORDPRESS_DB_USER',
  password: 'WORDPRESS_DB_PASSWORD',
});

/** An account of its own for a workload, under the names that the image reads. */
export function connectDatabase(
  instance: IMysqlInstance,
  workload: IWorkload,
  { databaseName, rotation }: Pick<SiteSettings, 'databaseName' | 'rotation'>,
): void {
  const { database, before } = rotation;
  instance.grantConnect(workload, {
    database: databaseName,
    rotation: database,
    before: before.database,
    environment: NAMES,
  });
  workload.pod.addEnvironment('WORDPRESS_DB_HOST', '$(DB_HOST):$(DB_PORT)');
}
